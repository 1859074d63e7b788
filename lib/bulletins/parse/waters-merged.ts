import { isStation } from "./water-stations";
import type { WaterFact } from "./waters";

const OVER = /above_(?:guarantee|record)/;
const REACH = /^(?:[上中下]{1,2}游)?(?:干流|全线)?$/;

const saysAgain = (known: WaterFact, fact: WaterFact): boolean =>
  known.name !== fact.name &&
  known.name.startsWith(fact.name) &&
  REACH.test(known.name.slice(fact.name.length)) &&
  (fact.status === null || fact.status === known.status) &&
  (fact.trend === null || fact.trend === known.trend);

/** A station's name without what may be left out of it. */
const bareName = (name: string) =>
  isStation({ name }) ? name.replace("干流", "").replace(/水[文位]站$/, "站") : name;
const sameStation = (one: string, other: string): boolean => bareName(one) === bareName(other);

/** One record a water: what is said later adds to or replaces what was said before. */
export function stateOf(facts: readonly WaterFact[]): WaterFact[] {
  const byName = new Map<string, WaterFact>();
  for (const fact of facts) {
    // 长江水位缓退 after 长江中下游干流…缓退: told again, by the shorter name.
    if ([...byName.values()].some((one) => saysAgain(one, fact))) continue;
    const known =
      byName.get(fact.name) ??
      // 淮河王家坝河段 after 淮河王家坝.
      byName.get(fact.name.replace(/(?:河段|江段)$/, "")) ??
      // 淮河王家坝站 after 淮河王家坝.
      byName.get(fact.name.replace(/站$/, "")) ??
      // 松花江富锦站 after 松花江干流富锦站.
      [...byName.values()].find((one) => isStation(one) && sameStation(one.name, fact.name)) ??
      [...byName.values()].find(
        (one) =>
          bareName(one.name).endsWith(bareName(fact.name)) &&
          fact.name.length > 2 &&
          (one.kind === fact.kind || isStation(fact)),
      );
    const { below, ...told } = fact;
    if (!known) byName.set(fact.name, told);
    else {
      // 超警 after 超保 says less, unless the water falls.
      const less =
        OVER.test(known.status ?? "") && fact.status === "above_warning" && fact.trend !== "falling";
      known.status = less ? known.status : (fact.status ?? (below ? null : known.status));
      if (fact.name === `${known.name}站`) known.name = fact.name;
      known.trend = fact.trend ?? known.trend;
      known.stage ??= fact.stage;
    }
  }
  return [...byName.values()];
}
