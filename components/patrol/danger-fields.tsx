"use client";
import { LocateFixed, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/forms/fields";
import { DangerGrade, DangerKind, DangerState } from "@/lib/patrols/dangers";
import styles from "./patrol.module.css";
import { PhotoField } from "./photo-field";
import { Picks } from "./picks";
import type { DangerDraft } from "./store";

interface Props {
  danger: DangerDraft;
  number: number;
  newKey: () => string;
  onChange: (part: Partial<DangerDraft>) => void;
  onRemove: () => void;
  errorOf: (name: string) => string | undefined;
}

const degrees = (value: number) => value.toFixed(5);

/** One danger found: what, how grave, where, since when, how it stands, and a photo. */
export function DangerFields({ danger, number, newKey, onChange, onRemove, errorOf }: Props) {
  const t = useTranslations("patrol");
  const [locating, setLocating] = useState(false);
  const [unplaced, setUnplaced] = useState(false);
  const locate = () => {
    setLocating(true);
    setUnplaced(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        onChange({ lat: degrees(coords.latitude), lon: degrees(coords.longitude) });
      },
      () => {
        setLocating(false);
        setUnplaced(true);
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return (
    <fieldset className={styles.danger} data-testid="danger">
      <legend>{t("dangerNumber", { number })}</legend>
      <Picks
        name={`kind-${danger.key}`}
        label={t("kindLabel")}
        value={danger.kind}
        options={DangerKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
        error={errorOf("kind")}
      />
      <Picks
        name={`grade-${danger.key}`}
        label={t("gradeLabel")}
        value={danger.grade}
        options={DangerGrade.options.map((value) => ({ value, label: t(`grade.${value}`) }))}
        onChange={(grade) => onChange({ grade })}
        error={errorOf("grade")}
      />
      <TextField
        name={`place-${danger.key}`}
        label={t("place")}
        value={danger.place}
        max={120}
        onChange={(place) => onChange({ place })}
        error={errorOf("place")}
      />
      <div className={styles.row}>
        <button type="button" className="button" disabled={locating} onClick={locate}>
          <LocateFixed size={18} aria-hidden /> {locating ? t("locating") : t("locate")}
        </button>
        <span role="status" className={unplaced || errorOf("lat") ? "stale" : "muted"}>
          {errorOf("lat") ??
            (unplaced ? t("unplaced") : danger.lat ? `${danger.lat}, ${danger.lon}` : t("noPosition"))}
        </span>
        {danger.lat ? (
          <button type="button" className="button" onClick={() => onChange({ lat: "", lon: "" })}>
            {t("dropPosition")}
          </button>
        ) : null}
      </div>
      <TextField
        name={`found-${danger.key}`}
        type="datetime-local"
        label={t("foundAt")}
        value={danger.foundAt}
        onChange={(foundAt) => onChange({ foundAt })}
        error={errorOf("foundAt")}
      />
      <Picks
        name={`state-${danger.key}`}
        label={t("stateLabel")}
        value={danger.state}
        options={DangerState.options.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => onChange({ state })}
        error={errorOf("state")}
      />
      <PhotoField
        photoKey={danger.photoKey}
        newKey={newKey}
        onChange={(photoKey) => onChange({ photoKey, photoId: null })}
        onPosition={({ lat, lon }) => onChange({ lat: degrees(lat), lon: degrees(lon) })}
      />
      <button type="button" className="button" onClick={onRemove}>
        <Trash2 size={16} aria-hidden /> {t("removeDanger")}
      </button>
    </fieldset>
  );
}
