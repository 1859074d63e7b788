"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { submitBulletin, submitPublication, submitReturn, submitWithdrawal } from "@/lib/bulletins/actions";
import type { ReviewedBulletin } from "@/lib/bulletins/read";
import type { Refusal } from "@/lib/errors";
import own from "./bulletins.module.css";

interface Props {
  bulletin: ReviewedBulletin;
  tally: { accepted: number; pending: number; easy: number };
  busy: boolean;
  ready: boolean;
  refusal: Refusal | null;
  undoable: number;
  may: { publish: boolean; withdraw: boolean };
  /** Somebody asked by key for the button that submits or publishes: it gets the focus as soon as it can be pressed. */
  finishing: boolean;
  onFinished: () => void;
  onAcceptAll: () => void;
  onUndo: () => void;
}

/** What is left to do with the whole bulletin: accept what is plain, undo, submit, return, publish, withdraw. */
export function ReviewBar(props: Props) {
  const { bulletin, tally, busy, ready, may } = props;
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const router = useRouter();
  const [asking, setAsking] = useState<"return" | "withdraw" | null>(null);
  const submission = useCommand(submitBulletin);
  const publication = useCommand(submitPublication);
  const input = { bulletinId: bulletin.id };
  const submitted = bulletin.state === "submitted";
  const wait = busy || !ready || submission.pending || publication.pending;
  const refresh = () => router.refresh();
  const end = useRef<HTMLButtonElement>(null);
  const closed = !tally.accepted || wait || (submitted && !may.publish);
  const { finishing, onFinished } = props;
  useEffect(() => {
    if (!finishing || closed) return;
    end.current?.focus();
    onFinished();
  }, [finishing, closed, onFinished]);
  return (
    <div className={`${styles.review} ${own.bar}`} lang={locale}>
      <p role="status">
        {submitted ? `${t("submitted")} ` : ""}
        {t("tally", tally)} <span className="muted">{busy ? t("saving") : ""}</span>
      </p>
      <RefusalNote refusal={props.refusal ?? submission.refusal ?? publication.refusal} />
      {asking ? (
        <Reason
          what={asking}
          bulletin={bulletin}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            refresh();
          }}
        />
      ) : (
        <>
          <button
            type="button"
            className="button"
            disabled={!tally.easy || !ready}
            onClick={props.onAcceptAll}
            data-testid="accept-all"
          >
            {t("acceptAll", { count: tally.easy })}
          </button>
          <button
            type="button"
            className="button"
            disabled={!props.undoable || !ready}
            onClick={props.onUndo}
          >
            {t("undo")}
          </button>
          {may.publish ? (
            <button
              type="button"
              ref={end}
              className="button primary"
              disabled={closed}
              onClick={() => publication.submit(input, refresh)}
              data-testid="publish"
            >
              {publication.pending ? t("publishing") : t("publish", { count: tally.accepted })}
            </button>
          ) : (
            <button
              type="button"
              ref={end}
              className="button primary"
              disabled={closed}
              onClick={() => submission.submit(input, refresh)}
              data-testid="submit"
            >
              {t("submit", { count: tally.accepted })}
            </button>
          )}
          {may.publish && submitted ? (
            <button type="button" className="button" disabled={wait} onClick={() => setAsking("return")}>
              {t("return")}
            </button>
          ) : null}
          {may.withdraw ? (
            <button type="button" className="button" disabled={wait} onClick={() => setAsking("withdraw")}>
              {t("withdraw")}
            </button>
          ) : null}
          {may.publish ? null : <span className="muted">{t("chiefPublishes")}</span>}
        </>
      )}
    </div>
  );
}

interface ReasonProps {
  what: "return" | "withdraw";
  bulletin: ReviewedBulletin;
  onClose: () => void;
  onDone: () => void;
}

function Reason({ what, bulletin, onClose, onDone }: ReasonProps) {
  const t = useTranslations("bulletin");
  const [reason, setReason] = useState("");
  const { pending, refusal, submit } = useCommand(what === "return" ? submitReturn : submitWithdrawal);
  const errorOf = useFieldError(refusal);
  const name = bulletin.steps.at(-1)?.by ?? "—";
  return (
    <Form
      className={own.reason}
      onSubmit={(event) => {
        event.preventDefault();
        submit({ bulletinId: bulletin.id, reason }, onDone);
      }}
    >
      <TextField
        name="reason"
        label={t("reason")}
        value={reason}
        max={500}
        onChange={setReason}
        error={errorOf("reason")}
      />
      <RefusalNote refusal={refusal} />
      <div className={own.acts}>
        <button type="submit" className="button primary" disabled={pending}>
          {what === "return" ? t("confirmReturn", { name }) : t("confirmWithdraw")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </Form>
  );
}
