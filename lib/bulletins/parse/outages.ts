import type { PlaceName } from "./memory";
import { numberOf } from "./numbers";
import type { Sentence } from "./sentences";
import type { Clean } from "./text";
import { type Clause, clausesOf, isTold, MOST_TOLD, placesOf, timeBefore } from "./told";

/** What a place is cut off from 三断: road 断路, power 断电, network 断网. */
export type CutWord = "road" | "power" | "network";

/** A place that the text says is cut off; one record a place. */
export interface OutageFact {
  cuts: CutWord[];
  /** As the text says, with the town when it names one: 文县碧口镇. */
  place: string;
  adcode: string;
  /** The day since when, YYYY-MM-DD; null when the text tells none. */
  on: string | null;
  /** The hour beside the day, HH:mm; null when the text tells none. */
  hour: string | null;
  people: number | null;
  span: [number, number];
  doubt: string | null;
}

const NOUNS: [CutWord, RegExp][] = [
  ["road", /道路|公路|交通|[国省县乡村]道|干道|路段|桥梁|水电路|路[、电网讯]/],
  ["power", /电力|供电|用电|水电|[、路]电|电[、路网讯]/],
  ["network", /通信|通讯|网络|信号|光缆|宽带|[、路电]网|路讯/],
];
const DIRECT: [CutWord, RegExp][] = [
  ["road", /断路|(?:中断|阻断)(?:的)?(?:道路|公路|交通)/],
  ["power", /断电|(?<!计划)停电|(?:中断|阻断)(?:的)?(?:电力|供电)/],
  ["network", /断网|断讯|断通[信讯]|(?:中断|阻断)(?:的)?(?:通信|通讯)/],
];
const BREAKS = /^(.*?)(?:中断|阻断|瘫痪)/;
/** Of another fate than to break. */
const OTHERWISE = /受损|损毁|损坏|冲毁|滑坡|塌方|积水|倒伏$/;
/** 路电网三断, 处于“三断”状态. */
const ALL = /三断/;
/** None of here and now: meant, feared, prepared for, planned, or not so. */
const NOT_SO =
  /针对|应对|防止|避免|防范|极端|情形|预案|警惕|注意|提防|容易|易[致造引发]|确保|保障|不会|未发生|未出现|没有|预防|计划停电|检修|告别|一度|指挥|处置/;
const RESTORED = /恢复|通电|抢通|修复|通行|复电|通车/;
const NOT_YET = /尚未|未能|仍未|未恢复|无法|待恢复|部分|正在|加紧|陆续|力争|预计/;
const TOWN = /^(?:境内|县|市)?([\u4e00-\u9fff]{1,4}(?:镇|乡|街道|村|林场|垸))/;
const COUNTING = /[多个几数余等各全有]|部分|一些/;
const PEOPLE = /(?:影响|涉及|波及)[^，。；\d]{0,8}(\d[\d.]*万?)[余多]?(?:名)?(?:人|群众|居民|村民)/;

/** 供电线路受损、道路阻断: of a list only what shares the word for breaking. */
function brokenIn(text: string): string {
  const items = (BREAKS.exec(text)?.[1] ?? "").split("、");
  const other = items.findLastIndex((item) => OTHERWISE.test(item));
  return items.slice(other + 1).join("、");
}

/** What a clause says is cut. */
function cutsIn(text: string): CutWord[] {
  if (NOT_SO.test(text)) return [];
  if (RESTORED.test(text) && !NOT_YET.test(text)) return [];
  if (ALL.test(text)) return ["road", "power", "network"];
  const before = brokenIn(text);
  return NOUNS.flatMap(([cut, noun], i) => (noun.test(before) || DIRECT[i]?.[1].test(text) ? [cut] : []));
}

/** 文县碧口镇: the town that follows the last of the places, when the words name one. */
function townAfter(text: string): string {
  const town = TOWN.exec(text)?.[1] ?? "";
  return COUNTING.test(town) ? "" : town;
}

/** Whether a later clause says that it is over, for all of it. */
const isOver = (clauses: readonly Clause[], after: Clause) =>
  clauses.some(
    (clause) => clause.from > after.from && RESTORED.test(clause.text) && !NOT_YET.test(clause.text),
  );

/** Every place that the sentence says is cut off from road, power or network. */
export function outagesIn(sentence: Sentence, clean: Clean): OutageFact[] {
  const { tokens } = sentence;
  if (sentence.apart) return [];
  const clauses = clausesOf(tokens);
  const facts: OutageFact[] = [];
  let tries = 0;
  for (const clause of clauses) {
    const cuts = cutsIn(clause.text);
    if (!cuts.length || ++tries > MOST_TOLD || !isTold(tokens, clause, clause.to)) continue;
    const where = placesOf(tokens, clauses, clause.to);
    if (!where) continue;
    const start = tokens[where.from]?.start ?? 0;
    const end = tokens[clause.to - 1]?.end ?? start;
    const people = PEOPLE.exec(clean.text.slice(start, tokens.at(-1)?.end))?.[1];
    const town = townAfter(clean.text.slice(where.end, end));
    for (const [i, place] of where.names.entries())
      add(facts, {
        ...namedAs(place, i === where.names.length - 1 ? town : ""),
        cuts,
        ...timeBefore(sentence, clause.to),
        people: people ? numberOf(people) : null,
        span: [start, end],
        doubt: isOver(clauses, clause) ? "outage_restored" : null,
      });
  }
  return facts;
}

const namedAs = ({ name, adcode }: PlaceName, town: string) => ({
  place: `${name}${town}`,
  adcode: adcode ?? "",
});

/** 多条道路中断，通信中断: of one place in one sentence is one record. */
function add(facts: OutageFact[], fact: OutageFact): void {
  const known = facts.find((one) => one.place === fact.place && one.adcode === fact.adcode);
  if (!known) facts.push(fact);
  else {
    known.cuts = [...new Set([...known.cuts, ...fact.cuts])];
    known.span = [known.span[0], fact.span[1]];
  }
}

/** A place told again in a later sentence adds a record only for what was not cut before. */
export function mergedOutages(facts: readonly OutageFact[]): OutageFact[] {
  const known = new Map<string, Set<CutWord>>();
  return facts.flatMap((fact) => {
    const key = `${fact.adcode}|${fact.place}`;
    const before = known.get(key) ?? new Set();
    const cuts = fact.cuts.filter((cut) => !before.has(cut));
    known.set(key, new Set([...before, ...cuts]));
    return cuts.length ? [{ ...fact, cuts }] : [];
  });
}
