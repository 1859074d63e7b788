"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./forms.module.css";

interface Props {
  sentence: string;
  reviewing: boolean;
  pending: boolean;
  onReview: (reviewing: boolean) => void;
  onConfirm: () => void;
  act: string;
}

/** First the fact that will be true, in words; only then the button that makes it so. */
export function Review({ sentence, reviewing, pending, onReview, onConfirm, act }: Props) {
  const t = useTranslations("admin");
  if (!reviewing) {
    return (
      <button type="submit" className="button primary" data-testid="review">
        {t("review")}
      </button>
    );
  }
  return (
    <section className={styles.review} aria-label={t("review")}>
      <p>
        {t("willChange")} <strong data-testid="sentence">{sentence}</strong>
      </p>
      <button
        type="button"
        className="button primary"
        disabled={pending}
        onClick={onConfirm}
        data-testid="confirm"
      >
        {pending ? t("saving") : act}
      </button>
      <button type="button" className="button" disabled={pending} onClick={() => onReview(false)}>
        {t("back")}
      </button>
    </section>
  );
}

export function Toast({ children }: { children: ReactNode }) {
  return (
    <div className={styles.toast} role="status" data-testid="toast">
      {children}
    </div>
  );
}
