import { useLocale, useTranslations } from "next-intl";
import { LevelChip } from "@/components/ui/level-chip";
import { SourceLine } from "@/components/ui/source-line";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { ActionRow } from "@/lib/provinces/read";
import styles from "./province.module.css";

/** Every response action on record, corrected and withdrawn ones too, each with its source. */
export function ActionTable({
  actions,
  adcode,
  mayCorrect,
}: {
  actions: ActionRow[];
  adcode: string;
  mayCorrect: boolean;
}) {
  const t = useTranslations("province");
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("history")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t("effective")}</th>
            <th>{t("issuer")}</th>
            <th>{t("action")}</th>
            <th>{t("level")}</th>
            <th>{t("source")}</th>
            <th>{t("notes")}</th>
            <th>{t("recorded")}</th>
            {mayCorrect ? <th>{t("correct")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.id} data-struck={action.superseded || action.withdrawn || undefined}>
              <td>{showFullTime(Date.parse(action.effectiveAt), locale, action.precision)}</td>
              <ActionCells action={action} />
              <td data-label={t("recorded")}>{showFullTime(Date.parse(action.recordedAt), locale)}</td>
              {mayCorrect ? (
                <td>
                  {action.superseded || action.withdrawn ? null : (
                    <a href={localPath(locale, `/admin/correct/${action.id}?province=${adcode}`)}>
                      {t("correct")}
                    </a>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ActionCells({ action }: { action: ActionRow }) {
  const t = useTranslations("province");
  const terms = useTranslations("terms");
  const list = useTranslations("list");
  const contradiction = useTranslations("contradiction");
  const locale = useLocale();
  const window =
    action.windowAfter && action.windowBy
      ? list("window", {
          after: showFullTime(Date.parse(action.windowAfter), locale, "DAY"),
          by: showFullTime(Date.parse(action.windowBy), locale, "DAY"),
        })
      : "";
  return (
    <>
      <td>
        {locale === "en" ? action.issuerEn : action.issuer} · {terms(`hazard.${action.hazard as "FLOOD"}`)}
        {action.area ? <span className="muted"> · {action.area}</span> : null}
      </td>
      <td>{terms(`action.${action.kind.toLowerCase() as "activate"}`)}</td>
      <td>{action.level ? <LevelChip level={action.level} /> : "—"}</td>
      <td>
        <SourceLine source={action.source} />
      </td>
      <td>
        {action.certainty === "INFERRED" ? (
          <p className="stale">
            {list("inferred")} {window}
          </p>
        ) : null}
        {action.contradiction ? <p className="stale">{contradiction(action.contradiction)}</p> : null}
        {action.superseded ? <p>{t("superseded")}</p> : null}
        {action.withdrawn ? <p>{t("withdrawn")}</p> : null}
        {action.reason ? <p className="muted">{action.reason}</p> : null}
      </td>
    </>
  );
}
