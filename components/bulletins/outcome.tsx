import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
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
  const box = useRef<HTMLParagraphElement>(null);
  const told = useRef(publication !== null);
  useEffect(() => {
    if (!publication || told.current) return;
    told.current = true;
    // The button that was pressed is gone: what came of it takes the focus, and is read out.
    box.current?.focus();
  }, [publication]);
  return (
    <>
      {publication ? (
        <p ref={box} tabIndex={-1} className={own.outcome} data-testid="published">
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
