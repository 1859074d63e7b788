import { useLocale, useTranslations } from "next-intl";
import type { ReviewedBulletin } from "@/lib/bulletins/read";
import { localPath } from "@/lib/i18n/routing";
import own from "./bulletins.module.css";
import { minuteOf, timeOf } from "./sentence";

/** What became of a bulletin, and the steps that led there. */
export function Outcome({ bulletin }: { bulletin: ReviewedBulletin }) {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const { publication, steps, state } = bulletin;
  const last = steps.at(-1);
  return (
    <>
      {publication ? (
        <p className={own.outcome} data-testid="published">
          {t("publishedBy", {
            name: publication.by,
            count: publication.facts,
            time: timeOf(minuteOf(publication.at), locale),
          })}{" "}
          {publication.submittedBy ? t("submittedBy", { name: publication.submittedBy }) : ""}{" "}
          <a href={localPath(locale, "/")}>{t("mapAfter")}</a>
        </p>
      ) : null}
      {state === "withdrawn" && last ? (
        <div role="alert" className={own.outcome} data-testid="withdrawn">
          <p>
            <strong>{t("withdrawnTitle", { name: last.by })}</strong>
          </p>
          <p>{t("withdrawnText", { reason: last.reason ?? "—" })}</p>
        </div>
      ) : null}
      {steps.length && !publication ? (
        <ol className={`${own.steps} muted`}>
          {steps.map((step) => (
            <li key={`${step.at}${step.kind}`}>
              {t(`step.${step.kind}`, {
                name: step.by,
                time: timeOf(minuteOf(step.at), locale),
                reason: step.reason ?? "—",
              })}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
