import type { Token } from "./tokens";
import type { River } from "./water-names";
import { exceptFrom, type State, stateFrom } from "./water-state";
import { stretchesFrom } from "./water-stretches";

export interface Exception {
  name: string;
  state: State;
  start: number;
  end: number;
}

/** 淮河干流，除王家坝河段水位缓落外，其它河段…: what is so of the one stretch that is told apart. */
export function exceptionAfter(tokens: readonly Token[], next: number, river: River): Exception | undefined {
  const from = tokens[next]?.text === "，" ? next + 1 : next;
  const end = exceptFrom(tokens, from);
  const [stretch] = end === undefined ? [] : stretchesFrom(tokens, from + 1);
  if (!end || !stretch || !river) return undefined;
  const state = stateFrom(tokens.slice(0, end - 1), stretch.next);
  return state.seen
    ? {
        name: river.name + stretch.text,
        state,
        start: tokens[from]?.start ?? 0,
        end: tokens[end - 1]?.end ?? 0,
      }
    : undefined;
}
