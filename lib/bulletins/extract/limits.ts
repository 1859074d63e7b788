import type { Refusal } from "@/lib/errors";

/** What may come in: bytes of one file, and what an archive may grow to when it is opened. */
export const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_INFLATED = 40 * 1024 * 1024;
export const MAX_RATIO = 200;
/** A part this small is let be, whatever its ratio: blank themes compress very well. */
export const SMALL_PART = 1024 * 1024;
export const MAX_PARTS = 3000;
export const MAX_PAGES = 300;

/** Thrown inside the readers of files, turned into the refusal it carries at their door. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: string,
    readonly values?: Refusal["values"],
  ) {
    super(refusal);
  }
}
