import { z } from "zod";
import { Adcode, AreaCode, Corrects, Moment, optionalText, RequestId, SourceInput } from "@/lib/fields";
import { crossesItself } from "./rules";

/** What is cut: roads 断路, power 断电, network 断网. */
export const Cut = z.enum(["ROAD", "POWER", "NETWORK"]);
export type Cut = z.infer<typeof Cut>;

const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const cuts = z
  .array(Cut)
  .min(1, { error: "field_required" })
  .max(3)
  .transform((list) => Cut.options.filter((cut) => list.includes(cut)));
const Position = z.tuple([z.number().min(70).max(140), z.number().min(0).max(60)]);

/** A ring drawn on the map, [lon, lat] in degrees (WGS 84); it is closed here when it comes open. */
export const RingInput = z
  .array(Position, { error: "field_ring" })
  .min(3, { error: "field_ring" })
  .max(500, { error: "field_ring" })
  .transform((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
  })
  .refine((ring) => !crossesItself(ring), { error: "field_ring_crosses" });

/** A place cut off: an area of the gazetteer by its code, or a ring drawn on the map with a name. */
export const OutageInput = z
  .object({
    requestId: RequestId,
    corrects: Corrects,
    name: optionalText(120),
    province: Adcode,
    areaId: z.preprocess(empty, AreaCode.nullable()),
    ring: z.preprocess(empty, RingInput.nullable()),
    cuts,
    since: Moment,
    /** When everything worked again, if it is over already. */
    until: z.preprocess(empty, Moment.nullable()),
    people: z.preprocess(
      empty,
      z.coerce
        .number({ error: "field_number" })
        .int({ error: "field_number" })
        .min(0, { error: "field_number" })
        .max(100_000_000, { error: "field_number" })
        .nullable(),
    ),
    note: optionalText(500),
    source: SourceInput,
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!input.areaId && !input.ring) wrong("areaId", "field_required");
    if (!input.areaId && !input.name) wrong("name", "field_required");
    if (input.until && input.until.ms < input.since.ms) wrong("until", "end_before_start");
  });
export type OutageInput = z.output<typeof OutageInput>;

/** What works again; all of it when `cuts` is left out. */
export const RestoreInput = z.object({
  requestId: RequestId,
  outageId: z.coerce.number().int().positive(),
  province: Adcode,
  cuts: cuts.optional(),
  at: Moment,
  source: SourceInput,
});
