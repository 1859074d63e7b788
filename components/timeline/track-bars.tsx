import { useLocale, useTranslations } from "next-intl";
import { wordsPath } from "@/components/ui/source-line";
import { showFullTime, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import type { Span, Timeline, TrackTimeline } from "@/lib/timeline/build";
import styles from "./bars.module.css";

interface Props {
  timeline: Timeline;
  now: number;
  from: number;
  to: number;
  showProvince: boolean;
}

/** A row for each track, a bar for each stretch at one level, the clock's line across. Uncertain stretches are hatched. */
export function TrackBars({ timeline, now, from, to, showProvince }: Props) {
  const t = useTranslations("timeline");
  const place = (time: number) => Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100));
  const tracks = timeline.tracks
    .map((track) => ({
      ...track,
      spans: track.spans.filter(
        (span) => Date.parse(span.from) < to && (span.to === null || Date.parse(span.to) > from),
      ),
    }))
    .filter((track) => track.spans.length);
  if (!tracks.length) return <p>{t("empty")}</p>;
  return (
    <div className={styles.rows}>
      <Scale from={from} to={to} place={place} />
      {tracks.map((track, index) => (
        <div key={track.track} className={styles.row}>
          <div className={styles.name}>
            {showProvince && tracks[index - 1]?.adcode !== track.adcode ? (
              <ProvinceLink track={track} />
            ) : null}
            <IssuerName track={track} />
          </div>
          <div className={styles.lane}>
            {track.spans.map((span) => (
              <Bar
                key={span.from + span.level}
                track={track}
                span={span}
                end={to}
                staleHours={timeline.staleAfterHours}
                place={place}
              />
            ))}
            {now > from && now < to ? <i className={styles.now} style={{ left: `${place(now)}%` }} /> : null}
          </div>
        </div>
      ))}
    </div>
  );
}

function ProvinceLink({ track }: { track: TrackTimeline }) {
  const locale = useLocale();
  return <a href={localPath(locale, `/provinces/${track.adcode}`)}>{provinceName(track.adcode, locale)}</a>;
}

function IssuerName({ track }: { track: TrackTimeline }) {
  const locale = useLocale();
  const terms = useTranslations("terms.hazard");
  return (
    <span className="muted">
      {locale === "en" ? track.issuerEn : track.issuer}
      {track.hazard === "FLOOD" ? "" : ` · ${terms(track.hazard as "FLOOD")}`}
    </span>
  );
}

function Bar({
  track,
  span,
  end,
  staleHours,
  place,
}: {
  track: TrackTimeline;
  span: Span;
  end: number;
  staleHours: number;
  place: (time: number) => number;
}) {
  const t = useTranslations("timeline");
  const terms = useTranslations("terms");
  const list = useTranslations("list");
  const locale = useLocale();
  const start = place(Date.parse(span.from));
  const stop = place(span.to ? Date.parse(span.to) : end);
  const confirmed = place(Date.parse(span.confirmed) + staleHours * 3_600_000);
  const uncertain = [span.window, span.endWindow].flatMap((window) => (window ? [window] : []));
  const label = t("bar", {
    province: provinceName(track.adcode, locale),
    issuer: locale === "en" ? track.issuerEn : track.issuer,
    level: terms(`level.${span.level}`),
    from: showFullTime(Date.parse(span.from), locale, span.precision),
    to: span.to ? showFullTime(Date.parse(span.to), locale) : t("ongoing"),
  });
  const words = `${label}${uncertain.length ? ` · ${list("inferred")}` : ""} · ${span.source.publisher} ${span.source.title}`;
  // Where it began by a form and was confirmed by a bulletin, the bulletin's words are what there is to read.
  const bulletin = span.source.bulletin ?? span.confirmedBy?.bulletin;
  const bar = {
    className: styles.bar,
    "data-level": span.level,
    style: { left: `${start}%`, width: `${Math.max(0.4, Math.min(stop, confirmed) - start)}%` },
    "aria-label": words,
    "data-tip": words,
  };
  return (
    <>
      {confirmed < stop ? (
        <i
          className={styles.unconfirmed}
          data-level={span.level}
          title={list("stale")}
          style={{ left: `${Math.max(start, confirmed)}%`, width: `${stop - Math.max(start, confirmed)}%` }}
        />
      ) : null}
      {bulletin ? (
        <a {...bar} href={wordsPath(bulletin, locale)}>
          {terms(`numeral.${span.level}`)}
        </a>
      ) : (
        <button type="button" {...bar}>
          {terms(`numeral.${span.level}`)}
        </button>
      )}
      {uncertain.map((window) => (
        <i
          key={window.by}
          className={styles.uncertain}
          style={{
            left: `${place(Date.parse(window.after))}%`,
            width: `${place(Date.parse(window.by)) - place(Date.parse(window.after))}%`,
          }}
        />
      ))}
    </>
  );
}

function Scale({ from, to, place }: { from: number; to: number; place: (time: number) => number }) {
  const locale = useLocale();
  const every = Math.max(1, Math.round((to - from) / 86_400_000 / 8)) * 86_400_000;
  const ticks = Array.from({ length: Math.floor((to - from) / every) }, (_, i) => from + (i + 0.5) * every);
  return (
    <div className={styles.row} aria-hidden="true">
      <div className={styles.name} />
      <div className={styles.scale}>
        {ticks.map((time) => (
          <span key={time} style={{ left: `${place(time)}%` }}>
            {showTime(time, locale, "DAY")}
          </span>
        ))}
      </div>
    </div>
  );
}
