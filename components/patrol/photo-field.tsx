"use client";
import { Camera, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import admin from "@/components/forms/forms.module.css";
import type { PhotoPosition } from "@/lib/patrols/exif";
import styles from "./patrol.module.css";
import { preparePhoto } from "./photo";
import { forgetPhoto, keepPhoto, keptPhoto } from "./store";

interface Props {
  photoKey: string | null;
  newKey: () => string;
  onChange: (photoKey: string | null) => void;
  onPosition: (position: PhotoPosition) => void;
}

/** A photo from the camera or the phone, with the place it was taken offered when it says one. */
export function PhotoField({ photoKey, newKey, onChange, onPosition }: Props) {
  const t = useTranslations("patrol");
  const id = useId();
  const [shown, setShown] = useState<string | null>(null);
  const [offered, setOffered] = useState<PhotoPosition | null>(null);
  const [wrong, setWrong] = useState<"photo_too_large" | "photo_unreadable" | null>(null);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    if (photoKey)
      keptPhoto(photoKey)
        .then((photo) => {
          if (!photo || gone) return;
          url = URL.createObjectURL(photo);
          setShown(url);
        })
        .catch(() => undefined);
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
      setShown(null);
    };
  }, [photoKey]);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setOffered(null);
    const prepared = await preparePhoto(file);
    setWrong(prepared.ok ? null : prepared.why);
    if (!prepared.ok) return;
    const key = newKey();
    await keepPhoto(key, prepared.photo);
    if (photoKey) await forgetPhoto(photoKey);
    setOffered(prepared.position);
    onChange(key);
  };
  return (
    <div className={styles.photo}>
      <label htmlFor={id} className="button">
        <Camera size={18} aria-hidden /> {photoKey ? t("photoAgain") : t("photo")}
      </label>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {shown ? (
        <figure>
          {/* biome-ignore lint/performance/noImgElement: a picture that lies on this device only */}
          <img src={shown} alt={t("photoAlt")} />
          <button
            type="button"
            className="button"
            onClick={() => {
              if (photoKey) void forgetPhoto(photoKey);
              setOffered(null);
              onChange(null);
            }}
          >
            <X size={16} aria-hidden /> {t("photoDrop")}
          </button>
        </figure>
      ) : null}
      {offered ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            onPosition(offered);
            setOffered(null);
          }}
        >
          {t("usePhotoPosition", { lat: offered.lat.toFixed(4), lon: offered.lon.toFixed(4) })}
        </button>
      ) : null}
      {wrong ? (
        <p role="alert" className={admin.error}>
          {t(wrong)}
        </p>
      ) : null}
    </div>
  );
}
