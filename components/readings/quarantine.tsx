"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import { Toast } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { submitJudgement } from "@/lib/readings/actions";
import type { QuarantinePage } from "@/lib/readings/read";
import styles from "./quarantine.module.css";
import { QuarantineTable } from "./quarantine-table";

/** Doubted readings with a box each, and the two things that can be done with those chosen. */
export function Quarantine({ rows, mayJudge }: { rows: QuarantinePage["rows"]; mayJudge: boolean }) {
  const t = useTranslations("readings");
  const locale = useLocale();
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [why, setWhy] = useState("");
  const { pending, refusal, done, submit } = useCommand(submitJudgement);
  const errorOf = useFieldError(refusal);
  const unusable = rows.some((row) => chosen.includes(row.id) && !row.usable);
  const judge = (choice: "ACCEPTED" | "DISMISSED") =>
    submit({ rows: chosen, choice, reason: why }, () => {
      setChosen([]);
      setWhy("");
      router.refresh();
    });
  const toggle = (ids: readonly string[]) =>
    setChosen((before) => [
      ...before.filter((id) => !ids.includes(id)),
      ...ids.filter((id) => !before.includes(id)),
    ]);
  return (
    <>
      <QuarantineTable rows={rows} locale={locale} chosen={chosen} onToggle={mayJudge ? toggle : undefined} />
      {mayJudge && rows.some((row) => !row.decision) ? (
        <div className={styles.judge} data-chosen={chosen.length > 0}>
          <p aria-live="polite">{t("chosen", { count: chosen.length })}</p>
          <TextField
            name="why"
            label={t("why")}
            value={why}
            max={500}
            onChange={setWhy}
            error={errorOf("reason")}
          />
          <div>
            <button
              type="button"
              className="button primary"
              disabled={pending || !chosen.length || unusable}
              onClick={() => judge("ACCEPTED")}
            >
              {t("accept")}
            </button>{" "}
            <button
              type="button"
              className="button"
              disabled={pending || !chosen.length}
              onClick={() => judge("DISMISSED")}
            >
              {t("dismiss")}
            </button>
          </div>
          {unusable ? <p className={styles.wide}>{t("unusable")}</p> : null}
          {refusal ? (
            <div className={styles.wide}>
              <RefusalNote refusal={refusal} />
            </div>
          ) : null}
        </div>
      ) : null}
      {done ? <Toast>{t("judged", { count: done.value.rows, version: done.version })}</Toast> : null}
    </>
  );
}
