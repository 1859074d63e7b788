"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useReady } from "@/components/ui/use-ready";
import type { ReviewedBulletin, ReviewedProposal } from "@/lib/bulletins/read";
import { type Choice, KINDS } from "@/lib/bulletins/schema";
import { AddFact } from "./add-fact";
import { ArticlePicker } from "./article-picker";
import own from "./bulletins.module.css";
import type { Choices } from "./choices";
import { Outcome } from "./outcome";
import { ProposalCard } from "./proposal-card";
import { ReviewBar } from "./review-bar";
import { ReviewHead } from "./review-head";
import { SourceText } from "./source-text";
import { useColleagues } from "./use-colleagues";
import { type Decision, useDecisions } from "./use-decisions";
import { useOnceCurrent } from "./use-once-current";
import { useReviewKeys } from "./use-review-keys";

interface Props {
  bulletin: ReviewedBulletin;
  me: string;
  may: { publish: boolean; withdraw: boolean };
  choices: Choices;
}

/** Nothing stands against it and nobody has to look twice: what "accept all" takes. */
const plain = (one: ReviewedProposal) =>
  one.draft !== null && !one.problem && !one.doubt && !one.flag && !one.corrects;

const focusOn = (id: string) => document.getElementById(`proposal-${id}`)?.focus({ preventScroll: true });

/** Left the words, right what they state: each fact accepted, rejected or put right, then published together. */
export function Review({ bulletin, me, may, choices }: Props) {
  const t = useTranslations("bulletin");
  const dangers = useTranslations("patrol");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const { proposals } = bulletin;
  const ordered = KINDS.flatMap((kind) => proposals.filter((one) => one.kind === kind));
  const [chosen, setChosen] = useState<string | null>(null);
  // A key may come before what the pointer has just chosen is drawn: it must not meet the fact before.
  const latest = useRef<string | null>(null);
  const setActive = (id: string) => {
    latest.current = id;
    setChosen(id);
  };
  const among = (id: string | null) => (ordered.some((one) => one.id === id) ? id : (ordered[0]?.id ?? null));
  const active = among(chosen);
  const [editing, setEditing] = useState<string | null>(null);
  const [selection, setSelection] = useState<{ start: number; end: number; words: string } | null>(null);
  const [finishing, setFinishing] = useState(false);
  const ready = useReady();
  const decisions = useDecisions(bulletin.id, proposals);
  const { choiceOf } = decisions;
  const news = useColleagues(ordered, me, { t, terms, dangers, locale, choices });
  const open = bulletin.state !== "published" && bulletin.state !== "withdrawn";
  const decisionOn = (one: ReviewedProposal, choice: Choice): Decision => ({
    proposalId: one.id,
    choice,
    edited: one.edited ? one.draft : null,
    corrects: one.corrects,
  });
  const closeEditor = (id: string) => {
    setEditing((now) => (now === id ? null : now));
    // Who has gone on to another fact meanwhile is left there.
    if (document.activeElement?.closest(`#proposal-${id}`)) focusOn(id);
  };
  const choose = (one: ReviewedProposal, choice: Choice) => {
    if (open) decisions.decide([decisionOn(one, choice)]);
  };
  const easy = ordered.filter((one) => plain(one) && choiceOf(one) === "PENDING");
  const acceptAll = () => decisions.decide(easy.map((one) => decisionOn(one, "ACCEPTED")));
  const tally = {
    accepted: ordered.filter((one) => choiceOf(one) === "ACCEPTED").length,
    pending: ordered.filter((one) => choiceOf(one) === "PENDING").length,
    easy: easy.length,
  };
  const accept = (one: ReviewedProposal | undefined) => {
    if (one && (!one.problem || one.corrects)) choose(one, "ACCEPTED");
  };
  const acceptOnceCurrent = useOnceCurrent(decisions.busy, (id) =>
    accept(ordered.find((one) => one.id === id)),
  );
  useReviewKeys(open && ready, ordered, () => among(latest.current), {
    move: (id) => {
      setActive(id);
      focusOn(id);
    },
    accept: (one) => (decisions.busy && one.problem ? acceptOnceCurrent(one.id) : accept(one)),
    reject: (one) => choose(one, "REJECTED"),
    edit: (one) => setEditing(one.id),
    undo: decisions.undo,
    acceptAll,
    finish: () => setFinishing(true),
    escape: () => {
      setEditing(null);
      setSelection(null);
    },
  });

  return (
    <>
      <ReviewHead bulletin={bulletin} open={open} ready={ready} />
      <Outcome bulletin={bulletin} />
      <ArticlePicker
        key={`${bulletin.part.start}-${bulletin.part.end}`}
        bulletin={bulletin}
        open={open}
        ready={ready}
      />
      {open && ordered.length ? <p className={`muted ${own.keys}`}>{t("keys")}</p> : null}
      <div className={own.columns} data-wide data-ready={ready || undefined}>
        <div className={own.left}>
          <SourceText
            pieces={bulletin.pieces}
            proposals={ordered}
            active={active}
            onActive={setActive}
            onSelect={open && ready ? setSelection : undefined}
          />
          {selection && open ? (
            <AddFact
              bulletinId={bulletin.id}
              selection={selection}
              choices={choices}
              onClose={() => setSelection(null)}
            />
          ) : null}
        </div>
        <div className={own.list} data-testid="proposals">
          {ordered.length ? null : <p>{t("nothingFound")}</p>}
          {KINDS.map((kind) => {
            const group = proposals.filter((one) => one.kind === kind);
            if (!group.length) return null;
            return (
              <section key={kind} aria-label={t(`kind.${kind}`)}>
                <h3 className={own.kind} data-kind={kind} data-letter={t(`letter.${kind}`)}>
                  {t(`kind.${kind}`)} <span className="muted">{group.length}</span>
                </h3>
                {group.map((one) => (
                  <ProposalCard
                    key={one.id}
                    proposal={one}
                    choice={choiceOf(one)}
                    active={one.id === active}
                    editing={editing === one.id}
                    open={open}
                    ready={ready}
                    choices={choices}
                    onActive={() => setActive(one.id)}
                    onChoose={(choice) => choose(one, choice)}
                    onEdit={(on) => (on ? setEditing(one.id) : closeEditor(one.id))}
                    onSave={(edited, corrects) =>
                      decisions.decide([{ proposalId: one.id, choice: "ACCEPTED", edited, corrects }], () =>
                        closeEditor(one.id),
                      )
                    }
                  />
                ))}
              </section>
            );
          })}
        </div>
      </div>
      <p role="status" className={own.news} data-testid="news">
        {news}
      </p>
      {open ? (
        <ReviewBar
          bulletin={bulletin}
          tally={tally}
          busy={decisions.busy}
          ready={ready}
          refusal={decisions.refusal}
          undoable={decisions.undoable}
          may={may}
          finishing={finishing}
          onFinished={() => setFinishing(false)}
          onAcceptAll={acceptAll}
          onUndo={decisions.undo}
        />
      ) : null}
    </>
  );
}
