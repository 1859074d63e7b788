"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { SourceLine } from "@/components/ui/source-line";
import { FIGURES, FigureKind } from "@/lib/directives/categories";
import type { DirectiveRecord } from "@/lib/directives/record";
import { showAge, showNumber, showTime } from "@/lib/format";

interface Props {
  directives: readonly DirectiveRecord[];
  adcode: string;
  /** World time, epoch ms. */
  now: number;
}

/** The orders to one province, each with what it has answered. */
export function ProvinceOrders({ directives, adcode, now }: Props) {
  const t = useTranslations("directives");
  const locale = useLocale();
  if (!directives.length) return <p className="muted">{t("noneHere")}</p>;
  return (
    <ul className={styles.list}>
      {directives.map((one) => {
        const answer = one.progress.find((progress) => progress.adcode === adcode);
        return (
          <li key={one.id}>
            <div className={styles.first}>
              <strong>{t(`category.${one.category}`)}</strong>
              <span className="muted">{(locale === "en" && one.issuerEn) || one.issuer}</span>
              <span
                className={styles.tag}
                data-on={answer ? true : undefined}
                data-late={answer ? undefined : true}
              >
                {answer ? t(`state.${answer.state}`) : t("noAnswer")}
              </span>
              <span className={styles.end} suppressHydrationWarning>
                {showTime(Date.parse(one.at), locale, one.precision)} ·{" "}
                {showAge(Date.parse(one.at), now, locale)}
              </span>
            </div>
            <p className={styles.line}>{one.text}</p>
            {answer ? (
              <p className={styles.line}>
                {t("answered", { time: showTime(Date.parse(answer.at), locale, answer.precision) })}{" "}
                {answer.figures
                  .flatMap(({ what, value }) => {
                    const kind = FigureKind.safeParse(what).data;
                    return kind
                      ? [
                          `${t(`figure.${kind}`)} ${showNumber(value, locale)} ${t(`figureUnit.${FIGURES[kind].unit}`)}`,
                        ]
                      : [];
                  })
                  .join(" · ")}
                {answer.note ? ` ${answer.note}` : ""}
              </p>
            ) : null}
            <SourceLine source={one.source} further={one.furtherSources} />
          </li>
        );
      })}
    </ul>
  );
}
