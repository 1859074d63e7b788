"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/forms/fields";
import adminStyles from "@/components/forms/forms.module.css";
import styles from "./map-picker.module.css";
import type { Picked } from "./picker-map";

const PickerMap = dynamic(() => import("./picker-map"), { ssr: false });

interface Common {
  label: string;
  province?: string;
  codes?: readonly string[];
  error?: string;
}

/** One point, by clicking the map or by typing its degrees. */
export function PointPicker({
  label,
  lat,
  lon,
  onChange,
  name,
  province = "",
  codes = [],
  error,
}: Common & { name: string; lat: string; lon: string; onChange: (lat: string, lon: string) => void }) {
  const t = useTranslations("areas");
  const [open, setOpen] = useState(false);
  const points = lat && lon && Number(lat) && Number(lon) ? [{ lat: Number(lat), lon: Number(lon) }] : [];
  return (
    <fieldset className={adminStyles.group}>
      <legend>{label}</legend>
      <div className={styles.degrees}>
        <TextField
          name={`${name}-lat`}
          type="number"
          label={t("lat")}
          value={lat}
          onChange={(value) => onChange(value, lon)}
          error={error}
        />
        <TextField
          name={`${name}-lon`}
          type="number"
          label={t("lon")}
          value={lon}
          onChange={(value) => onChange(lat, value)}
        />
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("closeMap") : t("openMap")}
        </button>
        {lat || lon ? (
          <button type="button" className="button" onClick={() => onChange("", "")}>
            {t("clear")}
          </button>
        ) : null}
      </div>
      {open ? (
        <div className={styles.map} data-testid={`${name}-map`}>
          <PickerMap
            points={points}
            area={false}
            province={province}
            codes={codes}
            onPick={(point) => onChange(String(point.lat), String(point.lon))}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

/** An area drawn by clicking its corners one after another. */
export function RingPicker({
  label,
  ring,
  onChange,
  province = "",
  codes = [],
  error,
}: Common & { ring: readonly Picked[]; onChange: (ring: Picked[]) => void }) {
  const t = useTranslations("areas");
  const [open, setOpen] = useState(false);
  return (
    <fieldset className={adminStyles.group}>
      <legend>{label}</legend>
      <div className={styles.degrees}>
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("closeMap") : t("draw")}
        </button>
        <span className="muted" role="status">
          {ring.length ? t("corners", { count: ring.length }) : open ? t("drawHint") : ""}
        </span>
        {ring.length ? (
          <>
            <button type="button" className="button" onClick={() => onChange(ring.slice(0, -1))}>
              {t("undoCorner")}
            </button>
            <button type="button" className="button" onClick={() => onChange([])}>
              {t("clear")}
            </button>
          </>
        ) : null}
      </div>
      {error ? <p className={adminStyles.error}>{error}</p> : null}
      {open ? (
        <div className={styles.map} data-testid="ring-map">
          <PickerMap
            points={ring}
            area
            province={province}
            codes={codes}
            onPick={(point) => onChange([...ring, point])}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
