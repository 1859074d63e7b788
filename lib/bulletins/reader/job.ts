import type { Refusal } from "@/lib/errors";
import { extract, type File } from "../extract";
import { Unreadable } from "../extract/limits";
import type { Facts } from "../parse";
import { factsIn, type Reading, readText } from "../reading";

/** A file or a text to read whole, or a part of a text already received to read again. */
export type Job =
  | { do: "receive"; file: File; published: string | null; today: string }
  | { do: "read"; text: string; start: number; end: number; day: string };

export interface Received extends Reading {
  text: string;
  mediaType: string;
}
export type Answer =
  | { ok: true; received: Received }
  | { ok: true; facts: Facts }
  | (Refusal & { ok: false });

/** Does one job; a file that cannot be read is a refusal, never a throw. */
export async function doJob(job: Job): Promise<Answer> {
  try {
    if (job.do === "read") return { ok: true, facts: factsIn(job.text, job.start, job.end, job.day) };
    const { text, mediaType } = await extract(job.file);
    return { ok: true, received: { text, mediaType, ...readText(text, job.published, job.today) } };
  } catch (error) {
    if (error instanceof Unreadable)
      return { ok: false, refusal: error.refusal, ...(error.values ? { values: error.values } : {}) };
    console.error("reading a bulletin:", error);
    return { ok: false, refusal: "file_damaged" };
  }
}
