import { z } from "zod";
import { text } from "@/lib/fields";

/** The setting that says whose bulletins the operator may show in full. */
export const TEXT_SETTING = "bulletin_text";

/** Whose texts may be shown whole: everybody's, or these publishers' by name; of all others excerpts only. */
export const TextRight = z.object({ all: z.boolean(), publishers: z.array(text(120)).max(200) });
export type TextRight = z.infer<typeof TextRight>;

export const EXCERPTS_ONLY: TextRight = { all: false, publishers: [] };

/** Whether the public may read all of a publisher's text. */
export const mayShowWhole = (right: TextRight, publisher: string) =>
  right.all || right.publishers.includes(publisher);
