import type { Deed } from "./acts";
import type { PlaceName } from "./memory";
import { bodyAt } from "./orderers";
import type { Reading } from "./responses";
import type { Subject } from "./subjects";
import { is, type Token } from "./tokens";

/** 次日，国家防总将响应提升至三级: the response it began before, in the same regions. */
export function sameResponse(
  deed: Deed,
  subject: Subject,
  reading: Reading,
  tokens: readonly Token[],
): PlaceName[] | undefined {
  if (deed.phrase.hazards.length || deed.act === "activate" || deed.act === "maintain") return undefined;
  if (subject.issuers.length !== 1) return undefined;
  // 陕西省水利厅针对渭河流域启动…，16时将应急响应提升为Ⅲ级: a body with a place of its own, not named again.
  if (subject.regions.length && (!reading.last.length || namedSince(reading, deed, tokens))) return undefined;
  const earlier = reading.last.length ? reading.last : reading.before;
  const own = earlier.filter((fact) => fact.issuer === subject.issuers[0] && fact.region !== null);
  const places = own.map(({ region, adcode }) => ({ name: region ?? "", adcode }));
  return places.length ? places : undefined;
}

/** Whether a body or a place stands between the last act and this one. */
function namedSince({ last }: Reading, { phrase }: Deed, tokens: readonly Token[]): boolean {
  const end = Math.max(...last.map((fact) => fact.span[1]));
  const to = tokens[phrase.from]?.start ?? 0;
  return tokens.some(
    (token) => token.start >= end && token.end <= to && (bodyAt(token) || is(token, "headquarters", "place")),
  );
}
