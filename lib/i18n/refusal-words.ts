import { createTranslator } from "next-intl";
import type { Refusal } from "@/lib/errors";
import messages from "./messages/en.json";

const t = createTranslator({ locale: "en", messages, namespace: "refusal" });

/** A refusal in English words, for the problem documents of the interface; its key where it has no words. */
export function refusalWords({ refusal, values, fields }: Refusal): string {
  if (fields) return `Not as it must be: ${Object.keys(fields).join(", ")}.`;
  return t.has(refusal as "not_found")
    ? t(refusal as "not_found", values)
    : `Refused: ${refusal.replaceAll("_", " ")}.`;
}
