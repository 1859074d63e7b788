import type { Token } from "./tokens";
import { exceptFrom } from "./water-causes";
import type { River } from "./water-names";
import { type State, stateFrom } from "./water-state";
import { stretchesFrom } from "./water-stretches";

export interface Exception {
  name: string;
  state: State;
  start: number;
  end: number;
}

/** 淮河干流，除王家坝河段水位缓落外，其它河段…: what is so of the one stretch that is told apart. */
export function exceptionAfter(
  tokens: readonly Token[],
  next: number,
  river: River,
  told: readonly { name: string }[],
): Exception | undefined {
  const from = tokens[next]?.text === "，" ? next + 1 : next;
  const end = exceptFrom(tokens, from);
  const [stretch] = end === undefined ? [] : stretchesFrom(tokens, from + 1);
  if (!end || !stretch || !river) return undefined;
  const state = stateFrom(tokens.slice(0, end - 1), stretch.next);
  return state.seen
    ? {
        // 除平江站…外 after 汨罗江平江站: one of those named before.
        name: told.find(({ name }) => name.endsWith(stretch.text))?.name ?? river.name + stretch.text,
        state,
        start: tokens[from]?.start ?? 0,
        end: tokens[end - 1]?.end ?? 0,
      }
    : undefined;
}
