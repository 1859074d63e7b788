import { type Deed, deedAt, direction } from "./acts";
import {
  type AttachedTime,
  attached,
  resolveTime,
  sharedTime,
  timeAfter,
  timeBefore,
  timesEach,
} from "./effective";
import { goesOn } from "./elided";
import type { Memory, PlaceName } from "./memory";
import { otherSystem } from "./orderers";
import { clauseMark, nounPhrase, phrasesOf } from "./phrases";
import { rankedIn } from "./ranked";
import { respectiveIn } from "./respective";
import { sameResponse } from "./same-response";
import { type Sentence, timeOf } from "./sentences";
import { type Subject, whoActs } from "./subjects";
import { ofSystem, ownHazards } from "./systems";
import { listsIn, scopeAfter, spokenOf, type Target, targetOf } from "./targets";
import { resolveDay, type TimeWords } from "./times";
import { is, type ResponseLevel, type Token } from "./tokens";
import { withoutUnchanged } from "./unchanged";
import { isUnreal, wasOnce } from "./unreal";
import { widenedIn } from "./widened";

export interface ResponseFact {
  issuer: string | null;
  hazard: string;
  region: string | null;
  adcode: string | null;
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
  action: "activate" | "maintain" | "raise" | "lower" | "terminate";
  /** YYYY-MM-DD or YYYY-MM-DDTHH:mm, Beijing time; null when no time is attached to the act. */
  effective: string | null;
  /** [start, end) in the cleaned text. */
  span: [number, number];
  /** Why a person should look twice; null when the text is plain. */
  doubt: string | null;
}

/** What the sentence has said up to a place, for the acts that come after. */
export interface Reading {
  consumed: number;
  verb: Deed["verb"];
  time: AttachedTime | undefined;
  last: ResponseFact[];
  /** What was done once (曾): none itself, but what is still in force refers to it. */
  once: ResponseFact[];
  /** The orders of the sentence before. */
  before: readonly ResponseFact[];
  verbAt: number;
  /** How many phrases the verb has governed so far. */
  ordinal: number;
}

/** Every response that the sentence states. `memory` is what came before; it is brought up to date. */
export function responsesIn(whole: Sentence, memory: Memory): ResponseFact[] {
  const facts: ResponseFact[] = [];
  if (whole.apart) return facts;
  const tokens = withoutUnchanged(whole.tokens);
  const sentence = { ...whole, tokens };
  const before = memory.last;
  memory.last = facts;
  const reading: Reading = {
    before,
    consumed: 0,
    verb: undefined,
    time: undefined,
    last: [],
    once: [],
    verbAt: -1,
    ordinal: 0,
  };
  // Without a response or a level nothing is ordered; only its days are kept.
  const speaks = tokens.some((token) => is(token, "response", "level"));
  for (let at = 0; at < tokens.length; at++) {
    const time = timeOf(tokens[at]);
    if (time && time.shift !== "same" && time.shift !== "next" && isMoment(time) && !foretold(tokens, at))
      memory.same = resolveDay(time, sentence.base, memory.same) ?? memory.same;
    if (at < reading.consumed || !speaks) continue;
    const made =
      rankedIn(sentence, at, reading, memory) ??
      respectiveIn(sentence, at, reading, memory) ??
      widenedIn(sentence, at, reading, memory) ??
      goesOn(sentence, at, reading, memory) ??
      stated(sentence, at, reading, memory);
    if (!made.length) continue;
    facts.push(...made);
    reading.last = made;
  }
  return facts;
}

