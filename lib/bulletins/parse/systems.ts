import type { Deed } from "./acts";
import { WATER_BODY } from "./orderers";
import { phrasesOf } from "./phrases";
import type { Token } from "./tokens";

/** The hazards of the ministry of waters and its bodies; the others are the flood headquarters'. */
const WATER_HAZARD = /洪水防御|水旱灾害|干旱/;

const mixed = (list: readonly string[], test: RegExp): boolean =>
  list.some((one) => test.test(one)) && !list.every((one) => test.test(one));

/** 长江防总、长江委维持防汛（洪水防御）Ⅲ级应急响应: of two hazards each of two bodies has the one of its own system. */
export function ownHazards(
  issuer: string | null,
  issuers: readonly string[],
  hazards: readonly string[],
  aside: string | null,
): readonly string[] {
  const told = aside ? [...hazards, aside] : hazards;
  if (!issuer || !mixed(issuers, WATER_BODY) || !mixed(told, WATER_HAZARD)) return hazards;
  return told.filter((hazard) => WATER_HAZARD.test(hazard) === WATER_BODY.test(issuer));
}

/** 珠江防总、珠江委启动防汛Ⅳ级和洪水防御Ⅳ级应急响应: each body the response of its own system. */
export function ofSystem(issuers: string[], deed: Deed, tokens: readonly Token[]): string[] {
  if (issuers.length < 2 || !deed.verb || deed.phrase.aside || phrasesOf(tokens, deed.verb.at) < 2)
    return issuers;
  const water = WATER_HAZARD.test(deed.hazards.join());
  const own = issuers.filter((issuer) => WATER_BODY.test(issuer) === water);
  return own.length ? own : issuers;
}
