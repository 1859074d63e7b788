"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { useLive } from "@/components/shell/live";
import { usePicture } from "@/components/shell/use-picture";
import { SourceLine } from "@/components/ui/source-line";
import { directiveMatrix } from "@/lib/directives/matrix";
import { joinerOf, showFullTime, showTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { Snapshot } from "@/lib/snapshot/schema";
import { Matrix } from "./matrix";

type Part = Pick<Snapshot, "directives" | "geohazards">;
const pick = ({ directives, geohazards }: Snapshot): Part => ({ directives, geohazards });

interface Props {
  initial: Part;
  version: number;
  at: number | null;
  lateAfterHours: number;
  /** Provinces whose answers this account may record; none for the public. */
  mine: readonly string[];
}

/** What was ordered, and province by province what has come of it. */
export function MatrixPage({ initial, version, at, lateAfterHours, mine }: Props) {
  const t = useTranslations("directives");
  const locale = useLocale();
  const live = useLive();
  const now = at ?? live.now;
  const { part } = usePicture(initial, version, pick, at !== null);
  const rows = directiveMatrix(part.directives, now, lateAfterHours);
  const owed = rows.reduce((sum, row) => sum + row.unanswered, 0);
  const watched = new Map(part.geohazards.map((watch) => [watch.adcode, watch]));
  const join = joinerOf(locale);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" suppressHydrationWarning>
          {t("summary", {
            orders: part.directives.length,
            owed,
            hours: lateAfterHours,
            time: showFullTime(now, locale),
          })}
        </p>
      </header>
      {part.directives.length ? (
        <>
          <ol className={styles.list} data-testid="directives">
            {part.directives.map((one, index) => (
              <li key={one.id} id={`order-${one.id}`}>
                <div className={styles.first}>
                  <strong>
                    {index + 1}. {t(`category.${one.category}`)}
                  </strong>
                  <span className="muted">{(locale === "en" && one.issuerEn) || one.issuer}</span>
                  <time dateTime={one.at}>{showTime(Date.parse(one.at), locale, one.precision)}</time>
                </div>
                <p className={styles.line}>{one.text}</p>
                <p className={styles.note}>
                  {one.everyone
                    ? t("everyoneThen", { count: one.provinces.length })
                    : one.provinces.map((code) => provinceName(code, locale)).join(join)}
                </p>
                <SourceLine source={one.source} further={one.furtherSources} />
              </li>
            ))}
          </ol>
          <section className={styles.section}>
            <h2>{t("matrix")}</h2>
            <Matrix rows={rows} directives={part.directives} mine={mine} watched={watched} />
          </section>
        </>
      ) : (
        <p className="muted">{t("noneYet")}</p>
      )}
    </div>
  );
}
