import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { localPath } from "@/lib/i18n/routing";
import type { Source } from "@/lib/responses/schema";
import { publisherName } from "@/lib/responses/source-words";
import styles from "./source-line.module.css";

interface Props {
  source: Source;
  /** Later publications that say the same. */
  further?: readonly Source[];
}

/** Where a fact comes from, and who said the same later. */
export function SourceLine({ source, further = [] }: Props) {
  const t = useTranslations("list");
  return (
    <p className={styles.source}>
      {t("source")} <OneSource source={source} />
      {further.map((one) => (
        <Fragment key={`${one.bulletin?.id}#${one.bulletin?.fact}`}>
          <br />
          {t("furtherSource")} <OneSource source={one} />
        </Fragment>
      ))}
    </p>
  );
}

/** A source: a link to the page it is from where there is one, and to its words in the bulletin. */
function OneSource({ source }: { source: Source }) {
  const locale = useLocale();
  const words = [publisherName(source.publisher, locale), source.title, source.published]
    .filter(Boolean)
    .join(" · ");
  return (
    <>
      {source.url && /^https?:\/\//.test(source.url) ? (
        <a href={source.url} rel="noreferrer nofollow" target="_blank">
          {words}
        </a>
      ) : (
        words
      )}
      <WordsLink source={source} />
    </>
  );
}

/** Leads to the words of the published bulletins that state the fact; nothing for what was entered otherwise. */
export function WordsLink({ source, further = [] }: Props) {
  const t = useTranslations("list");
  const locale = useLocale();
  return [source, ...further].map(({ publisher, bulletin }) =>
    bulletin ? (
      <Fragment key={`${bulletin.id}#${bulletin.fact}`}>
        {" · "}
        <a
          href={wordsPath(bulletin, locale)}
          className={styles.words}
          title={publisherName(publisher, locale)}
        >
          {t("words")}
        </a>
      </Fragment>
    ) : null,
  );
}

export const wordsPath = ({ id, fact }: NonNullable<Source["bulletin"]>, locale: string) =>
  localPath(locale, `/bulletins/${id}#fact-${fact}`);
