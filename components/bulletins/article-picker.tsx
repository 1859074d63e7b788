"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote } from "@/components/forms/fields";
import { useCommand } from "@/components/forms/use-command";
import { submitArticle, submitArticleApart } from "@/lib/bulletins/actions";
import type { ReviewedBulletin } from "@/lib/bulletins/read";
import { localPath } from "@/lib/i18n/routing";
import own from "./bulletins.module.css";

interface Props {
  bulletin: Pick<ReviewedBulletin, "id" | "articles" | "part" | "length">;
  open: boolean;
  ready: boolean;
}

const keyOf = (part: { start: number; end: number }) => `${part.start}-${part.end}`;

/**
 * Says which article of the page is taken as the bulletin; lets another, or the whole page, be taken instead, and
 * another one be taken as a bulletin of its own, also when this one is published.
 */
export function ArticlePicker({ bulletin, open, ready }: Props) {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const router = useRouter();
  const { articles, part, length } = bulletin;
  const read = part.whole ? keyOf({ start: 0, end: length }) : keyOf(part);
  const [chosen, setChosen] = useState(read);
  const { pending, refusal, submit } = useCommand(submitArticle);
  const apart = useCommand(submitArticleApart);
  if (articles.length < 2) return null;
  const number = articles.findIndex((one) => keyOf(one) === read) + 1;
  const elsewhere = articles.filter((one) => !part.whole && keyOf(one) !== read);
  const more = elsewhere.reduce((sum, one) => sum + one.facts, 0);
  const count = articles.length;
  const parts = [
    ...articles.map((one) => ({ ...one, key: keyOf(one) })),
    { start: 0, end: length, title: t("wholePage"), facts: null, key: keyOf({ start: 0, end: length }) },
  ];
  const wanted = parts.find((one) => one.key === chosen);
  const takeApart = () => {
    if (wanted)
      apart.submit({ bulletinId: bulletin.id, start: wanted.start, end: wanted.end }, ({ bulletinId }) =>
        window.location.assign(localPath(locale, `/admin/bulletins/${bulletinId}`)),
      );
  };
  const take = () => {
    if (wanted)
      submit({ bulletinId: bulletin.id, start: wanted.start, end: wanted.end }, () => router.refresh());
  };
  return (
    <details className={own.articles} data-testid="articles">
      <summary>
        {number ? t("articles", { count, number }) : t("articlesWhole", { count })}
        {more ? <span className="stale"> · {t("articlesElse", { count: more })}</span> : null}
      </summary>
      <fieldset disabled={!ready}>
        <legend className="visually-hidden">{t("changeArticle")}</legend>
        {parts.map((one) => (
          <label key={one.key} data-read={one.key === read || undefined}>
            <input
              type="radio"
              name="article"
              value={one.key}
              checked={chosen === one.key}
              onChange={() => setChosen(one.key)}
            />
            <span>{one.title}</span>
            <span className="muted">{one.facts === null ? "" : t("articleFacts", { count: one.facts })}</span>
          </label>
        ))}
        <div className={own.acts}>
          {open ? (
            <button type="button" className="button" disabled={pending || chosen === read} onClick={take}>
              {pending ? t("rereading") : t("readArticle")}
            </button>
          ) : null}
          <button
            type="button"
            className="button"
            disabled={apart.pending || chosen === read || wanted?.facts === null}
            onClick={takeApart}
          >
            {apart.pending ? t("rereading") : t("articleApart")}
          </button>
        </div>
        <p className="muted">{t(open ? "articleApartHint" : "articleApartAfter")}</p>
      </fieldset>
      <RefusalNote refusal={refusal ?? apart.refusal} />
    </details>
  );
}
