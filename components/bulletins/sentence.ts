import type { useTranslations } from "next-intl";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { Draft } from "@/lib/bulletins/schema";
import { countBeside } from "@/lib/deployments/words";
import { joinerOf, parseTime, showFullTime, showTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { ResponseLevel } from "@/lib/responses/levels";
import type { Choices } from "./choices";

export interface Words {
  t: ReturnType<typeof useTranslations<"bulletin">>;
  terms: ReturnType<typeof useTranslations<"terms">>;
  dangers: ReturnType<typeof useTranslations<"patrol">>;
  locale: string;
  choices: Choices;
}
type Sent = Extract<Draft, { kind: "DEPLOYMENT" | "COMMUNICATION" }>;
type Water = Extract<Draft, { kind: "WATER" }>;

export const nameOf = (list: Choices["issuers"], id: string | null, locale: string) => {
  const found = list.find((one) => one.id === id);
  return found ? (locale === "en" ? found.nameEn : found.name) : null;
};

/** A stored day or time as it is shown; words that are neither stay as they are. */
export function timeOf(text: string, locale: string): string {
  const time = parseTime(text);
  return time ? showTime(time.ms, locale, time.precision) : text;
}

/** The same with the year, for the head of a bulletin. */
export function fullTimeOf(text: string, locale: string): string {
  const time = parseTime(text);
  return time ? showFullTime(time.ms, locale, time.precision) : text;
}

/** A record's time to the minute. */
export const minuteOf = (time: string) => time.slice(0, 16) + time.slice(-6);

/** A name that the text prints, in the reader's language where we know it. */
export const named = (name: string, { locale, choices }: Words) =>
  (locale === "en" && choices.english[name]) || name;
export const provincesIn = (codes: readonly string[], locale: string) =>
  codes.map((code) => provinceName(code, locale)).join(joinerOf(locale));

export const levelWords = (level: ResponseLevel | null, { t, terms }: Words) =>
  level ? t("levelOf", { level: terms(`numeral.${level}`) }) : t("noLevel");

export const waterWords = (
  {
    status,
    trend,
    stage,
    exceedance = null,
  }: Pick<Water, "status" | "trend"> & { stage: string | number | null; exceedance?: number | null },
  { t }: Words,
) =>
  [
    status ? `${t(`status.${status}`)}${exceedance === null ? "" : ` ${exceedance.toFixed(2)} m`}` : null,
    trend ? t(`trend.${trend}`) : null,
    stage === null ? null : typeof stage === "number" ? `${stage.toFixed(2)} m` : stage,
  ]
    .filter(Boolean)
    .join(" · ");

function sentWords(draft: Sent, said: (key: string) => string, words: Words): string {
  const { t, locale, choices } = words;
  const nowhere = !draft.place && !draft.province && !draft.areas.length;
  return t(draft.state === "PREPOSITIONED" ? "readySentence" : "deploymentSentence", {
    from: named(draft.from, words) || t("unnamed"),
    count: countBeside(draft.count, said("units"), locale),
    kind: nameOf(choices.kinds, draft.kindId, locale) ?? (said("kind") || t("unnamed")),
    place:
      nowhere && draft.state === "PREPOSITIONED" ? t("nation") : named(draft.place, words) || t("unnamed"),
  });
}

/** What a proposal says, in words, without what it changes. */
export function sentenceOf({ draft, fact }: Pick<ReviewedProposal, "draft" | "fact">, words: Words): string {
  const { t, terms, dangers, locale, choices } = words;
  const said = (key: string) => String(fact[key] ?? "");
  if (!draft) return said("text") || said("words");
  switch (draft.kind) {
    case "RESPONSE":
      return t("responseHead", {
        issuer: nameOf(choices.issuers, draft.issuerId, locale) ?? (said("issuer") || t("unnamed")),
        action: t(`action.${draft.action}`),
        hazard: terms(`hazard.${draft.hazard}`),
        level: draft.level ? levelWords(draft.level, words) : "",
      });
    case "WATER":
      return t("waterSentence", {
        name: nameOf(choices.sections, draft.sectionId, locale) ?? (said("name") || t("unnamed")),
        what: waterWords(draft, words) || t("unnamed"),
      });
    case "DEPLOYMENT":
    case "COMMUNICATION":
      return sentWords(draft, said, words);
    case "FORECAST":
      return t("forecastSentence", {
        areas: draft.areas.map((area) => named(area, words)).join(joinerOf(locale)) || t("unnamed"),
        intensity: draft.intensity || t("unnamed"),
        from: draft.from ? timeOf(draft.from, locale) : "—",
        to: draft.to ? timeOf(draft.to, locale) : "—",
      });
    case "CONSULTATION": {
      const names = provincesIn(draft.provinces, locale);
      return t("consultationSentence", {
        by: draft.ledBy.map((body) => named(body, words)).join(joinerOf(locale)) || t("unnamed"),
        provinces: names ? t("videoWith", { provinces: names }) : "",
      });
    }
    case "OUTAGE":
      return t("outageSentence", {
        place: draft.name || t("unnamed"),
        cuts: draft.cuts.map((cut) => t(`cuts.${cut}`)).join(joinerOf(locale)) || t("unnamed"),
        people: draft.people ?? -1,
      });
    case "DANGER":
      return t("dangerSentence", {
        place: draft.place || t("unnamed"),
        kind: dangers(`kind.${draft.danger}`),
        grade: draft.dangerGrade ? dangers(`grade.${draft.dangerGrade}`) : "none",
      });
    case "DIRECTIVE":
      return t("directiveSentence", { issuer: named(draft.issuer, words) || t("unnamed"), text: draft.text });
  }
}
