import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import type { Source } from "@/lib/responses/schema";
import { publisherName } from "@/lib/responses/source-words";
import styles from "./source-line.module.css";

/** Where a fact comes from: a link to the page it is from where there is one, and to its words in the bulletin. */
export function SourceLine({ source }: { source: Source }) {
  const t = useTranslations("list");
  const locale = useLocale();
  const words = [publisherName(source.publisher, locale), source.title, source.published]
    .filter(Boolean)
    .join(" · ");
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
      <WordsLink source={source} />
    </p>
  );
}

/** Leads to the words of the published bulletin that state the fact; nothing for what was entered otherwise. */
export function WordsLink({ source: { bulletin } }: { source: Source }) {
  const t = useTranslations("list");
  const locale = useLocale();
  return bulletin ? (
    <>
      {" · "}
      <a href={wordsPath(bulletin, locale)} className={styles.words}>
        {t("words")}
      </a>
    </>
  ) : null;
}

export const wordsPath = ({ id, fact }: NonNullable<Source["bulletin"]>, locale: string) =>
  localPath(locale, `/bulletins/${id}#fact-${fact}`);