function stated(sentence: Sentence, at: number, reading: Reading, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const deed = deedAt(tokens, at, reading.last.length ? reading.verb : undefined);
  if (!deed) return [];
  const { phrase, verb } = deed;
  reading.consumed = deed.end;
  reading.verb = verb ?? reading.verb;
  // 又将针对河南的响应提升至三级: the hazard is the one just spoken of.
  const actAt = Math.min(verb?.at ?? phrase.from, phrase.from);
  const unreal = isUnreal(tokens, actAt);
  const past = unreal && wasOnce(tokens, actAt);
  // 此前启动的四级响应继续维持: only which one it is lies in the past.
  const once = past && !deed.told;
  if ((unreal && !past) || (!deed.level && deed.act !== "terminate")) return [];
  const found = targetOf(tokens, phrase, verb?.at);
  const scope = found.regions || found.back ? undefined : scopeAfter(tokens, deed.end);
  const named = scope
    ? { ...found, regions: scope.names.map(({ name, adcode }) => ({ name, adcode })) }
    : found;
  const bare = phrase.regions !== null && !phrase.toward && named.own;
  const acting = whoActs(tokens, named.from, memory, bare);
  if (acting === "blocked") return [];
  // 珠海市启动台风Ⅰ级应急响应: a town's; another's is the weather service's.
  const town = acting.issuers.length > 0 && acting.regions.every((region) => region?.adcode);
  if (phrase.storm && !(town && acting.regions.length)) return [];
  const alone = named.counted === true && (acting.perIssuer || !acting.issuers.length);
  const subject = alone ? themselves(named) : acting;
  const target = alone || isCause(named, subject) ? { ...named, regions: null } : named;
  const told = deed.hazards.length ? deed.hazards : hazardAhead(tokens, deed);
  const before = reading.last.map((fact) => fact.hazard).slice(0, 1);
  if (!told.length && before.length && otherSystem(reading.last[0]?.issuer, subject.issuers[0])) return [];
  const unsaid = told.length || before.length ? [] : hazardUnsaid(subject, memory, tokens);
  const hazards = told.length ? told : before.length ? before : unsaid;
  if (!hazards.length) return [];
  // 终止其他省份防汛应急响应: which ones nobody knows.
  if (!named.regions && verb && tokens.slice(verb.at, phrase.from).some((token) => OTHERS.test(token.text)))
    return [];
  // 终止防台风Ⅲ级应急响应，转为防汛Ⅳ级应急响应: another response begins.
  const turns =
    deed.act === "adjust" &&
    verb &&
    reading.last.some((fact) => fact.action === "terminate" && !hazards.includes(fact.hazard));
  const { action, doubt } = direction(turns ? "activate" : deed.act, deed.fromLevel, deed.level, sentence);
  const ahead = deed.told ? undefined : timeBefore(tokens, actAt, phrase.from);
  const own = ahead ?? deed.time ?? timeAfter(tokens, deed.end);
  const words = own ?? sharedTime(reading.time, subject.issuers, action, tokens, actAt);
  const same = own ? memory.same : (reading.time?.same ?? memory.same);
  const effective = resolveTime(words, sentence, same);
  if (own) reading.time = attached(tokens, own, memory.same, subject.issuers);
  reading.ordinal = verb && verb.at === reading.verbAt ? reading.ordinal + 1 : 0;
  reading.verbAt = verb?.at ?? -1;
  const lists = [...memory.lists, ...listsIn(tokens.slice(0, target.from), true)];
  const regions = target.back
    ? spokenOf({ ...memory, lists }, target.back)
    : (target.regions ?? sameResponse(deed, subject, reading, tokens) ?? subject.regions);
  // 针对上述地区, and nothing says which: better none than one for nowhere.
  if (/[上以该其]/.test(target.back ?? "") && !regions.length) return [];
  const begin = tokens[Math.max(0, Math.min(actAt, target.from))]?.start ?? 0;
  const apart = hazards.length > 1 && saysEach(tokens, target.from, deed.end);
  // 国家防总、水利部分别启动防汛、洪水防御Ⅳ级应急响应: as many hazards as regions or bodies, in their order.
  const hazardsOf = (issuer: string | null, region: PlaceName | null) => {
    // 太湖防总、太湖局应急响应调整为Ⅳ级: what nobody says is the first one's, none of another system's body.
    if (!told.length && otherSystem(subject.issuers[0], issuer ?? undefined)) return [];
    const own = hazards.length === regions.length ? regions.indexOf(region) : -1;
    const body = hazards.length === subject.issuers.length ? subject.issuers.indexOf(issuer ?? "") : -1;
    const i = body >= 0 ? body : own;
    return apart && i >= 0
      ? hazards.slice(i, i + 1)
      : ownHazards(issuer, subject.issuers, hazards, phrase.aside);
  };
  const each = timesEach(tokens, phrase.from, subject.perIssuer ? subject.issuers.length : regions.length);
  const hour = (issuer: string | null, region: PlaceName | null) =>
    each?.[subject.perIssuer ? subject.issuers.indexOf(issuer ?? "") : regions.indexOf(region)];
  const made = shares(deed, subject, target, regions, tokens, reading.ordinal).flatMap(
    ({ issuer, region, level, fromLevel }) =>
      hazardsOf(issuer, region).map(
        (hazard): ResponseFact => ({
          issuer,
          hazard,
          region: region?.name ?? null,
          adcode: region?.adcode ?? null,
          level,
          fromLevel,
          action: level === deed.level ? action : direction(deed.act, fromLevel, level, sentence).action,
          effective: each ? resolveTime(hour(issuer, region), sentence, same) : effective,
          span: [begin, tokens[deed.end - 1]?.end ?? 0],
          doubt: doubt ?? (issuer ? (told.length ? null : "hazard_from_before") : "no_issuer"),
        }),
      ),
  );
  if (once) {
    reading.once = made;
    reading.time = undefined;
    return [];
  }
  for (const { issuer, hazard } of made) if (issuer) memory.hazards.set(issuer, hazard);
  const places = regions.filter((region) => region !== null);
  if (places.length) memory.places = places;
  if (subject.issuers.length) memory.issuers = subject.issuers;
  return made;
}

