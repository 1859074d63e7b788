"use client";
import { Plus, Send } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextArea, TextField } from "@/components/forms/fields";
import { newRequest, useDraft } from "@/components/forms/use-command";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import { useReady } from "@/components/ui/use-ready";
import { isoTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import { DangerFields } from "./danger-fields";
import styles from "./patrol.module.css";
import { Picks } from "./picks";
import { Stepper } from "./stepper";
import type { DangerDraft, Report } from "./store";
import { useDeviceClock } from "./use-device-clock";
import { useOfflinePage } from "./use-offline-page";
import { useQueue } from "./use-queue";
import { WaitingList } from "./waiting-list";

export interface PatrolSection {
  id: string;
  name: string;
  /** Its provinces that this account may act for. */
  provinces: string[];
  over: boolean;
  lengthKm: number | null;
}

interface Props {
  sections: readonly PatrolSection[];
  now: string;
  /** The server's real time when the page was made, epoch ms. */
  madeAt: number;
}

const EMPTY = {
  sectionId: "",
  province: "",
  at: "",
  lengthKm: "",
  patrolledKm: "",
  people: "",
  shifts: "",
  note: "",
  dangers: [] as DangerDraft[],
};

/** The patroller's report: one hand, wet fingers, perhaps no network. It is kept here first and sent from here. */
export function PatrolForm({ sections, now, madeAt }: Props) {
  const t = useTranslations("patrol");
  const field = useTranslations("field");
  const locale = useLocale();
  const { connected } = useLive();
  const clock = useDeviceClock(now, madeAt);
  const ready = useReady();
  const [draft, change, clear] = useDraft("patrol", EMPTY);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { reports, sending, add, drop, send } = useQueue();
  useOfflinePage();
  const section = sections.find((row) => row.id === draft.sectionId);
  const province = draft.province || (section?.provinces.length === 1 ? (section.provinces[0] ?? "") : "");
  const minute = () => isoTime(clock()).slice(0, 16);
  const errorOf = (name: string) => (missing.includes(name) ? field("field_required") : undefined);
  const changeDanger = (key: string, part: Partial<DangerDraft>) =>
    change({ dangers: draft.dangers.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const submit = () => {
    const wanted = {
      sectionId: section?.id,
      province,
      lengthKm: draft.lengthKm,
      people: draft.people,
      shifts: draft.shifts,
    };
    const lacks = [
      ...Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name])),
      ...draft.dangers.flatMap((danger) =>
        (["kind", "grade", "place"] as const).flatMap((name) =>
          danger[name].trim() ? [] : [`${danger.key}.${name}`],
        ),
      ),
    ];
    setMissing(lacks);
    if (lacks.length || !section) return;
    void add({
      ...draft,
      clientId: newRequest(),
      sectionName: section.name,
      province,
      at: draft.at || minute(),
      state: "waiting",
      problem: null,
    }).then(() => clear());
  };
  const mend = (report: Report) => {
    const { clientId: _id, state: _state, problem: _problem, sectionName: _name, ...words } = report;
    change(words);
    void drop({ ...report, dangers: [] });
  };
  return (
    <div className={styles.page} data-patrol-form>
      <Form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SelectField
          name="sectionId"
          label={t("section")}
          value={draft.sectionId}
          onChange={(sectionId) => {
            const length = sections.find((row) => row.id === sectionId)?.lengthKm ?? null;
            change({ sectionId, province: "", ...(length === null ? {} : { lengthKm: String(length) }) });
          }}
          empty="—"
          options={sections.map((row) => ({
            value: row.id,
            label: row.name,
            group: t(row.over ? "overMark" : "otherSections"),
          }))}
          error={errorOf("sectionId")}
        />
        {section && section.provinces.length > 1 ? (
          <Picks
            name="province"
            label={t("province")}
            value={province}
            options={section.provinces.map((code) => ({ value: code, label: provinceName(code, locale) }))}
            onChange={(own) => change({ province: own })}
            error={errorOf("province")}
          />
        ) : null}
        <Stepper
          name="lengthKm"
          label={t("lengthKm")}
          unit="km"
          value={draft.lengthKm}
          onChange={(lengthKm) => change({ lengthKm })}
          step={1}
          max={100_000}
          error={errorOf("lengthKm")}
        />
        <Stepper
          name="patrolledKm"
          label={t("patrolledKm")}
          unit="km"
          value={draft.patrolledKm}
          onChange={(patrolledKm) => change({ patrolledKm })}
          step={1}
          max={100_000}
        />
        <Stepper
          name="people"
          label={t("people")}
          unit={t("peopleUnit")}
          value={draft.people}
          onChange={(people) => change({ people })}
          step={5}
          max={10_000_000}
          error={errorOf("people")}
        />
        <Stepper
          name="shifts"
          label={t("shifts")}
          unit={t("shiftUnit")}
          value={draft.shifts}
          onChange={(shifts) => change({ shifts })}
          step={1}
          max={24}
          error={errorOf("shifts")}
        />
        <TextField
          name="at"
          type="datetime-local"
          label={t("at")}
          value={draft.at || (ready ? minute() : now.slice(0, 16))}
          onChange={(at) => change({ at })}
        />
        {draft.dangers.map((danger, index) => (
          <DangerFields
            key={danger.key}
            danger={danger}
            number={index + 1}
            newKey={newRequest}
            onChange={(part) => changeDanger(danger.key, part)}
            onRemove={() => change({ dangers: draft.dangers.filter((one) => one.key !== danger.key) })}
            errorOf={(name) => errorOf(`${danger.key}.${name}`)}
          />
        ))}
        <button
          type="button"
          className={`button ${styles.wide}`}
          onClick={() =>
            change({
              dangers: [
                ...draft.dangers,
                {
                  key: newRequest(),
                  kind: "",
                  grade: "",
                  place: "",
                  lat: "",
                  lon: "",
                  foundAt: minute(),
                  state: "FOUND",
                  photoKey: null,
                  photoId: null,
                },
              ],
            })
          }
        >
          <Plus size={18} aria-hidden /> {t("addDanger")}
        </button>
        <TextArea
          name="note"
          label={t("note")}
          value={draft.note}
          max={500}
          onChange={(note) => change({ note })}
        />
        {missing.length ? (
          <p role="alert" className="stale">
            {t("missing")}
          </p>
        ) : null}
        <button type="submit" className={`button primary ${styles.send}`} data-testid="patrol-send">
          <Send size={18} aria-hidden /> {connected ? t("send") : t("sendLater")}
        </button>
      </Form>
      <WaitingList
        reports={reports}
        sending={sending}
        onSend={() => void send()}
        onDrop={(report) => void drop(report)}
        onMend={mend}
      />
    </div>
  );
}
