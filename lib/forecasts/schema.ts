import { z } from "zod";
import { AreaCode, Corrects, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";
import { provincesOfCodes, resolveArea } from "./areas";
import { gradeOf, RainGrade } from "./grades";

/** An area as words (四川东部), with codes when an officer has chosen them; otherwise the rule of areas.ts finds them. */
const AreaInput = z
  .union([
    text(60).transform((words) => ({ text: words, adcodes: undefined })),
    z.object({ text: text(60), adcodes: z.array(AreaCode).min(1).max(400).optional() }),
  ])
  .transform(({ text: words, adcodes }) => {
    const found = resolveArea(words);
    return adcodes ? { ...found, adcodes, approximate: true, rule: "chosen" } : found;
  });

const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const split = (value: unknown) =>
  typeof value === "string" ? value.split(/[、，,\n]/).filter((part) => part.trim()) : value;

/** Rain that a source foretells. A day means its whole day, Asia/Shanghai; `to` null: no end is stated. */
export const ForecastInput = z
  .object({
    requestId: RequestId,
    corrects: Corrects,
    from: Moment,
    to: z.preprocess(empty, Moment.nullable()),
    /** When it was issued; left out: the earlier of its source's publication and its first day. */
    issuedAt: z.preprocess((value) => value || undefined, Moment.optional()),
    /** 四川东部、重庆: a list, or one text with 、 between. */
    areas: z.preprocess(split, z.array(AreaInput).min(1, { error: "field_required" }).max(60)),
    /** As the source words it: 大雨或暴雨，部分地区大暴雨; 大雨/暴雨/大暴雨; 强降雨. */
    intensity: text(120),
    /** When an officer gives it; otherwise the gravest grade of `intensity`. */
    grade: z.preprocess(empty, RainGrade.nullable()),
    note: optionalText(500),
    source: SourceInput,
  })
  .refine((input) => input.to === null || input.to.ms >= input.from.ms, {
    path: ["to"],
    error: "end_before_start",
  })
  .transform((input) => ({
    ...input,
    grade: input.grade ?? gradeOf(input.intensity),
    provinces: provincesOfCodes(input.areas.flatMap((area) => area.adcodes)),
  }));
export type ForecastInput = z.output<typeof ForecastInput>;
