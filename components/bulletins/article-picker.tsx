"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote } from "@/components/admin/fields";
import { useCommand } from "@/components/admin/use-command";
import { submitArticle } from "@/lib/bulletins/actions";
import type { ReviewedBulletin } from "@/lib/bulletins/read";
import own from "./bulletins.module.css";

interface Props {
  bulletin: Pick<ReviewedBulletin, "id" | "articles" | "part" | "length">;
  open: boolean;
  ready: boolean;
}

const keyOf = (part: { start: number; end: number }) => `${part.start}-${part.end}`;

/** Says which article of the page is taken as the bulletin, and lets another, or the whole page, be taken. */
export function ArticlePicker({ bulletin, open, ready }: Props) {
  const t = useTranslations("bulletin");
  const router = useRouter();
  const { articles, part, length } = bulletin;
  const read = part.whole ? keyOf({ start: 0, end: length }) : keyOf(part);
  const [chosen, setChosen] = useState(read);
  const { pending, refusal, submit } = useCommand(submitArticle);
  if (articles.length < 2) return null;
  const number = articles.findIndex((one) => keyOf(one) === read) + 1;
  const elsewhere = articles.filter((one) => !part.whole && keyOf(one) !== read);
  const more = elsewhere.reduce((sum, one) => sum + one.facts, 0);
  const count = articles.length;
  const parts = [
    ...articles.map((one) => ({ ...one, key: keyOf(one) })),
    { start: 0, end: length, title: t("wholePage"), facts: null, key: keyOf({ start: 0, end: length }) },
  ];
  const take = () => {
    const wanted = parts.find((one) => one.key === chosen);
    if (wanted)
      submit({ bulletinId: bulletin.id, start: wanted.start, end: wanted.end }, () => router.refresh());
  };
  return (
    <details className={own.articles} data-testid="articles">
      <summary>
        {number ? t("articles", { count, number }) : t("articlesWhole", { count })}
        {more ? <span className="stale"> · {t("articlesElse", { count: more })}</span> : null}
      </summary>
      <fieldset disabled={!open || !ready}>
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
        {open ? (
          <button type="button" className="button" disabled={pending || chosen === read} onClick={take}>
            {pending ? t("rereading") : t("readArticle")}
          </button>
        ) : null}
      </fieldset>
      <RefusalNote refusal={refusal} />
    </details>
  );
}
