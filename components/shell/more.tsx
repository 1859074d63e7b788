"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useDismiss } from "@/components/ui/use-dismiss";
import styles from "./shell.module.css";

/** The pages that the bar has no room for; closed by Escape and by a press anywhere else. */
export function More({ here, children }: { here: boolean; children: ReactNode }) {
  const t = useTranslations("shell");
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details className={styles.more} ref={details} data-here={here || undefined}>
      <summary>
        {t("more")} <ChevronDown size={14} aria-hidden />
      </summary>
      <div className={styles.moreList}>{children}</div>
    </details>
  );
}
