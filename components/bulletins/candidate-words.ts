import type { Candidate } from "@/lib/bulletins/candidates";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind } from "@/lib/responses/schema";
import { publisherName } from "@/lib/responses/source-words";
import { levelWords, timeOf, type Words, waterWords } from "./sentence";

/** An earlier fact in one line: when, what, by whose account. */
export function candidateWords({ at, says, publisher }: Candidate, words: Words): string {
  const { t, locale } = words;
  const action = ActionKind.safeParse(says.action).data;
  const level = ResponseLevel.safeParse(says.level).data ?? null;
  const what = action
    ? `${t(`action.${action}`)} ${action === "TERMINATE" ? "" : levelWords(level, words)}`
    : waterWords(
        {
          status: (says.status ?? null) as "NORMAL" | null,
          trend: (says.trend ?? null) as "RISING" | null,
          stage: says.words ?? null,
        },
        words,
      );
  return t("candidate", {
    time: timeOf(at, locale),
    what: what.trim(),
    publisher: publisherName(publisher, locale),
  });
}
