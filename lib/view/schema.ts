import { z } from "zod";
import { parseTime } from "@/lib/format";
import { ResponseLevel } from "@/lib/responses/levels";
import { Hazard } from "@/lib/responses/schema";
import { DEFAULT_HAZARDS, DEFAULT_ISSUER, LAYERS, type View } from "./view";

export * from "./view";

const list = <T>(text: string | null | undefined, item: z.ZodType<T>): T[] =>
  (text ?? "").split(",").flatMap((part) => {
    const parsed = item.safeParse(part);
    return parsed.success ? [parsed.data] : [];
  });

/** Reads the view from the address; what cannot be read is left at its default, never an error. */
export function parseView(get: (key: string) => string | null | undefined): View {
  const hazards = list(get("hazard"), Hazard);
  const position = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(
    get("map") ?? "",
  );
  const at = parseTime((get("at") ?? "").replace(/ (?=\d{2}:\d{2}$)/, "+"));
  return {
    provinces: list(get("province"), z.string().regex(/^[1-8]\d0000$/)),
    levels: list(get("level"), ResponseLevel),
    hazards: hazards.length ? hazards : DEFAULT_HAZARDS,
    issuer: (get("issuer") ?? "").slice(0, 40) || DEFAULT_ISSUER,
    at: at?.ms ?? null,
    position: position
      ? { zoom: Number(position[1]), lat: Number(position[2]), lon: Number(position[3]) }
      : null,
    patterns: get("patterns") === "1",
    layers: LAYERS.filter((layer) => (get("layer") ?? "").split(",").includes(layer)),
  };
}