/** 对湖南维持Ⅲ级、对江西维持Ⅳ级洪水防御应急响应: a level whose hazard comes only with the next one. */
function hazardAhead(tokens: readonly Token[], deed: Deed): string[] {
  if (is(tokens[deed.end - 1], "response") || !is(tokens[deed.end], "joint")) return [];
  const next = tokens.findIndex((token, i) => i > deed.end && is(token, "response"));
  return next < 0 ? [] : (nounPhrase(tokens, next)?.hazards ?? []);
}

/** 国家防总启动Ⅳ级应急响应: of a flood headquarters it is the one of before, else the flood's, when nothing speaks against it. */
function hazardUnsaid(subject: Subject, memory: Memory, tokens: readonly Token[]): string[] {
  const [issuer] = subject.issuers;
  if (!issuer) return [];
  const known = memory.hazards.get(issuer);
  if (known) return [known];
  const other = tokens.some(
    (token) =>
      /旱情|干旱|抗旱$|台风|防风/.test(token.text) && !is(token, "issuer", "place_issuer", "headquarters"),
  );
  return /防总|防指|防汛|三防/.test(issuer) && !other ? ["防汛"] : [];
}

/** 启动防汛三级应急响应的省份有湖南、江西: each for itself, when nobody else acts. */
const themselves = ({ regions }: Target): Subject => ({
  issuers: (regions ?? []).map((region) => region.name),
  regions: regions ?? [],
  perIssuer: true,
});

const OTHERS = /^(?:其他|其余|另外)/;

/** 针对太湖流域汛情，江苏省防指…: the basin is why, the province is where. */
const isCause = ({ situation, regions }: Target, subject: Subject) =>
  situation === true &&
  (regions ?? []).every((region) => region.adcode === null) &&
  subject.regions.length > 0 &&
  subject.regions.every((region) => region?.adcode);

/** A day that 当日 can be: 今明两天, 未来三天 are none. */
const isMoment = ({ shift, shiftEnd, dayEnd, vague }: TimeWords) =>
  shiftEnd === undefined && dayEnd === undefined && !vague && !(typeof shift === "number" && shift > 0);

/** 预计6日有暴雨: the day of a forecast is not 当日 of an order. */
function foretold(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 12) && !clauseMark(tokens[i]); i--)
    if (/^(预计|预报|预测|未来)$/.test(tokens[i]?.text ?? "")) return true;
  return false;
}

/** 分别, in the words of the act or right before them. */
const saysEach = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(Math.max(0, from - 2), to).some((token) => token.text === "分别");

interface Share {
  issuer: string | null;
  region: PlaceName | null;
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
}

/** Who orders what for where: all for all, or each its own (分别: by body, by level, by region). */
function shares(
  deed: Deed,
  subject: Subject,
  target: Target,
  regions: readonly (PlaceName | null)[],
  tokens: readonly Token[],
  ordinal: number,
): Share[] {
  const { levels, froms } = deed;
  const each = deed.verb && subject.respectively && phrasesOf(tokens, deed.verb.at) > 1;
  const issuers = each
    ? subject.issuers.slice(ordinal, ordinal + 1)
    : ofSystem(subject.issuers, deed, tokens);
  const ownRegion = !target.regions && !target.back && subject.perIssuer;
  // 安徽、江苏相继启动防汛Ⅲ级、Ⅳ级应急响应: as many levels as bodies or regions, in their order.
  const byIssuer = levels.length > 1 && subject.perIssuer && levels.length === issuers.length;
  const byRegion = !ownRegion && levels.length > 1 && levels.length === regions.length;
  if (levels.length > 1 && !byIssuer && !byRegion && !each) return [];
  const list = regions.length ? regions : [null];
  return (issuers.length ? issuers : [null]).flatMap((issuer, i) =>
    (ownRegion
      ? [subject.regions[each ? ordinal : subject.issuers.indexOf(issuer ?? "")] ?? null]
      : list
    ).map((region, k) => ({
      issuer,
      region,
      level: (byRegion ? levels[k] : byIssuer ? levels[i] : undefined) ?? deed.level,
      fromLevel: (byRegion ? froms[k] : byIssuer ? froms[i] : undefined) ?? deed.fromLevel,
    })),
  );
}
