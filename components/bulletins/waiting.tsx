"use client";
import { useTranslations } from "next-intl";
import own from "./waiting.module.css";

/** The shape of the list while it is read; shown only when that takes longer than a moment. */
export function Waiting() {
  const t = useTranslations("bulletin");
  return (
    <div className={own.waiting} role="status">
      <span className="visually-hidden">{t("loading")}</span>
      {[64, 48, 56, 40, 60].map((width) => (
        <div key={width} className={own.row} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
