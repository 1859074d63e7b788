export interface ShownClock {
  mode: "live" | "exercise";
  /** ISO 8601 */
  now: string;
  /** World seconds a second. */
  rate: number;
}

/** What the server says when the picture changes: its number, and the clock that every page shows. */
export interface LiveFrame {
  version: number;
  recordedAt: string;
  revision: string;
  database: "up" | "down";
  clock: ShownClock | null;
}

type Fields = Partial<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null ? { ...value } : undefined;
const isTime = (value: unknown): value is string =>
  typeof value === "string" && !Number.isNaN(Date.parse(value));

function readClock(value: unknown): ShownClock | undefined {
  const clock = fieldsOf(value);
  if (!clock || !isTime(clock.now) || typeof clock.rate !== "number") return undefined;
  if (clock.mode !== "live" && clock.mode !== "exercise") return undefined;
  return { mode: clock.mode, now: clock.now, rate: clock.rate };
}

/**
 * Reads a frame as it came over the line; undefined when it is none. By hand: every page does this from its first
 * second, and the schema library would be a tenth of all it loads by then.
 */
export function readFrame(text: string): LiveFrame | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const frame = fieldsOf(parsed);
  if (!frame) return undefined;
  const { version, recordedAt, revision, database } = frame;
  const clock = frame.clock === null ? null : readClock(frame.clock);
  if (typeof version !== "number" || !isTime(recordedAt) || typeof revision !== "string") return undefined;
  if ((database !== "up" && database !== "down") || clock === undefined) return undefined;
  return { version, recordedAt, revision, database, clock };
}
