import type { ResponseFact } from "./responses";

/** 湖北省防汛抗旱指挥部 and 湖北省防指 are one body, and so is 省防指 when it acts in 湖北. */
const SPELLED = /(?:防汛|三防|抗旱).*指挥部(?:办公室)?$|防[汛指]?办(?:公室)?$|防指$|防总$/;
const RANKED = /(省|自治区|[市县区州])(防指|水利[厅局]|水务局)$/;
const DIGITS: Record<string, number> = { 省: 2, 自治区: 2, 市: 4, 州: 4, 县: 6, 区: 6 };

/** 湖北省防指: the short form of a headquarters' name. */
export const shortName = (body: string): string => body.replace(SPELLED, "防指");

function bodyOf({ issuer, adcode }: ResponseFact): string | undefined {
  const spelled = issuer === null ? undefined : shortName(issuer);
  const [, rank, body] = RANKED.exec(spelled ?? "") ?? [];
  if (rank && adcode) return `${adcode.slice(0, DIGITS[rank])}${rank}${body}`;
  // 吉林 and 吉林省.
  return spelled?.replace(/[省市]$/, "");
}

const sameOrder = (one: ResponseFact, fact: ResponseFact) =>
  one.level === fact.level &&
  one.hazard === fact.hazard &&
  one.region === fact.region &&
  bodyOf(one) === bodyOf(fact);

/** 启动7省水旱灾害防御Ⅳ级应急响应 above, 启动洪水防御Ⅳ级应急响应 of the seven by name below. */
const wider = (short: ResponseFact, full: ResponseFact) =>
  short.region === null && short.hazard === "水旱灾害防御" && full.hazard === "洪水防御";

const WATER = /^(?:水旱灾害|洪水)防御$/;

/** How much of an act is told: its old level and its moment. */
const fullness = ({ fromLevel, effective }: ResponseFact) => (fromLevel ? 1 : 0) + (effective?.length ?? 0);

/** 水旱灾害防御Ⅲ级提升至Ⅱ级 and, of the same body's same step, 提升洪水防御应急响应至Ⅱ级: one act in two words, told less fully here. */
const inOtherWords = (one: ResponseFact, fact: ResponseFact) =>
  one !== fact &&
  one.hazard !== fact.hazard &&
  WATER.test(one.hazard) &&
  WATER.test(fact.hazard) &&
  one.action === fact.action &&
  sameOrder({ ...one, hazard: fact.hazard }, fact) &&
  (!one.effective || !fact.effective || one.effective.slice(0, 10) === fact.effective.slice(0, 10)) &&
  fullness(one) > fullness(fact);

const isTold = (short: ResponseFact, full: ResponseFact) =>
  short !== full && (short.hazard === full.hazard || wider(short, full)) && short.level === full.level;

/** 市防指决定，武汉市将…: one order, told of the body and of its place. */
const ofPlace = ({ issuer, region }: ResponseFact) =>
  region !== null && issuer?.replace(/[省市]$/, "") === region;
const isBodyOf = ({ issuer }: ResponseFact, region: string | null) =>
  issuer !== null &&
  region !== null &&
  SPELLED.test(issuer) &&
  (issuer.startsWith(region) || /^(?:省|自治区|[市州县区])/.test(issuer));

/** 三明防台风应急响应升至Ⅱ级 above, 三明市防指 below: one act, told first without its body or without its regions. */
function shorter(short: ResponseFact, full: ResponseFact): boolean {
  if (!isTold(short, full)) return false;
  if (short.region === null) return full.region !== null && full.issuer === short.issuer;
  if (full.region !== short.region || full.action !== short.action) return false;
  return short.issuer === null ? full.issuer !== null : isBodyOf(full, short.region);
}

/** One record per issuer, hazard and region: a second mention adds only what the first left out; a later order replaces. */
export function merged(facts: readonly ResponseFact[]): ResponseFact[] {
  const byKey = new Map<string, ResponseFact>();
  for (const fact of facts) {
    // Two acts on one response (提升至Ⅱ级，12时再提升至Ⅰ级) are two orders.
    const key = [bodyOf(fact), fact.hazard, fact.region, fact.action, fact.level].join("|");
    const known = byKey.get(key);
    if (!known) byKey.set(key, fact);
    else {
      known.effective ??= fact.effective;
      known.fromLevel ??= fact.fromLevel;
    }
  }
  // 启动防汛Ⅲ级应急响应 … 目前处于防汛Ⅲ级应急响应状态: told again, no second act. A level of nobody for nowhere is no fact.
  const all = [...byKey.values()];
  const list = all.filter(
    (fact, i) =>
      (fact.issuer !== null || fact.region !== null) &&
      !(fact.action === "maintain" && all.slice(0, i).some((one) => sameOrder(one, fact))),
  );
  return list.filter((fact) => {
    if (list.some((one) => inOtherWords(one, fact))) return false;
    if (fact.region !== null && fact.issuer !== null && !ofPlace(fact)) return true;
    const fuller = list.filter((other) => shorter(fact, other));
    // What only the short telling says of the act's time holds for the long one.
    for (const other of fuller.filter(({ action }) => action === fact.action)) {
      other.effective ??= fact.effective;
      other.fromLevel ??= fact.fromLevel;
    }
    return !fuller.length;
  });
}
