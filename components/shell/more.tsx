"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./shell.module.css";

/** The pages that the bar has no room for; closed by Escape and by a press anywhere else. */
export function More({ here, children }: { here: boolean; children: ReactNode }) {
  const t = useTranslations("shell");
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const box = details.current;
      if (!box?.open) return;
      const leaves =
        event instanceof KeyboardEvent
          ? event.key === "Escape"
          : !(event.target instanceof Node && box.contains(event.target));
      if (!leaves) return;
      box.open = false;
      if (event instanceof KeyboardEvent) box.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details className={styles.more} ref={details} data-here={here || undefined}>
      <summary>
        {t("more")} <ChevronDown size={14} aria-hidden />
      </summary>
      <div className={styles.moreList}>{children}</div>
    </details>
  );
}
