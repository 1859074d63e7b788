"use client";
import { useTranslations } from "next-intl";

/** Says that the bulletins could not be read, and tries again. */
export function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("bulletin");
  return (
    <div role="alert">
      <p>{t("failed")}</p>
      <p>
        <button type="button" className="button" onClick={onAgain}>
          {t("again")}
        </button>
      </p>
    </div>
  );
}
