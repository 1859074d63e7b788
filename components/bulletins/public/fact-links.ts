import type { useTranslations } from "next-intl";
import { provincesOf, type Said } from "@/lib/bulletins/facts";
import { isoTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { DEFAULT_HAZARDS, DEFAULT_VIEW, type View, viewParams } from "@/lib/view/schema";

export interface FactLink {
  href: string;
  label: string;
}

const TEAM_ZOOM = 7;

/** The map as it stood at the fact's time, set so that the fact is on it. */
function viewOf(said: Said): View {
  const at = Date.parse(said.at);
  if (said.kind === "RESPONSE")
    return {
      ...DEFAULT_VIEW,
      at,
      issuer: said.issuer,
      provinces: [said.adcode],
      hazards: DEFAULT_HAZARDS.includes(said.hazard) ? DEFAULT_HAZARDS : [said.hazard],
    };
  if (said.kind !== "DEPLOYMENT") return { ...DEFAULT_VIEW, at };
  const placed = said.places.find((place) => place.lat !== null && place.lon !== null);
  return {
    ...DEFAULT_VIEW,
    at,
    position:
      placed?.lat != null && placed.lon != null
        ? { zoom: TEAM_ZOOM, lat: placed.lat, lon: placed.lon }
        : null,
  };
}

/** The page of the very thing that a fact is about, for kinds that have one. */
function pageOf(said: Said, locale: string): FactLink[] {
  if (said.kind !== "WATER" && said.kind !== "DANGER") return [];
  const href = localPath(locale, `/waters/${encodeURIComponent(said.section)}`);
  const [name, nameEn] =
    said.kind === "WATER" ? [said.name, said.nameEn] : [said.sectionName, said.sectionNameEn];
  return [{ href, label: locale === "en" ? nameEn : name }];
}

/** The pages where a fact lives: the map at its time, its water, its provinces. */
export function linksOf(
  said: Said,
  t: ReturnType<typeof useTranslations<"bulletins">>,
  locale: string,
): FactLink[] {
  const query = viewParams(viewOf(said), isoTime).toString();
  return [
    { href: `${localPath(locale, "/")}?${query}`, label: t("onMap") },
    ...pageOf(said, locale),
    ...provincesOf(said).map((adcode) => ({
      href: localPath(locale, `/provinces/${adcode}?at=${encodeURIComponent(said.at)}`),
      label: provinceName(adcode, locale),
    })),
  ];
}
