import { z } from "zod";

export const CLOCK_SETTING = "clock";

/** An exercise clock shows `now` when set at `setAt` (real time); `rate` 0 stands still, 1 runs as real time. */
export const ClockSetting = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("live") }),
  z.object({
    mode: z.literal("exercise"),
    now: z.iso.datetime({ offset: true }),
    setAt: z.iso.datetime({ offset: true }),
    rate: z.number().min(0).max(3600),
  }),
]);
export type ClockSetting = z.infer<typeof ClockSetting>;

export const LIVE: ClockSetting = { mode: "live" };

/** The exercise with the bundled season opens at the bulletin's evening. */
export const EXERCISE_OPENS = "2024-07-04T20:00:00+08:00";

/** Real time, epoch milliseconds: when something was recorded. An exercise never moves it. */
export const recordTime = () => Date.now();

/** The world time that the whole system shows, epoch milliseconds. */
export function worldTime(setting: ClockSetting, real = recordTime()): number {
  if (setting.mode === "live") return real;
  return Date.parse(setting.now) + Math.round((real - Date.parse(setting.setAt)) * setting.rate);
}
