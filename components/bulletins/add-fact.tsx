"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { RefusalNote } from "@/components/forms/fields";
import { useCommand } from "@/components/forms/use-command";
import { submitFact } from "@/lib/bulletins/actions";
import { type Draft, KINDS } from "@/lib/bulletins/schema";
import { readSelection } from "@/lib/bulletins/selection";
import own from "./bulletins.module.css";
import type { Choices } from "./choices";
import { DraftEditor } from "./draft-editor";

interface Props {
  bulletinId: string;
  selection: { start: number; end: number; words: string };
  choices: Choices;
  onClose: () => void;
}

const SHOWN = 60;

/** Makes the selected words a fact: its kind is chosen, and what the words say is filled in. */
export function AddFact({ bulletinId, selection, choices, onClose }: Props) {
  const t = useTranslations("bulletin");
  const router = useRouter();
  const { start, end, words } = selection;
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  const [kind, setKind] = useState<Draft["kind"] | null>(null);
  const { pending, refusal, submit } = useCommand(submitFact);
  useEffect(() => {
    let current = true;
    setDrafts(null);
    setKind(null);
    void readSelection({ bulletinId, start, end }).then((found) => {
      if (current) setDrafts(found ?? []);
    });
    return () => {
      current = false;
    };
  }, [bulletinId, start, end]);
  const draft = drafts?.find((one) => one.kind === kind);
  return (
    <section className={own.add} aria-label={t("addTitle")} data-testid="add-fact">
      <p>{t("selected", { words: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words })}</p>
      <div className={own.acts}>
        <span className="muted" role="status">
          {drafts ? t("addHere") : t("readingStep")}
        </span>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={kind === one}
            disabled={!drafts}
            onClick={() => setKind(one)}
          >
            {t(`kind.${one}`)}
          </button>
        ))}
        <button type="button" className="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
      {draft ? (
        <DraftEditor
          key={draft.kind}
          draft={draft}
          choices={choices}
          pending={pending}
          onSave={(right) =>
            submit({ bulletinId, start, end, draft: right }, () => {
              onClose();
              router.refresh();
            })
          }
          onCancel={onClose}
        />
      ) : null}
      <RefusalNote refusal={refusal} />
    </section>
  );
}
