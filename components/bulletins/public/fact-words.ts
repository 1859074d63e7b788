import type { useTranslations } from "next-intl";
import type { Said } from "@/lib/bulletins/facts";
import { countBeside } from "@/lib/deployments/words";
import { DIRECTIVE_TERMS } from "@/lib/directives/categories";
import { showFullTime, showNumber } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { WATER_STATUSES } from "@/lib/snapshot/schema";

interface Words {
  t: ReturnType<typeof useTranslations<"bulletins">>;
  terms: ReturnType<typeof useTranslations<"terms">>;
  dangers: ReturnType<typeof useTranslations<"patrol">>;
  trends: ReturnType<typeof useTranslations<"list.trend">>;
  joiner: string;
  locale: string;
}

/** What a fact says, as a sentence in the reader's language; one case a kind. */
export function sentenceOf(said: Said, { t, terms, dangers, trends, joiner, locale }: Words): string {
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
      return t(said.state === "prepositioned" ? "say.prepositioned" : "say.deployment", {
        from: english ? said.fromEn : said.from,
        kind: english ? said.typeNameEn : said.typeName,
        count: countBeside(said.count, said.unit, locale),
        place: said.places.map((place) => (english ? place.nameEn : place.name)).join(joiner) || t("nation"),
        mission: said.mission,
      });
    case "OUTAGE":
      return t("say.outage", {
        name: said.name,
        cuts: said.cuts.map((cut) => t(`cut.${cut}`)).join(joiner),
        people: said.people ?? -1,
      });
    case "DANGER":
      return said.dangers
        .map(({ danger, grade, place }) =>
          t("say.danger", { place, kind: dangers(`kind.${danger}`), grade: dangers(`grade.${grade}`) }),
        )
        .join(joiner);
    case "FORECAST":
      return t("say.forecast", {
        areas: (english ? said.areasEn : said.areas).join(joiner),
        intensity: said.intensity,
      });
    case "CONSULTATION":
      return t("say.consultation", {
        by: (english ? said.ledByEn : said.ledBy).join(joiner),
        form: t(`form.${said.form}`),
        provinces: said.adcodes.map((adcode) => provinceName(adcode, locale)).join(joiner) || "none",
      });
    case "DIRECTIVE":
      return t("say.directive", {
        issuer: english ? said.issuerEn : said.issuer,
        category: DIRECTIVE_TERMS[said.category][english ? "en" : "zh"],
        text: said.text,
      });
  }
}

/** When a fact holds; of a forecast its whole period. */
export function timeOf(said: Said, { t, locale }: Pick<Words, "t" | "locale">): string {
  const at = showFullTime(Date.parse(said.at), locale, said.precision);
  return said.kind === "FORECAST" && said.to
    ? t("between", { from: at, to: showFullTime(Date.parse(said.to), locale, said.toPrecision) })
    : at;
}
