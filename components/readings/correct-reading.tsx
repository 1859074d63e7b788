"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import styles from "@/components/forms/forms.module.css";
import { Toast } from "@/components/forms/review";
import { type DatumOption, nameOf, type SectionOption } from "@/components/waters/section-fields";
import { showFullTime, showNumber } from "@/lib/format";
import type { DayReading } from "@/lib/readings/of-day";
import { publisherName } from "@/lib/responses/source-words";
import { datumWords } from "@/lib/waters/datums";
import { CorrectionForm } from "./correction-form";

interface Props {
  sections: SectionOption[];
  datums: DatumOption[];
  sectionId: string;
  day: string;
  rows: DayReading[] | undefined;
}

/** Finds the readings of a station's day by the address, and puts one of them right. */
export function CorrectReading({ sections, datums, sectionId, day, rows }: Props) {
  const t = useTranslations("readingCorrect");
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState<DayReading | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const section = sections.find((row) => row.id === sectionId);
  return (
    <>
      <p>{t("intro")}</p>
      <form method="get" className={styles.inline}>
        <div className={styles.field}>
          <label htmlFor="section">{t("section")}</label>
          <select id="section" name="section" defaultValue={sectionId}>
            {section ? null : <option value={sectionId}>—</option>}
            {sections.map((row) => (
              <option key={row.id} value={row.id}>
                {nameOf(row, locale)}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor="day">{t("day")}</label>
          <input id="day" name="day" type="date" defaultValue={day} required />
        </div>
        <button type="submit" className="button">
          {t("find")}
        </button>
      </form>
      {rows && section ? (
        <Rows rows={rows} datums={datums} onChoose={setChosen} />
      ) : sectionId ? (
        <p>{t("none")}</p>
      ) : null}
      {chosen && section ? (
        <CorrectionForm
          key={`${chosen.at}-${chosen.source}`}
          section={section}
          datums={datums}
          reading={chosen}
          onDone={(version) => {
            setChosen(null);
            setDone(version);
            router.refresh();
          }}
        />
      ) : null}
      {done === null ? null : <Toast>{t("done", { version: done })}</Toast>}
    </>
  );
}

function Rows({
  rows,
  datums,
  onChoose,
}: {
  rows: DayReading[];
  datums: DatumOption[];
  onChoose: (row: DayReading) => void;
}) {
  const t = useTranslations("readingCorrect");
  const locale = useLocale();
  if (!rows.length) return <p>{t("none")}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-testid="day-readings">
        <thead>
          <tr>
            {(["time", "stage", "flow", "datum", "source"] as const).map((column) => (
              <th key={column}>{t(column)}</th>
            ))}
            <th>{t("correct")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.at}-${row.source}`}>
              <td>{showFullTime(row.at, locale)}</td>
              <td>{row.stage === null ? "—" : showNumber(row.stage, locale, 2)}</td>
              <td>{row.flow === null ? "—" : showNumber(row.flow, locale)}</td>
              <td>{datumWords(datums.find(({ code }) => code === row.datum)?.name ?? row.datum, locale)}</td>
              <td>
                {publisherName(row.sourceName, locale)}
                {row.corrected ? ` · ${t("corrected")}` : ""}
              </td>
              <td>
                <button type="button" className="button" onClick={() => onChoose(row)}>
                  {t("correct")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
