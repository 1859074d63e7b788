"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { Choice, Draft } from "@/lib/bulletins/schema";
import own from "./bulletins.module.css";
import type { Choices } from "./choices";
import { DraftEditor } from "./draft-editor";
import { sentenceOf } from "./sentence";

interface Props {
  proposal: ReviewedProposal;
  active: boolean;
  editing: boolean;
  open: boolean;
  pending: boolean;
  choices: Choices;
  onActive: () => void;
  onChoose: (choice: Choice) => void;
  onEdit: (on: boolean) => void;
  onSave: (draft: Draft) => void;
}

/** One fact: what it would make true, what stands against it, and the three things to do. */
export function ProposalCard(props: Props) {
  const { proposal, active, editing, open, pending, choices } = props;
  const t = useTranslations("bulletin");
  const terms = useTranslations("terms");
  const contradiction = useTranslations("contradiction");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (active) box.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const { problem, doubt, draft } = proposal;
  const problemText = problem
    ? t.has(`problem.${problem}` as "problem.unknown_issuer")
      ? t(`problem.${problem}` as "problem.unknown_issuer")
      : contradiction(problem as "activated_while_active")
    : null;
  return (
    <article
      ref={box}
      className={own.card}
      data-kind={proposal.kind}
      data-active={active || undefined}
      data-choice={proposal.choice}
      data-testid="proposal"
      onMouseEnter={props.onActive}
      onFocus={props.onActive}
    >
      <p className={own.sentence}>{sentenceOf(proposal, { t, terms, locale, choices })}</p>
      {proposal.confirmed ? <p className="muted">{t("recordedAsMaintained")}</p> : null}
      {problemText ? <p className="stale">{problemText}</p> : null}
      {doubt ? <p className="stale">{t(`doubt.${doubt}` as "doubt.time_unstated")}</p> : null}
      {proposal.flag ? (
        <p className="stale">{t(`problem.${proposal.flag.key}`, proposal.flag.values)}</p>
      ) : null}
      {proposal.choice === "PENDING" ? null : (
        <p className="muted">
          {t(`choice.${proposal.choice}`)}
          {proposal.decidedBy ? ` · ${proposal.decidedBy}` : ""}
          {proposal.edited ? ` · ${t("corrected")}` : ""}
        </p>
      )}
      {editing && draft ? (
        <DraftEditor
          draft={draft}
          choices={choices}
          pending={pending}
          onSave={props.onSave}
          onCancel={() => props.onEdit(false)}
        />
      ) : open && draft ? (
        <div className={own.acts}>
          <button
            type="button"
            className="button"
            aria-pressed={proposal.choice === "ACCEPTED"}
            disabled={pending || problem !== null}
            onClick={() => props.onChoose("ACCEPTED")}
          >
            {t("accept")}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={proposal.choice === "REJECTED"}
            disabled={pending}
            onClick={() => props.onChoose("REJECTED")}
          >
            {t("reject")}
          </button>
          <button type="button" className="button" disabled={pending} onClick={() => props.onEdit(true)}>
            {t("edit")}
          </button>
        </div>
      ) : draft ? null : (
        <p className="muted">{t("forecastNote")}</p>
      )}
    </article>
  );
}
