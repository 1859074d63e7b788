import { z } from "zod";
import { TEXT_SETTING, TextRight } from "@/lib/bulletins/rights";
import { CLOCK_SETTING, LIVE, recordTime } from "@/lib/clock";
import { command } from "@/lib/command";
import { Moment, RequestId } from "@/lib/fields";
import { isoTime } from "@/lib/format";
import { THRESHOLDS_SETTING, Thresholds } from "./thresholds";

export const ClockInput = z.discriminatedUnion("mode", [
  z.object({ requestId: RequestId, mode: z.literal("live") }),
  z.object({
    requestId: RequestId,
    mode: z.literal("exercise"),
    now: Moment,
    rate: z.coerce.number().min(0).max(3600),
  }),
]);

/** Switches between real time and an exercise, and sets the exercise's clock. The record's own times stay real. */
export const setClock = command({
  name: "setting.clock",
  may: "setting:write",
  input: ClockInput,
  async run({ tx }, input) {
    const value =
      input.mode === "live"
        ? LIVE
        : { mode: input.mode, now: isoTime(input.now.ms), setAt: isoTime(recordTime()), rate: input.rate };
    await tx.setting.upsert({
      where: { key: CLOCK_SETTING },
      create: { key: CLOCK_SETTING, value },
      update: { value },
    });
    return { ok: true as const, value: { mode: input.mode } };
  },
});

export const TextRightInput = TextRight.extend({ requestId: RequestId });

/** Says whose bulletins the public may read in full; of all others it reads the words that state a fact. */
export const setTextRight = command({
  name: "setting.bulletinText",
  may: "setting:write",
  input: TextRightInput,
  async run({ tx }, { all, publishers }) {
    const value = { all, publishers: [...new Set(publishers)] };
    await tx.setting.upsert({
      where: { key: TEXT_SETTING },
      create: { key: TEXT_SETTING, value },
      update: { value },
    });
    return { ok: true as const, value };
  },
});

/** Sets what the desk calls a gap; what is left out takes its standard value. */
export const setThresholds = command({
  name: "setting.thresholds",
  may: "setting:write",
  input: z.object({ requestId: RequestId, thresholds: Thresholds }),
  async run({ tx }, { thresholds }) {
    await tx.setting.upsert({
      where: { key: THRESHOLDS_SETTING },
      create: { key: THRESHOLDS_SETTING, value: thresholds },
      update: { value: thresholds },
    });
    return { ok: true as const, value: { thresholds } };
  },
});
