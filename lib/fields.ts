import { z } from "zod";
import { isoDay, parseTime } from "./format";

/** Everything but control characters; tab and line breaks are not among those refused. */
const NO_CONTROL = /^(?:\P{Cc}|[\t\n\r])*$/u;

/** One line or paragraph typed by a person, trimmed, without control characters. */
export const text = (max: number) =>
  z
    .string("field_required")
    .trim()
    .min(1, { error: "field_required" })
    .max(max, { error: "field_too_long" })
    .regex(NO_CONTROL, { error: "field_control_characters" });
/** Like `text`, but may be left out or empty; then undefined. */
export const optionalText = (max: number) =>
  z
    .union([z.literal(""), text(max)])
    .optional()
    .transform((value) => value || undefined);

export const Adcode = z.string().regex(/^[1-8]\d0000$/, { error: "field_adcode" });
export const AreaCode = z.string().regex(/^[1-8]\d{5}$/, { error: "field_adcode" });

/** An ISO date (day precision) or time with offset; a form's local time, 2024-07-04T20:00, is China Standard Time. */
export const Moment = z
  .string()
  .trim()
  .max(40)
  .transform((value, context) => {
    const parsed = parseTime(/T\d{2}:\d{2}(:\d{2})?$/.test(value) ? `${value}+08:00` : value);
    if (
      parsed &&
      Number(isoDay(parsed.ms).slice(0, 4)) >= 1950 &&
      Number(isoDay(parsed.ms).slice(0, 4)) < 2200
    )
      return parsed;
    context.addIssue({ code: "custom", message: "field_time" });
    return z.NEVER;
  });

/** Where a fact comes from, as a person gives it. */
export const SourceInput = z.object({
  publisher: text(120),
  title: text(300),
  published: optionalText(40).refine((value) => value === undefined || parseTime(value) !== undefined, {
    error: "field_time",
  }),
  url: z
    .union([
      z.literal(""),
      z.url({ protocol: /^https?$/, error: "field_url" }).max(1000, { error: "field_too_long" }),
    ])
    .optional()
    .transform((value) => value || undefined),
});
export type SourceInput = z.output<typeof SourceInput>;

export const RequestId = z.uuid({ error: "field_required" }).optional();

/** The number of a row, as PostgreSQL counts them: a larger one would be an error of the database. */
export const RowNumber = z.coerce
  .bigint()
  .positive()
  .max(2n ** 63n - 1n);

/** Which recorded event an input puts right, and why; left out when the input is a new event. */
export const Corrects = z.object({ id: z.coerce.number().int().positive(), reason: text(500) }).optional();
export type Corrects = z.output<typeof Corrects>;
