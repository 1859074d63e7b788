// Every page parses frames from its first second: the small build of the schema library does for them.
// Only as a namespace is it shaken down to what is used (5 KB instead of 86).
import * as z from "zod/mini";

export const Clock = z.object({ mode: z.enum(["live", "exercise"]), now: z.string(), rate: z.number() });

/** What the server says when the picture changes: its number, and the clock that every page shows. */
export const LiveFrame = z.object({
  version: z.number(),
  recordedAt: z.string(),
  revision: z.string(),
  database: z.enum(["up", "down"]),
  clock: z.nullable(Clock),
});
export type LiveFrame = z.infer<typeof LiveFrame>;
