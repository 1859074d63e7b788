import type { useTranslations } from "next-intl";
import type { Said } from "@/lib/bulletins/facts";
import { showNumber } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { WATER_STATUSES } from "@/lib/snapshot/schema";

interface Words {
  t: ReturnType<typeof useTranslations<"bulletins">>;
  terms: ReturnType<typeof useTranslations<"terms">>;
  trends: ReturnType<typeof useTranslations<"list.trend">>;
  joiner: string;
  locale: string;
}

/** What a fact says, as a sentence in the reader's language; one case a kind. */
export function sentenceOf(said: Said, { t, terms, trends, joiner, locale }: Words): string {
  const english = locale === "en";
  switch (said.kind) {
    case "RESPONSE":
      return t(`say.${said.action}`, {
        issuer: english ? said.issuerEn : said.issuer,
        region: said.area
          ? `${provinceName(said.adcode, locale)}${english ? ", " : ""}${said.area.name}`
          : provinceName(said.adcode, locale),
        hazard: terms(`hazard.${said.hazard}`),
        level: terms(`level.${said.level ?? "none"}`),
      });
    case "WATER":
      return t("say.water", {
        name: english ? said.nameEn : said.name,
        what: [
          said.status ? terms(`status.${said.status as (typeof WATER_STATUSES)[number]}`) : null,
          said.trend ? trends(said.trend as "rising") : null,
          said.stage === null ? null : `${showNumber(said.stage, locale, 2)} m`,
        ]
          .filter(Boolean)
          .join(joiner),
      });
    case "DEPLOYMENT":
      return t("say.deployment", {
        from: said.from,
        kind: english ? said.typeNameEn : said.typeName,
        count:
          said.count === null ? "" : `${showNumber(said.count, locale)} ${english ? "" : said.unit}`.trim(),
        place: said.places.map((place) => place.name).join(joiner),
        mission: said.mission,
      });
  }
}
