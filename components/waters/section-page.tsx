import { useLocale, useTranslations } from "next-intl";
import { showNumber, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { basinName } from "@/lib/waters/basins";
import type { Range } from "@/lib/waters/ranges";
import type { MarkRecord } from "@/lib/waters/schema";
import type { Word } from "@/lib/waters/section";
import type { WaterRow } from "@/lib/waters/table";
import { Hydrograph } from "./hydrograph";
import { LevelStrip } from "./level-strip";
import { MarksTable } from "./marks-table";
import { ReportsTable } from "./reports-table";
import styles from "./section.module.css";
import { SideBySide } from "./side-by-side";
import { StateMark } from "./state-mark";
import { MarkDoubt, TrendWords } from "./word-parts";

interface Props {
  section: WaterRow;
  codeOfficial: boolean;
  /** The marks of the day, and all there ever were. */
  marks: readonly MarkRecord[];
  allMarks: readonly MarkRecord[];
  /** Today's stage where it may be compared with the marks, metres. */
  comparable: number | null;
  reports: readonly Word[];
  crest: { stage: number; at: string; precision: "DAY" | "MINUTE"; publisher: string } | null;
  at: number;
  range: Range;
  compare: boolean;
}

/** One reach, lake, reservoir or station: how it stands, who says so, its curve, its marks and every report. */
export function SectionPage(props: Props) {
  const { section, marks, allMarks, reports, at } = props;
  const t = useTranslations("waterSection");
  const locale = useLocale();
  const name = locale === "en" ? section.nameEn : section.name;
  return (
    <div className={styles.page}>
      <Head section={section} name={name} codeOfficial={props.codeOfficial} />
      <div className={styles.top}>
        <State section={section} crest={props.crest} />
        <SideBySide section={section} at={at} />
        <section aria-label={t("strip")} className={styles.card}>
          <h2>{t("strip")}</h2>
          <LevelStrip marks={marks} stage={props.comparable} />
        </section>
      </div>
      <Hydrograph id={section.id} name={name} range={props.range} compare={props.compare} now={at} />
      <section className={styles.card}>
        <h2>{t("marks")}</h2>
        <MarksTable marks={allMarks} current={marks} />
      </section>
      <section className={styles.card}>
        <h2>{t("reports")}</h2>
        <ReportsTable reports={reports} />
      </section>
    </div>
  );
}

function Head({ section, name, codeOfficial }: { section: WaterRow; name: string; codeOfficial: boolean }) {
  const t = useTranslations("waterSection");
  const waters = useTranslations("waters");
  const locale = useLocale();
  const river = locale === "en" ? section.riverEn : section.river;
  return (
    <header className={styles.head}>
      <p>
        <a href={localPath(locale, "/waters")}>{t("back")}</a>
      </p>
      <h1>
        {name}
        {section.synthetic ? <small className={styles.synthetic}>{waters("synthetic")}</small> : null}
      </h1>
      <p className={styles.place}>
        <span>{t(`kind.${section.kind}`)}</span>
        {river ? <span>{river}</span> : null}
        {section.basin ? <span>{basinName(section.basin, locale)}</span> : null}
        {section.adcodes.map((code) => (
          <a key={code} href={localPath(locale, `/provinces/${code}`)}>
            {provinceName(code, locale)}
          </a>
        ))}
        {section.stationCode ? (
          <span>
            {t("code")} {section.stationCode} {codeOfficial ? "" : t("codeOwn")}
          </span>
        ) : null}
        {section.lat === null || section.lon === null ? null : (
          <a href={localPath(locale, `/?map=8/${section.lat.toFixed(3)}/${section.lon.toFixed(3)}`)}>
            {t("onMap")}
          </a>
        )}
      </p>
    </header>
  );
}

function State({ section, crest }: Pick<Props, "section" | "crest">) {
  const t = useTranslations("waterSection");
  const waters = useTranslations("waters");
  const hydrograph = useTranslations("hydrograph");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const { word } = section;
  const over = word?.exceedance ?? null;
  return (
    <section aria-label={t("state")} className={styles.card} data-testid="section-state">
      <h2>{t("state")}</h2>
      <p className={styles.state}>
        <StateMark state={section.state} />
      </p>
      {word?.stage !== null && word?.stage !== undefined ? (
        <p className={styles.stage}>
          {showNumber(word.stage, locale, 2)} <small>m</small>
        </p>
      ) : null}
      {over !== null && word?.exceeds ? (
        <p>
          {waters(over < 0 ? "under" : "over", {
            mark: marks(word.exceeds.toUpperCase() as "WARNING"),
            value: showNumber(Math.abs(over), locale, 2),
          })}{" "}
          <MarkDoubt word={word} />
        </p>
      ) : null}
      {word?.trend ? (
        <p>
          <TrendWords word={word} />
        </p>
      ) : null}
      {word?.datumAssumed ? <p className={styles.aside}>{waters("datumAssumed")}</p> : null}
      {crest ? (
        <p>
          {hydrograph("crest", {
            stage: showNumber(crest.stage, locale, 2),
            time: showTime(Date.parse(crest.at), locale, crest.precision),
            publisher: crest.publisher,
          })}
        </p>
      ) : null}
      {word ? null : <p className="muted">{t("nothing")}</p>}
    </section>
  );
}
