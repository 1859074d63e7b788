import { PROVINCES } from "./gazetteer";
import { as, clauseEnds, is, type Token } from "./tokens";
import type { Name } from "./water-names";
import { stateFrom, type WaterStatus, type WaterTrend } from "./water-state";
import type { WaterFact } from "./waters";

interface Each {
  status: WaterStatus;
  trend: WaterTrend;
}

/** Rivers whose main stem is spoken of beside others: 湘江、长江干流 shares nothing. */
const GREAT = /^(?:长江|黄河|淮河|海河|珠江|松花江|辽河|西江|北江|东江|黑龙江|嫩江|汉江)/;

/** Only a province has a reach of several rivers: 新沂河、里运河高邮段 shares nothing. */
const PROVINCIAL = new RegExp(`^(?:${[...PROVINCES.values()].map(({ name }) => name).join("|")})`);

/** 涪江重庆段 ends a list of rivers: the stretch is every one's, unless each has a place of its own. */
export function shareStretch(names: Name[]): Name[] {
  const last = names.at(-1);
  if (!last || names.length < 2 || names.some((one) => one.placed)) return names;
  if (last.name.endsWith("干流") && !last.stretch) return shareStem(names, last);
  if (!/段$/.test(last.stretch) || /干流|游/.test(last.stretch)) return names;
  if (names.filter((one) => one.stretch).length > 1 || !PROVINCIAL.test(last.stretch)) return names;
  return names.map((one) =>
    one.stretch || one.reached || one.kind !== "river" ? one : { ...one, name: one.name + last.stretch },
  );
}

/** 松花江、黑龙江干流: the main stem of both. */
function shareStem(names: Name[], last: Name): Name[] {
  const bare = names.slice(0, -1).every((one) => one.kind === "river" && !one.stretch && !one.reached);
  const alike = !GREAT.test(last.name) || names.every((one) => GREAT.test(one.name));
  return bare && alike && !/游干流$/.test(last.name)
    ? names.map((one) => (one === last ? one : { ...one, name: `${one.name}干流` }))
    : names;
}

/** 九江站水位21米，星子站水位20米，均超警戒: what the last words say of all is so of those before them too. */
export function shareState(
  facts: WaterFact[],
  silent: Name[],
  tokens: readonly Token[],
  from: number,
  end: number,
): void {
  const all = tokens.findIndex(
    (token, i) => i > from && i < end && /^[均都]$/.test(token.text) && clauseEnds(tokens[i - 1]),
  );
  if (all < 0) return;
  const { status, trend, seen } = stateFrom(tokens, all);
  const since = tokens.findLast((token, i) => i < from && /^[；：]$/.test(token.text))?.end ?? 0;
  if (!seen || tokens.slice(all, end).some((token) => is(token, "future"))) return;
  for (const fact of facts.filter(({ span }) => span[0] >= since)) {
    fact.status ??= status;
    fact.trend ??= trend;
  }
  for (const { name, kind, start } of silent.filter((one) => one.start >= since))
    facts.push({
      name,
      kind,
      status,
      trend,
      exceedance: null,
      stage: null,
      span: [start, tokens[end - 1]?.end ?? start],
      doubt: null,
    });
}

/** 潘家口水库、大黑汀水库水位分别上升和下降, 分别超历史、超警戒: what is so of each of the waters, in their order. */
export function inOrder(tokens: readonly Token[], from: number, count: number): Partial<Each>[] {
  const trends: WaterTrend[] = [];
  const marks: WaterStatus[] = [];
  let respective = false;
  for (let i = from; i < tokens.length && !clauseEnds(tokens[i]); i++) {
    respective ||= tokens[i]?.text === "分别";
    const [trend, status] = [as(tokens[i], "trend")?.trend, as(tokens[i], "status")?.status];
    if (trend && respective) trends.push(trend);
    if (status && respective) marks.push(status);
  }
  if (count < 2) return [];
  if (marks.length === count) return marks.map((status) => ({ status }));
  return trends.length === count ? trends.map((trend) => ({ trend })) : [];
}
