import { useLocale, useTranslations } from "next-intl";
import { LevelChip } from "@/components/ui/level-chip";
import { WordsLink } from "@/components/ui/source-line";
import { showFullTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { Timeline } from "@/lib/timeline/build";
import styles from "./timeline-page.module.css";

/** The same stretches as the bars, as a table. */
export function TrackTable({ timeline }: { timeline: Timeline }) {
  const filters = useTranslations("filters");
  const t = useTranslations("timeline");
  const list = useTranslations("list");
  const locale = useLocale();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{filters("province")}</th>
          <th>{filters("issuer")}</th>
          <th>{filters("level")}</th>
          <th>{t("zoom")}</th>
          <th>{list("source")}</th>
        </tr>
      </thead>
      <tbody>
        {timeline.tracks.flatMap((track) =>
          track.spans.map((span) => (
            <tr key={track.track + span.from + span.level}>
              <td>{track.area ?? provinceName(track.adcode, locale)}</td>
              <td>{locale === "en" ? track.issuerEn : track.issuer}</td>
              <td>
                <LevelChip level={span.level} />
              </td>
              <td>
                {showFullTime(Date.parse(span.from), locale, span.precision)} –{" "}
                {span.to ? showFullTime(Date.parse(span.to), locale) : t("ongoing")}
                {span.certainty === "INFERRED" || span.endWindow ? (
                  <span className="stale"> {list("inferred")}</span>
                ) : null}
              </td>
              <td className="muted">
                {span.source.publisher} · {span.source.title}
                <WordsLink source={span.source} />
                {span.confirmedBy ? (
                  <>
                    <br />
                    {list("confirmed", {
                      time: showFullTime(Date.parse(span.confirmed), locale, span.confirmedPrecision),
                    })}
                    {` · ${span.confirmedBy.publisher} · ${span.confirmedBy.title}`}
                    <WordsLink source={span.confirmedBy} />
                  </>
                ) : null}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
