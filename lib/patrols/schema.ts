import { z } from "zod";
import { Latitude, Longitude } from "@/lib/deployments/schema";
import { Adcode, Corrects, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";
import { DangerGrade, DangerKind, DangerState } from "./dangers";

const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const amount = (max: number) =>
  z.coerce
    .number({ error: "field_number" })
    .min(0, { error: "field_number" })
    .max(max, { error: "field_number" });
const whole = (max: number) => amount(max).int({ error: "field_number" });

export const DangerInput = z
  .object({
    kind: DangerKind,
    grade: DangerGrade,
    place: text(120),
    /** Degrees (WGS 84), when the reporter gave or confirmed them. */
    lat: Latitude,
    lon: Longitude,
    foundAt: Moment,
    state: DangerState.default("FOUND"),
    photoId: z.preprocess(empty, z.uuid().nullable()),
  })
  .refine((danger) => (danger.lat === null) === (danger.lon === null), {
    path: ["lat"],
    error: "field_required",
  });
export type DangerInput = z.output<typeof DangerInput>;

/**
 * A patrol's report. `clientId` is made where it is written: the same report sent again is known by it. Length (km),
 * people and shifts may be left out only by who reports a danger and knows nothing of the patrol.
 */
export const PatrolInput = z
  .object({
    requestId: RequestId,
    corrects: Corrects,
    clientId: z.uuid({ error: "field_required" }),
    sectionId: z.string().min(1, { error: "field_required" }).max(80),
    province: Adcode,
    /** The report's own time, also when it is sent later. */
    at: Moment,
    lengthKm: z.preprocess(empty, amount(100_000).nullable()),
    patrolledKm: z.preprocess(empty, amount(100_000).nullable()),
    people: z.preprocess(empty, whole(10_000_000).nullable()),
    shifts: z.preprocess(empty, whole(24).nullable()),
    note: optionalText(500),
    dangers: z.array(DangerInput).max(50).default([]),
    /** Left out: the duty desk of the province. */
    source: SourceInput.optional(),
  })
  .superRefine((input, context) => {
    if (input.dangers.length) return;
    for (const field of ["lengthKm", "people", "shifts"] as const)
      if (input[field] === null)
        context.addIssue({ code: "custom", path: [field], message: "field_required" });
  });
export type PatrolInput = z.output<typeof PatrolInput>;

export const DangerStatusInput = z.object({
  requestId: RequestId,
  dangerId: z.coerce.number().int().positive(),
  province: Adcode,
  state: DangerState,
  at: Moment,
  note: optionalText(500),
  source: SourceInput.optional(),
});
