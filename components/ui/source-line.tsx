import { useTranslations } from "next-intl";
import type { Source } from "@/lib/responses/schema";
import styles from "./source-line.module.css";

/** Where a fact comes from; a link where there is one. */
export function SourceLine({ source }: { source: Source }) {
  const t = useTranslations("list");
  const words = [source.publisher, source.title, source.published].filter(Boolean).join(" · ");
  return (
    <p className={styles.source}>
      {t("source")}{" "}
      {source.url && /^https?:\/\//.test(source.url) ? (
        <a href={source.url} rel="noreferrer nofollow" target="_blank">
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  );
}
