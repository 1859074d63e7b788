import { isoDay, isoTime } from "@/lib/format";

/** One act of the drill: at a world time (epoch ms), one command of the interface with its input. */
export interface Step {
  at: number;
  /** What a person reads while it is played. */
  what: string;
  command: string;
  input: Record<string, unknown>;
  /** Keeps an id of the answer (a number, or the first of a list) under a name … */
  remember?: { name: string; from: string };
  /** … for a later act that needs it in a field. */
  refers?: { field: string; name: string };
}

export interface Moment {
  at: Date;
  precision: "DAY" | "MINUTE";
}

/** A time as the interface takes it, with the precision the source printed. */
export const written = ({ at, precision }: Moment) =>
  precision === "DAY" ? isoDay(at.getTime()) : isoTime(at.getTime());

/** A day of the calendar in China is known from its first minute on. */
export const within = (moment: Moment, from: number, to: number) =>
  moment.at.getTime() >= from && moment.at.getTime() < to;
