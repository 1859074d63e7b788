import { z } from "zod";
import { Adcode, AreaCode, Corrects, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";
import { PROVINCES } from "@/lib/provinces/list";
import { DeploymentState } from "./rules";

const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const degrees = (low: number, high: number) =>
  z.preprocess(
    empty,
    z.coerce
      .number({ error: "field_number" })
      .min(low, { error: "field_number" })
      .max(high, { error: "field_number" })
      .nullable(),
  );
export const Latitude = degrees(-90, 90);
export const Longitude = degrees(-180, 180);

export const DeployInput = z
  .object({
    requestId: RequestId,
    corrects: Corrects,
    kindId: z.string().min(1, { error: "field_required" }).max(60),
    count: z.preprocess(
      empty,
      z.coerce
        .number({ error: "field_number" })
        .int({ error: "field_number" })
        .min(1, { error: "field_number" })
        .max(1_000_000, { error: "field_number" })
        .nullable(),
    ),
    from: text(120),
    /** Where it sets out from: a name, or a point in degrees (WGS 84), or both; draws its track. */
    origin: optionalText(120),
    originLat: Latitude,
    originLon: Longitude,
    /** Left out with `province` for what stands ready for the whole nation. */
    place: optionalText(120),
    province: z.preprocess(empty, Adcode.nullable()),
    /** Codes of the places it serves, when they are known; several for one team in several places. */
    areas: z.array(AreaCode).max(40).optional(),
    /** The exact point of a single place, in degrees (WGS 84), when it was chosen on the map. */
    lat: Latitude,
    lon: Longitude,
    mission: text(300),
    /** For the desk only: never shown to the public. */
    contact: optionalText(120),
    state: DeploymentState.exclude(["WITHDRAWN"]),
    at: Moment,
    note: optionalText(500),
    source: SourceInput,
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if ((input.lat === null) !== (input.lon === null))
      wrong(input.lat === null ? "lat" : "lon", "field_required");
    if ((input.originLat === null) !== (input.originLon === null))
      wrong(input.originLat === null ? "originLat" : "originLon", "field_required");
    const reserve = !input.province && !input.areas?.length && input.lat === null;
    if (reserve && input.state !== "PREPOSITIONED") wrong("province", "reserve_is_prepositioned");
    if (!reserve && !input.province) wrong("province", "field_required");
    if (input.province && !input.place && !input.areas?.length && input.lat === null)
      wrong("place", "field_required");
  });
export type DeployInput = z.output<typeof DeployInput>;

/** The provinces a deployment touches: its own and those of its areas; all of them for a reserve of the nation. */
export function provincesOf(input: {
  province?: string | null | undefined;
  areas?: readonly string[] | undefined;
}): string[] {
  const own = [
    ...new Set([
      ...(input.province ? [input.province] : []),
      ...(input.areas ?? []).map((code) => `${code.slice(0, 2)}0000`),
    ]),
  ];
  return own.length ? own : PROVINCES.map((row) => row.adcode);
}

export const StatusInput = z.object({
  requestId: RequestId,
  deploymentId: z.coerce.number().int().positive(),
  /** One of its provinces; left out for a reserve of the nation. */
  province: z.preprocess(empty, Adcode.nullable()),
  state: DeploymentState,
  at: Moment,
  source: SourceInput,
});
