import { useTranslations } from "next-intl";
import type { PublicFact } from "@/lib/bulletins/public";
import styles from "./public.module.css";

/** The whole text, where the operator may show it; each fact's words are marked and lead to the fact. */
export function FullText({ text, items }: { text: string; items: readonly PublicFact[] }) {
  const t = useTranslations("bulletins");
  const cuts = [...new Set([0, text.length, ...items.flatMap(({ span }) => span)])]
    .filter((cut) => cut <= text.length)
    .sort((a, b) => a - b);
  const begun = new Set<number>();
  return (
    <section className={styles.whole} aria-labelledby="whole">
      <h2 id="whole">{t("text")}</h2>
      <div className={styles.words} lang="zh-CN" data-testid="whole">
        {cuts.slice(0, -1).map((start, index) => {
          const end = cuts[index + 1] ?? text.length;
          const words = text.slice(start, end);
          const own = items.filter(({ span }) => span[0] <= start && end <= span[1]);
          const [first] = own;
          if (!first) return <span key={start}>{words}</span>;
          const opening = [...new Set(own.map(({ fact }) => fact))].filter((fact) => !begun.has(fact));
          for (const fact of opening) begun.add(fact);
          return (
            <mark key={start} data-kind={first.kind}>
              {opening.map((fact) => (
                <a
                  key={fact}
                  id={`words-${fact}`}
                  href={`#fact-${fact}`}
                  aria-label={t("factNumber", { number: fact })}
                >
                  {fact}
                </a>
              ))}
              {words}
            </mark>
          );
        })}
      </div>
    </section>
  );
}
