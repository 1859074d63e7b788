import { useLocale, useTranslations } from "next-intl";
import { WaterAndTeams } from "@/components/home/water-and-teams";
import { Words } from "@/components/shell/messages";
import { TrackBars } from "@/components/timeline/track-bars";
import { LevelChip } from "@/components/ui/level-chip";
import { SourceLine } from "@/components/ui/source-line";
import { showFullTime, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { ProvinceRow } from "@/lib/provinces/list";
import type { ActionRow } from "@/lib/provinces/read";
import type { Snapshot } from "@/lib/snapshot/schema";
import type { Timeline } from "@/lib/timeline/build";
import { ActionTable } from "./action-table";
import { FieldSections } from "./field-sections";
import styles from "./province.module.css";
import { StepChart } from "./step-chart";

interface Props {
  province: ProvinceRow;
  at: number;
  snapshot: Snapshot;
  actions: ActionRow[];
  timeline: Timeline | null;
  mayCorrect: boolean;
}

/** What of the picture concerns one province. */
function partOf(snapshot: Snapshot, adcode: string) {
  const names = (one: { provinces: readonly string[] }) => one.provinces.includes(adcode);
  const own = (one: { adcode: string }) => one.adcode === adcode;
  return {
    gaps: snapshot.gaps.filter(own),
    forecasts: snapshot.forecasts.filter(names),
    geohazards: snapshot.geohazards.filter(own),
    directives: snapshot.directives.filter(names),
    outages: snapshot.outages.filter((outage) => outage.province === adcode),
    patrols: snapshot.patrols.filter(own),
    dangers: snapshot.dangers.filter(own),
    consultations: snapshot.consultations.filter(names),
    deployments: snapshot.deployments.filter((one) => one.network),
  };
}

/** One province: what is in force, how it came to be, its waters, who is there, and every action with its source. */
export function ProvincePage({ province, at, snapshot, actions, timeline, mayCorrect }: Props) {
  const t = useTranslations("province");
  const list = useTranslations("list");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const own = snapshot.responses.filter((record) => record.adcode === province.adcode);
  const waters = snapshot.waters.filter((water) => water.adcodes.includes(province.adcode));
  const deployments = snapshot.deployments.filter((d) =>
    d.places.some((place) => place.adcode?.startsWith(province.adcode.slice(0, 2))),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <a href={localPath(locale, "/")}>{t("back")}</a>
        </p>
        <h1>
          {locale === "en" ? province.nameEn : province.name}{" "}
          <small className="muted">{showFullTime(at, locale)}</small>
        </h1>
      </header>
      <section>
        <h2>{t("tracks")}</h2>
        {own.length ? (
          <ul className={styles.tracks}>
            {own.map((record) => (
              <li key={record.track}>
                <LevelChip level={record.level} stale={record.stale} />{" "}
                <strong>{locale === "en" ? record.issuerEn : record.issuer}</strong>{" "}
                {terms(`hazard.${record.hazard}`)}
                {record.area ? <span className="muted"> · {record.area.name}</span> : null}
                <p>
                  {record.since
                    ? list("since", {
                        time: showTime(Date.parse(record.since), locale, record.sincePrecision),
                      })
                    : list("sinceUnknown")}{" "}
                  ·{" "}
                  {list("confirmed", {
                    time: showTime(Date.parse(record.confirmedAt), locale, record.confirmedPrecision),
                  })}
                  {record.stale ? <span className="stale"> · {list("stale")}</span> : null}
                  {record.certainty === "INFERRED" ? (
                    <span className="stale"> · {list("inferred")}</span>
                  ) : null}
                </p>
                <SourceLine source={record.source} />
              </li>
            ))}
          </ul>
        ) : (
          <p>{t("none")}</p>
        )}
      </section>
      {timeline?.tracks.length ? (
        <section>
          <h2>{t("step")}</h2>
          <StepChart timeline={timeline} at={at} />
          <TrackBars
            timeline={timeline}
            now={at}
            from={Date.parse(timeline.from)}
            to={Date.parse(timeline.to)}
            showProvince={false}
          />
        </section>
      ) : null}
      <section className={styles.split}>
        <WaterAndTeams waters={waters} deployments={deployments} />
      </section>
      <p>
        <a href={localPath(locale, `/waters?province=${province.adcode}`)}>{t("allWaters")}</a>
      </p>
      <Words of={["gaps", "forecasts", "directives", "outages", "patrol", "consultations", "province"]}>
        <FieldSections adcode={province.adcode} at={at} {...partOf(snapshot, province.adcode)} />
      </Words>
      <section>
        <h2>{t("history")}</h2>
        {actions.length ? (
          <ActionTable actions={actions} adcode={province.adcode} mayCorrect={mayCorrect} />
        ) : (
          <p>{t("noTracks")}</p>
        )}
      </section>
    </div>
  );
}
