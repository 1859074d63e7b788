import { Hazard } from "@/lib/responses/schema";
import type { Reference } from "@/lib/snapshot/log";

/** The codes of design.md §2 for the hazard words of bulletins. */
export const HAZARD_OF: Record<string, Hazard> = {
  防汛: Hazard.enum.FLOOD,
  防洪: Hazard.enum.FLOOD,
  洪水防御: Hazard.enum.FLOOD,
  水旱灾害防御: Hazard.enum.FLOOD,
  防汛防台风: Hazard.enum.FLOOD_TYPHOON,
  防汛防风: Hazard.enum.FLOOD_TYPHOON,
  防台风: Hazard.enum.TYPHOON,
  防风: Hazard.enum.TYPHOON,
  抗旱: Hazard.enum.DROUGHT,
  干旱防御: Hazard.enum.DROUGHT,
};

const plain = (text: string) => text.replace(/[省市\s]|自治区|总?指挥部办?公?室?|防汛抗旱|防指|防总$/g, "");

/** 市防指: of the place it acts in. */
const OWN = /^[市州县区](?:防|三防|抗旱)/;
const RANK_ALONE = /^(?:省|自治区)(?:防|三防|抗旱)/;

/** The issuer that the text names: by its name, else the headquarters of the province or prefecture it names. */
export function issuerOf(name: string | null, reference: Reference, adcode: string | null): string | null {
  if (!name) return null;
  const issuers = [...reference.issuers.values()];
  const own = name.replace(/^水利部(?=.)/, "");
  const same = issuers.find((issuer) =>
    [issuer.name, issuer.nameFull].some((one) => one === name || one === own),
  );
  if (same) return same.id;
  // 省防指: its rank alone, of the place it acts in.
  const province = adcode && reference.provinces.get(`${adcode.slice(0, 2)}0000`)?.name;
  const short = RANK_ALONE.test(name) && province ? province : plain(name);
  const place = (code: string | null) =>
    (code && (reference.provinces.get(code)?.name ?? reference.areas.get(code)?.short)) ?? "";
  return (
    issuers.find((issuer) => {
      if (!/防指|防总/.test(issuer.name)) return false;
      if (issuer.tier === "PROVINCE") return place(issuer.provinceId) === short;
      return (
        issuer.areaId !== null && issuer.areaId === adcode && (plain(issuer.name) === short || OWN.test(name))
      );
    })?.id ?? null
  );
}

export const provinceOf = (adcode: string | null | undefined) =>
  adcode ? `${adcode.slice(0, 2)}0000` : null;

export const sectionOf = (name: string, reference: Reference): string | null =>
  [...reference.sections.values()].find(
    (section) => section.name === name || name.endsWith(`${section.name}站`),
  )?.id ?? null;

/** Words for a team or an asset that are not the term of its kind, each with the kind's code. */
const TEAM_WORDS: [RegExp, string][] = [
  [/消防/, "fire_vanguard"],
  [/武警/, "armed_police"],
  [/解放军|部队官兵/, "army"],
  [/民兵/, "militia"],
  [/专家/, "expert_group"],
  [/工作组/, "working_group"],
  [/通信.*(?:队|力量)/, "comm_team"],
  [/救援|指战员|力量|抢险/, "rescue_force"],
];
const ASSET_WORDS: [RegExp, string][] = [
  [/大中型.*无人机|翼龙/, "drone_platform"],
  [/大型.*无人机/, "drone_large"],
  [/中型.*无人机|系留无人机/, "drone_medium"],
  [/无人机/, "drone_platform"],
  [/基站/, "base_station"],
  [/便携站|卫星站/, "satellite_portable"],
  [/卫星电话/, "satellite_phone"],
  [/通信.*车|指挥车/, "comm_vehicle"],
  [/通信|自组网/, "comm_asset"],
];

/** The kind of a team or asset by its term, else by the words in its name; null when none fits. */
export function kindOfTeam(name: string, reference: Reference, asset: boolean): string | null {
  const same = [...reference.kinds.values()].find((kind) => kind.term === name)?.code;
  if (same) return same;
  const code = (asset ? ASSET_WORDS : TEAM_WORDS).find(([pattern]) => pattern.test(name))?.[1];
  return code && reference.kinds.has(code) ? code : null;
}
