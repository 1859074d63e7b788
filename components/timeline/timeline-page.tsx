import { useLocale, useTranslations } from "next-intl";
import { ConsultationList } from "@/components/consultations/consultation-list";
import { Words } from "@/components/shell/messages";
import type { ConsultationRecord } from "@/lib/consultations/record";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { Timeline } from "@/lib/timeline/build";
import styles from "./timeline-page.module.css";
import { TrackBars } from "./track-bars";
import { TrackTable } from "./track-table";

type Range = "season" | "month" | "week";
interface Props {
  timeline: Timeline;
  issuers: { name: string; nameEn: string }[];
  issuer: string | null;
  range: Range;
  now: number;
  consultations: ConsultationRecord[];
}

const DAY = 86_400_000;
const REACH: Record<"month" | "week", number> = { month: 15 * DAY, week: 3.5 * DAY };

/** Provinces as rows, time across; the address holds the issuer and the range. */
export function TimelinePage({ timeline, issuers, issuer, range, now, consultations }: Props) {
  const t = useTranslations("timeline");
  const filters = useTranslations("filters");
  const locale = useLocale();
  const [from, to] =
    range === "season"
      ? [Date.parse(timeline.from), Math.max(Date.parse(timeline.to), now)]
      : [now - REACH[range], now + REACH[range]];
  const link = (nextRange: Range) => {
    const query = new URLSearchParams({
      ...(issuer ? { issuer } : {}),
      ...(nextRange === "season" ? {} : { range: nextRange }),
    }).toString();
    return `${localPath(locale, "/timeline")}${query ? `?${query}` : ""}`;
  };
  return (
    <div className={styles.page}>
      <h1>{t("heading")}</h1>
      <form className={`${styles.bar} no-print`} method="get">
        {range === "season" ? null : <input type="hidden" name="range" value={range} />}
        <label>
          {filters("issuer")}{" "}
          <select name="issuer" defaultValue={issuer ?? ""}>
            <option value="">{filters("all")}</option>
            {issuers.map((row) => (
              <option key={row.name} value={row.name}>
                {locale === "en" ? row.nameEn : row.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {filters("open")}
        </button>
        <span className={styles.ranges}>
          {(["season", "month", "week"] as const).map((choice) => (
            <a
              key={choice}
              className="button"
              aria-current={range === choice ? "true" : undefined}
              href={link(choice)}
            >
              {t(choice)}
            </a>
          ))}
        </span>
        <span className="muted">{t("current", { time: showFullTime(now, locale) })}</span>
      </form>
      <TrackBars timeline={timeline} now={now} from={from} to={to} showProvince />
      <details className={styles.twin}>
        <summary>{t("table")}</summary>
        <TrackTable timeline={timeline} />
      </details>
      <section>
        <h2>{t("consultations")}</h2>
        <Words of={["consultations"]}>
          <ConsultationList consultations={consultations} empty={t("noConsultations")} />
        </Words>
      </section>
    </div>
  );
}
