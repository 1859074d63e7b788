import { z } from "zod";
import { DeploymentState } from "@/lib/deployments/rules";
import { DirectiveCategory } from "@/lib/directives/categories";
import { Adcode, AreaCode } from "@/lib/fields";
import { RainGrade } from "@/lib/forecasts/grades";
import { Cut } from "@/lib/outages/schema";
import { DangerGrade, DangerKind, DangerState } from "@/lib/patrols/dangers";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind, Hazard } from "@/lib/responses/schema";

const nullable = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
/** An ISO date or a time with offset, as text: the command that publishes reads it. */
const When = z.string().min(1, { error: "field_required" }).max(40);
const line = (max: number) => z.string().trim().max(max, { error: "field_too_long" });
/** A list, or one line of a form with commas or 、 between. */
const list = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess(
    (value) =>
      typeof value === "string"
        ? value
            .split(/[,，、\n]/)
            .map((part) => part.trim())
            .filter(Boolean)
        : (value ?? []),
    z.array(item).max(max),
  );
const Provinces = list(Adcode, 34);

/** A response as an officer reviews it: identifiers of ours, where the words of the text have one. */
export const ResponseDraft = z.object({
  kind: z.literal("RESPONSE"),
  issuerId: nullable(z.string().max(60)),
  hazard: Hazard,
  provinces: Provinces,
  areaId: nullable(AreaCode),
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
  stage: nullable(z.coerce.number({ error: "field_number" }).min(-500).max(9000)),
  /** Metres above the mark that `status` names, as stated. */
  exceedance: nullable(z.coerce.number({ error: "field_number" }).min(0).max(100)),
  at: When,
});
const sent = {
  kindId: nullable(z.string().max(60)),
  count: nullable(z.coerce.number({ error: "field_number" }).int().min(1).max(1_000_000)),
  from: line(120),
  place: line(120),
  province: nullable(Adcode),
  areas: list(AreaCode, 40),
  mission: line(300),
  at: When,
};
export const DeploymentDraft = z.object({
  kind: z.literal("DEPLOYMENT"),
  ...sent,
  state: DeploymentState.exclude(["WITHDRAWN"]).default("SENT"),
});
/** A communication asset becomes a deployment of its kind; without a place it stands ready for the nation. */
export const CommunicationDraft = z.object({
  kind: z.literal("COMMUNICATION"),
  ...sent,
  state: DeploymentState.exclude(["WITHDRAWN"]).default("PREPOSITIONED"),
});
export const ForecastDraft = z.object({
  kind: z.literal("FORECAST"),
  from: z.string().max(40),
  to: nullable(z.string().max(40)),
  areas: list(line(60), 60),
  intensity: line(120),
  grade: nullable(RainGrade),
});
export const ConsultationDraft = z.object({
  kind: z.literal("CONSULTATION"),
  form: z.enum(["MEETING", "VIDEO"]),
  at: When,
  ledBy: list(line(80), 20),
  provinces: Provinces,
  decisions: line(1000),
});
export const DirectiveDraft = z.object({
  kind: z.literal("DIRECTIVE"),
  category: DirectiveCategory,
  text: line(600),
  issuer: line(80),
  provinces: Provinces,
  at: When,
});
/** A place cut off; published with its area, which stands for a town or village that has no code. */
export const OutageDraft = z.object({
  kind: z.literal("OUTAGE"),
  name: line(120),
  province: nullable(Adcode),
  areaId: nullable(AreaCode),
  cuts: list(Cut, 3),
  since: When,
  until: nullable(z.string().max(40)),
  people: nullable(z.coerce.number({ error: "field_number" }).int().min(0).max(100_000_000)),
});
/** A danger on a dike; it becomes the report of a patrol of which nothing more is known. */
export const DangerDraft = z.object({
  kind: z.literal("DANGER"),
  sectionId: nullable(z.string().max(80)),
  province: nullable(Adcode),
  danger: DangerKind,
  dangerGrade: nullable(DangerGrade),
  place: line(120),
  dangerState: DangerState,
  at: When,
});
export const Draft = z.discriminatedUnion("kind", [
  ResponseDraft,
  WaterDraft,
  DeploymentDraft,
  CommunicationDraft,
  ForecastDraft,
  ConsultationDraft,
  DirectiveDraft,
  OutageDraft,
  DangerDraft,
]);
export type Draft = z.infer<typeof Draft>;
export type ResponseDraft = z.infer<typeof ResponseDraft>;

/** The kinds of facts in the order in which they are reviewed. */
export const KINDS = [
  "RESPONSE",
  "WATER",
  "DEPLOYMENT",
  "OUTAGE",
  "DANGER",
  "FORECAST",
  "COMMUNICATION",
  "CONSULTATION",
  "DIRECTIVE",
] as const satisfies readonly Draft["kind"][];
export type Kind = (typeof KINDS)[number];

/** A draft as stored; those of earlier versions named one province. */
export function storedDraft(stored: unknown): Draft | null {
  const older = z
    .looseObject({ province: z.string().nullable(), kind: z.literal("RESPONSE") })
    .safeParse(stored);
  const now = older.success
    ? { provinces: older.data.province ? [older.data.province] : [], ...older.data }
    : stored;
  return Draft.safeParse(now).data ?? null;
}

export const Choice = z.enum(["ACCEPTED", "REJECTED", "PENDING"]);
export type Choice = z.infer<typeof Choice>;

/** The earlier fact that a proposal replaces, by its number in the table of its kind, and why. */
export const CorrectsFact = z.object({
  id: z.coerce.number().int().positive(),
  reason: z.string().trim().min(1, { error: "field_required" }).max(500, { error: "field_too_long" }),
});
export type CorrectsFact = z.infer<typeof CorrectsFact>;
