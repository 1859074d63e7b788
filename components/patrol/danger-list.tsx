"use client";
import { useLocale, useTranslations } from "next-intl";
import { RefusalNote } from "@/components/forms/fields";
import { useCommand } from "@/components/forms/use-command";
import { useLive } from "@/components/shell/live";
import { isoTime, showAge, showTime } from "@/lib/format";
import { submitDanger } from "@/lib/patrols/actions";
import { DangerState, NEXT_DANGER_STATES } from "@/lib/patrols/dangers";
import type { DangerRecord } from "@/lib/patrols/record";
import styles from "./patrol.module.css";

/** The dangers still open, each with the steps that can follow. */
export function DangerList({ dangers }: { dangers: readonly DangerRecord[] }) {
  const t = useTranslations("patrol");
  return (
    <section className={styles.open} aria-label={t("open")} data-testid="open-dangers">
      <h2>{t("open")}</h2>
      {dangers.length ? (
        <ul>
          {dangers.map((danger) => (
            <DangerLine key={danger.id} danger={danger} />
          ))}
        </ul>
      ) : (
        <p className="muted">{t("noOpen")}</p>
      )}
    </section>
  );
}

function DangerLine({ danger }: { danger: DangerRecord }) {
  const t = useTranslations("patrol");
  const locale = useLocale();
  const { now } = useLive();
  const { pending, refusal, submit } = useCommand(submitDanger);
  const state = DangerState.parse(danger.state.toUpperCase());
  return (
    <li>
      <strong>
        {t(`kind.${danger.kind}`)} · {t(`grade.${danger.grade}`)}
      </strong>{" "}
      {(locale === "en" && danger.sectionNameEn) || danger.sectionName} {danger.place}
      <p className="muted">
        {t("foundLine", { time: showTime(Date.parse(danger.foundAt), locale, danger.precision) })} ·{" "}
        {t(`state.${state}`)} {showAge(Date.parse(danger.stateAt), now, locale)}
      </p>
      {danger.photo ? (
        <a className={styles.thumb} href={`/api/v1/photos/${danger.photo}`} target="_blank" rel="noreferrer">
          {/* biome-ignore lint/performance/noImgElement: photos are for who has signed in, not for an optimiser */}
          <img src={`/api/v1/photos/${danger.photo}`} alt={t("photoAlt")} loading="lazy" />
        </a>
      ) : null}
      <p className={styles.row}>
        {NEXT_DANGER_STATES[state]
          .filter((next) => next !== state)
          .map((next) => (
            <button
              key={next}
              type="button"
              className="button"
              disabled={pending}
              onClick={() =>
                submit({
                  dangerId: danger.id,
                  province: danger.adcode,
                  state: next,
                  at: isoTime(Math.floor(now / 60_000) * 60_000),
                })
              }
            >
              {t("to", { state: t(`state.${next}`) })}
            </button>
          ))}
      </p>
      <RefusalNote refusal={refusal} />
    </li>
  );
}
