import { z } from "zod";
import { Adcode } from "@/lib/fields";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind, Hazard } from "@/lib/responses/schema";

const nullable = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
/** An ISO date or a time with offset, as text: the command that publishes reads it. */
const When = z.string().min(1, { error: "field_required" }).max(40);

/** A response as an officer reviews it: identifiers of ours, where the words of the text have one. */
export const ResponseDraft = z.object({
  kind: z.literal("RESPONSE"),
  issuerId: nullable(z.string().max(60)),
  hazard: Hazard,
  province: nullable(Adcode),
  areaId: nullable(z.string().regex(/^[1-8]\d{5}$/)),
  action: ActionKind,
  level: nullable(ResponseLevel),
  effectiveAt: When,
});
export const WaterDraft = z.object({
  kind: z.literal("WATER"),
  sectionId: nullable(z.string().max(80)),
  status: nullable(
    z.enum(["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"]),
  ),
  trend: nullable(z.enum(["RISING", "FALLING", "STEADY", "SLOWING"])),
  stage: nullable(z.coerce.number().min(-500).max(9000)),
  at: When,
});
export const DeploymentDraft = z.object({
  kind: z.literal("DEPLOYMENT"),
  kindId: nullable(z.string().max(60)),
  count: nullable(z.coerce.number().int().min(1).max(1_000_000)),
  from: z.string().trim().max(120),
  place: z.string().trim().max(120),
  province: nullable(Adcode),
  areas: z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter(Boolean) : (value ?? [])),
    z.array(z.string().regex(/^[1-8]\d{5}$/)).max(40),
  ),
  mission: z.string().trim().max(300),
  at: When,
});
export const Draft = z.discriminatedUnion("kind", [ResponseDraft, WaterDraft, DeploymentDraft]);
export type Draft = z.infer<typeof Draft>;
export type ResponseDraft = z.infer<typeof ResponseDraft>;

export const Choice = z.enum(["ACCEPTED", "REJECTED", "PENDING"]);
export type Choice = z.infer<typeof Choice>;
