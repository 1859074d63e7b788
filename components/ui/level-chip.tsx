import { useTranslations } from "next-intl";
import type { ResponseLevel } from "@/lib/responses/words";
import styles from "./level-chip.module.css";

/** The level as its numeral and term on its colour; a dashed outline when unconfirmed. */
export function LevelChip({ level, stale = false }: { level: ResponseLevel; stale?: boolean }) {
  const t = useTranslations("terms");
  return (
    <span className={styles.chip} data-level={level} data-stale={stale || undefined}>
      {t(`level.${level}`)}
    </span>
  );
}
