import { type Place, PROVINCES } from "./gazetteer";
import type { Memory, PlaceName } from "./memory";
import { shortName } from "./merged";
import type { Subject } from "./subjects";
import { as, type Token } from "./tokens";

const MUNICIPALITY = /^(?:11|12|31|50)0000$/;
const PROVINCIAL = /^(?:省|自治区|区)$/;

/** Whether a body of this rank can be the place's own: 市防指 is no province's. */
const FITS: Record<string, (adcode: string, name: string) => boolean> = {
  省: (code) => code.endsWith("0000"),
  自治区: (code) => /^(?:15|45|54|64|65)0000$/.test(code),
  // 江津区's 市水利局 is the municipality's.
  市: (code, name) =>
    MUNICIPALITY.test(code) || (!code.endsWith("0000") && (code.endsWith("00") || !/[区县旗]$/.test(name))),
  州: (code) => !code.endsWith("0000"),
  县: (code) => !code.endsWith("00"),
  区: (code) => !code.endsWith("00"),
};

const SEAT = /(?:人民)?政府$/;

const provinceOf = (place: PlaceName | null | undefined): Place | undefined =>
  place?.adcode ? PROVINCES.get(`${place.adcode.slice(0, 2)}0000`) : undefined;

/** The province that every place of these lies in; none when they lie in several. */
function onlyProvince(places: readonly PlaceName[]): Place | undefined {
  const codes = new Set(places.flatMap((place) => place.adcode?.slice(0, 2) ?? []));
  return codes.size === 1 ? provinceOf(places.find((place) => place.adcode)) : undefined;
}

/**
 * 省防指, 市防汛办: named as the text has it; its region is the place of its rank that was spoken of last, or the
 * one province of all that was. "blocked" when none was.
 */
export function bareHeadquarters(
  tokens: readonly Token[],
  at: number,
  near: PlaceName | undefined,
  memory: Memory,
): Subject | "blocked" {
  const owner = tokens[at - 1]?.text ?? "";
  // 省政府防汛抗旱指挥部: the government's, and so of its rank.
  const before = owner.replace(SEAT, "");
  const body = tokens[at]?.text ?? "";
  // 凤凰县古城…，防汛抗旱指挥部将…: of the place in the clause before.
  const alone = before === "，" ? near : undefined;
  if (alone) return { issuers: [body], regions: [alone], perIssuer: false };
  const fits = FITS[before];
  if (!fits) return "blocked";
  // 县防汛抗旱指挥部决定…, headed 祁门县防汛抗旱指挥部: the paper names it in full; 县防指 only of one that signs.
  const { signer } = memory;
  const own = signer?.dated ? shortName(signer.body).endsWith(shortName(`${before}${body}`)) : false;
  if (signer && (own || signer.body.endsWith(`${before}${body}`)))
    return { issuers: [signer.body], regions: [signer], perIssuer: false };
  const named = [near, ...memory.lists.map((list) => list[0]).reverse(), memory.home, ofPlan(tokens, at)];
  const found = named.find((place) => place?.adcode && fits(place.adcode, place.name));
  const place = found ?? (PROVINCIAL.test(before) ? ofProvince(named, memory) : undefined);
  if (!place) return "blocked";
  return { issuers: [`${owner}${body}`], regions: [place], perIssuer: false };
}

/** How far after its headquarters a plan is named, in words. */
const PLAN = 30;

/** 省防汛抗旱指挥部下发通知，依据《湖南省防汛应急预案》…: whose plan it follows. */
function ofPlan(tokens: readonly Token[], at: number): Place | undefined {
  const from = tokens.findIndex((token, i) => i > at && i < at + PLAN && token.text === "《");
  return from < 0 ? undefined : as(tokens[from + 1], "place")?.place;
}

function ofProvince(named: readonly (PlaceName | null | undefined)[], memory: Memory): Place | undefined {
  return provinceOf(memory.home) ?? onlyProvince(named.flatMap((place) => place ?? []));
}
