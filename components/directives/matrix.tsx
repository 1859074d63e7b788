"use client";
import { Mountain } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FIGURES, FigureKind } from "@/lib/directives/categories";
import type { MatrixCell, MatrixRow } from "@/lib/directives/matrix";
import type { DirectiveRecord } from "@/lib/directives/record";
import type { GeohazardRecord } from "@/lib/forecasts/record";
import { showNumber, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import styles from "./matrix.module.css";

interface Props {
  rows: readonly MatrixRow[];
  directives: readonly DirectiveRecord[];
  mine: readonly string[];
  watched: ReadonlyMap<string, GeohazardRecord>;
}

/** Province × directive: who has answered what, and who owes an answer for how long. */
export function Matrix({ rows, directives, mine, watched }: Props) {
  const t = useTranslations("directives");
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("matrix")}>
      <table className={styles.matrix} data-testid="matrix">
        <thead>
          <tr>
            <th scope="col">{t("province")}</th>
            {directives.map((one, index) => (
              <th scope="col" key={one.id} title={one.text}>
                {index + 1}. {t(`category.${one.category}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const watch = watched.get(row.adcode);
            return (
              <tr key={row.adcode} data-adcode={row.adcode}>
                <th scope="row">
                  <a href={localPath(locale, `/provinces/${row.adcode}`)}>
                    {provinceName(row.adcode, locale)}
                  </a>
                  {watch ? (
                    <span className={styles.flag}>
                      <Mountain size={14} aria-hidden />{" "}
                      {t("geohazard", { time: showTime(Date.parse(watch.until), locale, "DAY") })}
                    </span>
                  ) : null}
                </th>
                {row.cells.map((cell, index) => {
                  const id = directives[index]?.id ?? "";
                  const text = <Cell cell={cell} />;
                  const open = cell.state !== "done" && cell.state !== "not_addressed";
                  return (
                    <td
                      key={id}
                      data-state={cell.state}
                      data-late={"late" in cell && cell.late ? true : undefined}
                    >
                      {open && mine.includes(row.adcode) ? (
                        <a href={localPath(locale, `/admin/progress?directive=${id}&province=${row.adcode}`)}>
                          {text}
                        </a>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { cell: MatrixCell }) {
  const t = useTranslations("directives");
  const locale = useLocale();
  if (cell.state === "not_addressed")
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t("notAddressed")}</span>
      </>
    );
  if (cell.state === "unanswered") return <>{t("unanswered", { hours: cell.hours })}</>;
  return (
    <>
      <strong>{t(`state.${cell.state}`)}</strong>{" "}
      <span className={styles.time}>
        {showTime(Date.parse(cell.answer.at), locale, cell.answer.precision)}
      </span>
      {cell.answer.figures.map(({ what, value }) => {
        const kind = FigureKind.safeParse(what).data;
        return kind ? (
          <span key={what} className={styles.figure}>
            {t(`figure.${kind}`)} {showNumber(value, locale)} {t(`figureUnit.${FIGURES[kind].unit}`)}
          </span>
        ) : null;
      })}
      {cell.answer.note ? <span className={styles.figure}>{cell.answer.note}</span> : null}
    </>
  );
}
