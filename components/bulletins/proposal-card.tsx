"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { Choice, CorrectsFact, Draft } from "@/lib/bulletins/schema";
import own from "./bulletins.module.css";
import { candidateWords } from "./candidate-words";
import { changesOf } from "./changes";
import type { Choices } from "./choices";
import { DraftEditor } from "./draft-editor";
import { minuteOf, sentenceOf, timeOf } from "./sentence";

interface Props {
  proposal: ReviewedProposal;
  choice: Choice;
  active: boolean;
  editing: boolean;
  open: boolean;
  ready: boolean;
  choices: Choices;
  onActive: () => void;
  onChoose: (choice: Choice) => void;
  onEdit: (on: boolean) => void;
  onSave: (draft: Draft, corrects: CorrectsFact | null) => void;
}

/** Contradictions are told by the change lines; these are told here. */
const TOLD = /^(activated|maintained|raised|lowered|terminated|from)_/;

/** One fact: what it would make true, what stands against it, who decided what, and the three things to do. */
export function ProposalCard(props: Props) {
  const { proposal, choice, active, editing, open, ready, choices } = props;
  const t = useTranslations("bulletin");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // What lies under the pointer stays there.
    if (active && !box.current?.matches(":hover")) box.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const dangers = useTranslations("patrol");
  const words = { t, terms, dangers, locale, choices };
  const { problem, doubt, draft, flag, decisions, corrects } = proposal;
  const last = decisions.at(-1);
  const corrected = corrects && proposal.candidates.find((one) => one.id === corrects.id);
  const blocked = problem !== null && !corrects;
  return (
    <article
      ref={box}
      id={`proposal-${proposal.id}`}
      // The keys that move put the focus here, so that Tab goes on to what can be done with it.
      tabIndex={-1}
      aria-labelledby={`said-${proposal.id}`}
      className={own.card}
      data-kind={proposal.kind}
      data-active={active || undefined}
      data-choice={choice}
      data-testid="proposal"
      onMouseMove={active ? undefined : props.onActive}
      onFocus={props.onActive}
    >
      <div className={own.words}>
        <p className={own.sentence} id={`said-${proposal.id}`}>
          {sentenceOf(proposal, words)}
        </p>
        {corrects
          ? null
          : changesOf(proposal, words).map(({ text, wrong }) => (
              <p key={text} className={`${own.change} ${wrong ? "stale" : ""}`}>
                {text}
              </p>
            ))}
        {problem && !TOLD.test(problem) ? (
          <p className="stale">{t(`problem.${problem}` as "problem.unknown_issuer")}</p>
        ) : null}
        {doubt ? <p className="stale">{t(`doubt.${doubt}` as "doubt.time_unstated")}</p> : null}
        {flag ? <p className="stale">{t(`problem.${flag.key}`, flag.values)}</p> : null}
        {corrects ? (
          <p className={own.change}>
            {t("correctsFact", { what: corrected ? candidateWords(corrected, words) : `#${corrects.id}` })}
            {` · ${corrects.reason}`}
          </p>
        ) : null}
        {last || proposal.addedBy ? (
          <p className="muted">
            {proposal.addedBy ? `${t("addedBy", { name: proposal.addedBy })} · ` : ""}
            {last
              ? t("decided", {
                  name: last.by,
                  choice: t(`choice.${last.choice}`),
                  time: timeOf(minuteOf(last.at), locale),
                })
              : ""}
            {proposal.edited ? ` · ${t("corrected")}` : ""}
          </p>
        ) : null}
        {decisions.length > 1 ? (
          <details className={own.history}>
            <summary>{t("history", { count: decisions.length })}</summary>
            <ol>
              {decisions.map((one) => (
                <li key={`${one.at}${one.by}${one.choice}`}>
                  {t("decided", {
                    name: one.by,
                    choice: t(`choice.${one.choice}`),
                    time: timeOf(minuteOf(one.at), locale),
                  })}
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
      {editing && draft && open ? (
        <DraftEditor
          draft={draft}
          choices={choices}
          pending={!ready}
          candidates={proposal.candidates}
          corrects={corrects}
          onSave={props.onSave}
          onCancel={() => props.onEdit(false)}
        />
      ) : open && draft ? (
        <div className={own.acts}>
          <button
            type="button"
            className="button"
            aria-pressed={choice === "ACCEPTED"}
            disabled={!ready || blocked}
            onClick={() => props.onChoose("ACCEPTED")}
          >
            {t("accept")}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={choice === "REJECTED"}
            disabled={!ready}
            onClick={() => props.onChoose("REJECTED")}
          >
            {t("reject")}
          </button>
          <button type="button" className="button" disabled={!ready} onClick={() => props.onEdit(true)}>
            {t("edit")}
          </button>
        </div>
      ) : null}
    </article>
  );
}
