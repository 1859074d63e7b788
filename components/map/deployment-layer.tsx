"use client";
import { useLocale, useTranslations } from "next-intl";
import { Marker, Popup } from "react-leaflet";
import { WordsLink } from "@/components/ui/source-line";
import { countBeside, countInWords, senderInWords } from "@/lib/deployments/words";
import { showAge, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { deploymentIcon } from "./deployment-icon";
import styles from "./field.module.css";
import { named } from "./named";
import { TrackLines } from "./track-lines";
import type { Placed, useTeams } from "./use-teams";

/** Teams and assets: their kind, how many, how they stand and how old that is; near ones share a marker until there is room. */
export function DeploymentLayer({
  teams: { placed, groups, spread },
  now,
}: {
  teams: ReturnType<typeof useTeams>;
  /** World time, epoch ms. */
  now: number;
}) {
  const t = useTranslations("map");
  const state = useTranslations("terms.state");
  const locale = useLocale();
  return (
    <>
      <TrackLines placed={placed} />
      {groups.map(({ items, at, index, of, aside }) => {
        const [first] = items;
        if (!first || !at) return null;
        const { deployment } = first;
        return (
          <Marker
            zIndexOffset={1000}
            key={`${deployment.id}-${first.place}-${items.length}-${spread}-${deployment.status}`}
            position={[at.lat, at.lon]}
            eventHandlers={named(`${t("team")} ${namesOf(items, locale)}`)}
            icon={deploymentIcon(
              items.map((item) => item.deployment),
              {
                index,
                of,
                aside,
                label: spread
                  ? `${state(deployment.status)} · ${showAge(Date.parse(deployment.at), now, locale)}`
                  : null,
              },
            )}
          >
            <Popup>
              <ul className={styles.popup}>
                {items.map((item) => (
                  <DeploymentLine key={`${item.deployment.id}-${item.place}`} {...item} now={now} />
                ))}
              </ul>
            </Popup>
          </Marker>
        );
      })}
    </>
  );
}

const namesOf = (items: readonly Placed[], locale: string) =>
  items
    .map(({ deployment, place }) => {
      const kind = locale === "en" ? deployment.kindNameEn : deployment.kindName;
      return `${kind}${countBeside(deployment.count, deployment.unit, locale)} → ${place}`;
    })
    .join(locale === "en" ? "; " : "；");

function DeploymentLine({ deployment, place, now }: Placed & { now: number }) {
  const t = useTranslations("terms.state");
  const more = useTranslations("map.layer");
  const locale = useLocale();
  const at = Date.parse(deployment.at);
  return (
    <li>
      <strong>{locale === "en" ? deployment.kindNameEn : deployment.kindName}</strong>{" "}
      {countInWords(deployment.count, deployment.unit, locale)} · {senderInWords(deployment, locale)} →{" "}
      {place}
      <br />
      {deployment.mission} · {t(deployment.status)} · {showTime(at, locale, deployment.precision)} ·{" "}
      {showAge(at, now, locale)}{" "}
      <a href={localPath(locale, `/deployments?kind=${deployment.kind}`)}>{more("more")}</a>
      <WordsLink source={deployment.source} further={deployment.furtherSources} />
    </li>
  );
}
