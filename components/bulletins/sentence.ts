import type { useTranslations } from "next-intl";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import { provinceName } from "@/lib/provinces/list";
import type { Choices } from "./choices";

interface Words {
  t: ReturnType<typeof useTranslations<"bulletin">>;
  terms: ReturnType<typeof useTranslations<"terms">>;
  locale: string;
  choices: Choices;
}

const nameOf = (list: Choices["issuers"], id: string | null, locale: string) => {
  const found = list.find((one) => one.id === id);
  return found ? (locale === "en" ? found.nameEn : found.name) : null;
};

/** What a proposal says, in words: whose, what, from which level to which, when. */
export function sentenceOf(proposal: ReviewedProposal, { t, terms, locale, choices }: Words): string {
  const { draft, fact } = proposal;
  const said = (key: string) => String(fact[key] ?? "");
  if (!draft) return noted(proposal, t);
  if (draft.kind === "RESPONSE") {
    const issuer = nameOf(choices.issuers, draft.issuerId, locale) ?? (said("issuer") || t("unnamed"));
    const region =
      draft.province && !draft.areaId ? provinceName(draft.province, locale) : said("region") || t("unnamed");
    const level =
      draft.level && draft.action !== "TERMINATE" ? terms(`numeral.${draft.level}`) : t("noLevel");
    const before = proposal.inForce ? terms(`numeral.${proposal.inForce as "I"}`) : t("noLevel");
    const time = draft.effectiveAt.replace("T", " ").replace(/:00\+08:00$/, "");
    return t("responseSentence", {
      issuer,
      region,
      hazard: terms(`hazard.${draft.hazard}`),
      action: t(`action.${draft.action}`),
      before,
      level,
      time,
    });
  }
  if (draft.kind === "WATER") {
    const what = [
      draft.status ? t(`status.${draft.status}`) : null,
      draft.trend ? t(`trend.${draft.trend}`) : null,
      draft.stage === null ? null : `${draft.stage} m`,
    ].filter(Boolean);
    return t("waterSentence", {
      name: nameOf(choices.sections, draft.sectionId, locale) ?? said("name"),
      what: what.join(" · "),
    });
  }
  return t("deploymentSentence", {
    from: draft.from || t("unnamed"),
    count: draft.count === null ? "" : `${draft.count}${said("units")}`,
    kind: nameOf(choices.kinds, draft.kindId, locale) ?? said("kind"),
    place: draft.place || t("unnamed"),
  });
}

/** What is shown beside its words only: forecasts, communication assets, consultations. */
function noted({ kind, fact }: ReviewedProposal, t: Words["t"]): string {
  const said = (key: string) => String(fact[key] ?? "");
  if (kind === "COMMUNICATION")
    return t("commsSentence", { kind: `${said("count")}${said("kind")}`, to: said("to") || t("unnamed") });
  if (kind === "CONSULTATION")
    return t("consultationSentence", {
      by: (fact.by as string[]).join("、"),
      on: said("on") || t("unnamed"),
      provinces: (fact.provinces as { name: string }[]).map((one) => one.name).join("、") || t("unnamed"),
    });
  return t("forecastSentence", {
    areas: (fact.areas as string[]).join("、"),
    intensity: said("intensity"),
    from: said("from") || "—",
    to: said("to") || "—",
  });
}
