import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { Draft } from "@/lib/bulletins/schema";
import { provinceName } from "@/lib/provinces/list";
import { candidateWords } from "./candidate-words";
import { levelWords, named, provincesIn, timeOf, type Words, waterWords } from "./sentence";

type Water = Extract<Draft, { kind: "WATER" }>;

/** One line a change: what is in force now, what would be, when, and where the two contradict. */
export function changesOf(proposal: ReviewedProposal, words: Words): { text: string; wrong: boolean }[] {
  const { t, locale } = words;
  const { draft, changes, candidates, fact } = proposal;
  if (draft?.kind === "RESPONSE") {
    const time = timeOf(draft.effectiveAt, locale);
    const after = levelWords(draft.action === "TERMINATE" ? null : draft.level, words);
    const stated = named(String(fact.region ?? ""), words);
    const area = draft.areaId ? stated : "";
    if (!changes.length)
      return [
        {
          text: t("changeNowhere", { region: stated || t("unnamed"), after, time }),
          wrong: false,
        },
      ];
    return changes.map((change) => {
      const region = area || provinceName(change.province, locale);
      const level = levelWords(change.inForce, words);
      const before = change.stated ? t("statedBefore", { level }) : level;
      const action = t(`action.${draft.action}`);
      if (change.problem)
        return {
          text: t("contradicts", {
            region,
            before,
            action,
            after: draft.action === "TERMINATE" ? "" : after,
          }),
          wrong: true,
        };
      if (change.confirmed) return { text: t("recordedAsMaintained", { region }), wrong: false };
      return level === after
        ? { text: t("changeSame", { region, after, time }), wrong: false }
        : { text: t("change", { region, before, after, time }), wrong: false };
    });
  }
  if (draft?.kind === "WATER") {
    const [now] = candidates;
    if (!now) return [{ text: t("waterNone"), wrong: false }];
    const { status, trend, words: stage } = now.says;
    const what = waterWords(
      {
        status: (status ?? null) as Water["status"],
        trend: (trend ?? null) as Water["trend"],
        stage: stage ?? null,
      },
      words,
    );
    return [
      { text: t("waterNow", { what, time: timeOf(now.at, locale), publisher: now.publisher }), wrong: false },
    ];
  }
  const [first] = candidates;
  const known = first?.same ? ("onRecord" as const) : first?.alike ? ("alike" as const) : null;
  const same =
    first && known ? [{ text: t(known, { what: candidateWords(first, words) }), wrong: false }] : [];
  if (draft?.kind === "OUTAGE") {
    const until = draft.until ? timeOf(draft.until, locale) : "none";
    return [{ text: t("outageSince", { since: timeOf(draft.since, locale), until }), wrong: false }, ...same];
  }
  if (!draft || !("at" in draft)) return same;
  const to =
    draft.kind === "DIRECTIVE"
      ? `${t(`category.${draft.category}`)} · ${t("addressed", { provinces: provincesIn(draft.provinces, locale) || t("allProvinces") })} · `
      : "";
  return [{ text: `${to}${timeOf(draft.at, locale)}`, wrong: false }, ...same];
}
