import { useLocale, useTranslations } from "next-intl";
import { SourceLine } from "@/components/ui/source-line";
import { showAge, showFullTime, showNumber } from "@/lib/format";
import type { SectionBrief, Word } from "@/lib/waters/section";
import styles from "./section.module.css";
import { StateMark } from "./state-mark";
import { TrendWords } from "./word-parts";

/** What the gauge and the bulletin say, beside each other with their ages; where they differ, that is said. */
export function SideBySide({ section, at }: { section: SectionBrief; at: number }) {
  const t = useTranslations("waterSection");
  const waters = useTranslations("waters");
  return (
    <section aria-label={t("said")} className={styles.card} data-testid="side-by-side">
      <h2>{t("said")}</h2>
      <dl className={styles.said}>
        <Said label={waters(`teller.${section.gauge?.teller ?? "gauge"}`)} word={section.gauge} at={at} />
        <Said label={waters("teller.bulletin")} word={section.report} at={at} />
      </dl>
      {section.conflict ? (
        <p className="stale" data-testid="conflict">
          {waters("contradiction")}
        </p>
      ) : null}
    </section>
  );
}

function Said({ label, word, at }: { label: string; word: Word | null; at: number }) {
  const waters = useTranslations("waters");
  const list = useTranslations("list");
  const locale = useLocale();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {word ? (
          <>
            <StateMark state={word.state} />
            {word.stage === null ? null : <strong>{showNumber(word.stage, locale, 2)} m</strong>}
            {word.trend ? (
              <span>
                <TrendWords word={word} />
              </span>
            ) : null}
            <span className={word.stale ? "stale" : undefined}>
              {showFullTime(Date.parse(word.at), locale, word.precision)} ·{" "}
              {showAge(Date.parse(word.at), at, locale)}
              {word.stale ? ` · ${list("stale")}` : ""}
            </span>
            <SourceLine source={word.source} />
          </>
        ) : (
          <span className="muted">{waters("none")}</span>
        )}
      </dd>
    </div>
  );
}
