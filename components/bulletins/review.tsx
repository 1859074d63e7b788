"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "@/components/admin/admin.module.css";
import { RefusalNote } from "@/components/admin/fields";
import { useCommand } from "@/components/admin/use-command";
import { useReady } from "@/components/ui/use-ready";
import { submitDecisions, submitPublication } from "@/lib/bulletins/actions";
import type { ReviewedProposal, readBulletin } from "@/lib/bulletins/read";
import type { Choice, Draft } from "@/lib/bulletins/schema";
import own from "./bulletins.module.css";
import type { Choices } from "./choices";
import { ProposalCard } from "./proposal-card";
import { SourceText } from "./source-text";

interface Props {
  bulletin: NonNullable<Awaited<ReturnType<typeof readBulletin>>>;
  mayPublish: boolean;
  choices: Choices;
}

const KINDS = ["RESPONSE", "WATER", "DEPLOYMENT", "FORECAST", "COMMUNICATION", "CONSULTATION"] as const;
const plain = (one: ReviewedProposal) =>
  one.choice === "PENDING" && one.draft !== null && !one.problem && !one.doubt && !one.flag;

/** Left the words, right what they state: each fact accepted, rejected or put right, then published together. */
export function Review({ bulletin, mayPublish, choices }: Props) {
  const t = useTranslations("bulletin");
  const { proposals, publication } = bulletin;
  const ordered = KINDS.flatMap((kind) => proposals.filter((one) => one.kind === kind));
  const [active, setActive] = useState<string | null>(ordered[0]?.id ?? null);
  const [editing, setEditing] = useState<string | null>(null);
  const ready = useReady();
  const decide = useCommand(submitDecisions);
  const publish = useCommand(submitPublication);
  const open = publication === null;
  const send = (decisions: { proposalId: string; choice: Choice; edited?: Draft | null }[]) => {
    if (open && decisions.length)
      decide.submit({ bulletinId: bulletin.id, decisions }, () => {
        setEditing(null);
      });
  };
  const choose = (one: ReviewedProposal, choice: Choice) =>
    send([{ proposalId: one.id, choice, edited: one.edited ? one.draft : null }]);
  const easy = ordered.filter(plain);
  const accepted = ordered.filter((one) => one.choice === "ACCEPTED").length;
  const pending = ordered.filter((one) => one.choice === "PENDING" && one.draft).length;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("input,select,textarea")) return;
      const index = ordered.findIndex((one) => one.id === active);
      const at = ordered[index];
      const key = event.key.toLowerCase();
      if (key === "j") setActive(ordered[Math.min(ordered.length - 1, index + 1)]?.id ?? null);
      else if (key === "k") setActive(ordered[Math.max(0, index - 1)]?.id ?? null);
      else if (at?.draft && key === "a" && !at.problem) choose(at, "ACCEPTED");
      else if (at && key === "r") choose(at, "REJECTED");
      else if (at?.draft && key === "e") setEditing(at.id);
      else if (key === "escape") setEditing(null);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <>
      <header className={own.head}>
        <h2>{bulletin.title}</h2>
        <p className="muted">
          {bulletin.publisher} · {bulletin.published} · {t("receivedBy", { name: bulletin.receivedBy })}
        </p>
        {publication ? (
          <p data-testid="published">
            {t("publishedBy", { name: publication.by, count: publication.facts })}
          </p>
        ) : (
          <p className="muted">{t("keys")}</p>
        )}
      </header>
      <div className={own.columns} data-wide>
        <SourceText text={bulletin.text} proposals={ordered} active={active} onActive={setActive} />
        <div className={own.list} data-testid="proposals">
          {ordered.length ? null : <p>{t("nothingFound")}</p>}
          {KINDS.map((kind) => {
            const group = proposals.filter((one) => one.kind === kind);
            if (!group.length) return null;
            return (
              <section key={kind} aria-label={t(`kind.${kind}`)}>
                <h3 className={own.kind} data-kind={kind}>
                  {t(`kind.${kind}`)} <span className="muted">{group.length}</span>
                </h3>
                {group.map((one) => (
                  <ProposalCard
                    key={one.id}
                    proposal={one}
                    active={one.id === active}
                    editing={editing === one.id}
                    open={open}
                    pending={decide.pending || !ready}
                    choices={choices}
                    onActive={() => setActive(one.id)}
                    onChoose={(choice) => choose(one, choice)}
                    onEdit={(on) => setEditing(on ? one.id : null)}
                    onSave={(draft) => send([{ proposalId: one.id, choice: "ACCEPTED", edited: draft }])}
                  />
                ))}
              </section>
            );
          })}
        </div>
      </div>
      <RefusalNote refusal={decide.refusal ?? publish.refusal} />
      {open ? (
        <div className={styles.review}>
          <p role="status">{t("tally", { accepted, pending })}</p>
          <button
            type="button"
            className="button"
            disabled={!easy.length || decide.pending || !ready}
            onClick={() =>
              send(
                easy.map((one) => ({
                  proposalId: one.id,
                  choice: "ACCEPTED" as const,
                  edited: one.edited ? one.draft : null,
                })),
              )
            }
          >
            {t("acceptAll", { count: easy.length })}
          </button>
          {mayPublish ? (
            <button
              type="button"
              className="button primary"
              disabled={!accepted || publish.pending || !ready}
              onClick={() => publish.submit({ bulletinId: bulletin.id }, () => window.location.reload())}
              data-testid="publish"
            >
              {publish.pending ? t("publishing") : t("publish", { count: accepted })}
            </button>
          ) : (
            <p className="muted">{t("chiefPublishes")}</p>
          )}
        </div>
      ) : null}
    </>
  );
}
