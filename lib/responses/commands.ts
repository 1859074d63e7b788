import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, AreaCode, Moment, RequestId, SourceInput, text } from "@/lib/fields";
import { isoTime } from "@/lib/format";
import { clockNow } from "@/lib/live/store";
import { recordSource } from "@/lib/sources";
import { ResponseLevel } from "./levels";
import { foldTrack, illegality, knownActions, stepAt } from "./rules";
import { ActionKind, EMPTY_SOURCE, Hazard, type TrackAction, type TrackKey } from "./schema";

const HOUR = 3_600_000;
/** An order may be announced ahead of its hour, but not for a distant day. */
const FAR_FUTURE = 72 * HOUR;

export const ActInput = z
  .object({
    requestId: RequestId,
    issuerId: z.string().min(1, { error: "field_required" }).max(60),
    hazard: Hazard,
    kind: ActionKind,
    level: z.preprocess((value) => (value === "" ? null : value), ResponseLevel.nullable().optional()),
    provinces: z.array(Adcode).min(1, { error: "field_provinces" }).max(34),
    areaId: AreaCode.nullish(),
    effectiveAt: Moment,
    source: SourceInput,
    /** What the person saw in force for each province when deciding: a level, or "none". */
    seen: z.record(z.string(), z.union([ResponseLevel, z.literal("none")])).optional(),
  })
  .superRefine((input, context) => {
    if (input.kind !== "TERMINATE" && !input.level)
      context.addIssue({ code: "custom", path: ["level"], message: "field_level" });
    if (new Set(input.provinces).size !== input.provinces.length)
      context.addIssue({ code: "custom", path: ["provinces"], message: "field_provinces" });
  });
type ActInput = z.output<typeof ActInput>;

/** A track as the database holds it, locked against nobody: the version row's lock already keeps commands apart. */
async function readTrack({ tx }: Context, key: TrackKey): Promise<TrackAction[]> {
  const rows = await tx.responseAction.findMany({ where: { ...key }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    effectiveAt: row.effectiveAt.getTime(),
    windowAfter: row.windowAfter?.getTime() ?? null,
    windowBy: row.windowBy?.getTime() ?? null,
    recordedAt: row.recordedAt.getTime(),
    supersedesId: row.supersedesId === null ? null : Number(row.supersedesId),
    source: EMPTY_SOURCE,
  }));
}

const draft = (
  id: number,
  input: {
    kind: ActionKind;
    level: ResponseLevel | null;
    fromLevel: ResponseLevel | null;
    effectiveAt: number;
    precision: "DAY" | "MINUTE";
  },
): TrackAction => ({
  id,
  ...input,
  certainty: "STATED",
  windowAfter: null,
  windowBy: null,
  reason: null,
  recordedAt: 0,
  supersedesId: null,
  withdrawn: false,
  source: EMPTY_SOURCE,
});

/** The first later step, up to now, that the change would turn into a contradiction it was not before. */
function brokenLater(before: TrackAction[], after: TrackAction[], from: number, now: number) {
  const earlier = new Map(foldTrack(before).map((step) => [step.action.id, step.contradiction]));
  return foldTrack(after).find(
    (step) =>
      step.action.effectiveAt >= from &&
      step.action.effectiveAt <= now &&
      earlier.has(step.action.id) &&
      step.contradiction &&
      !earlier.get(step.action.id),
  );
}

async function judge(context: Context, input: ActInput, province: string) {
  const key: TrackKey = {
    issuerId: input.issuerId,
    hazard: input.hazard,
    provinceId: province,
    areaId: input.areaId ?? null,
  };
  const known = knownActions(await readTrack(context, key), Number.POSITIVE_INFINITY);
  const inForce = stepAt(foldTrack(known), input.effectiveAt.ms)?.level ?? null;
  const { name } = await context.tx.province.findUniqueOrThrow({ where: { adcode: province } });
  const seen = input.seen?.[province];
  const level = input.kind === "TERMINATE" ? null : (input.level ?? null);
  const values = { province: name, level: inForce ?? "none", asked: level ?? "none" };
  if (seen !== undefined && seen !== (inForce ?? "none"))
    return { refusal: refuse("track_changed", { ...values, seen }) };
  const wrong = illegality(inForce, { kind: input.kind, level });
  if (wrong) return { refusal: refuse(wrong, values) };
  const fromLevel = input.kind === "ACTIVATE" || input.kind === "MAINTAIN" ? null : inForce;
  const added = draft(Number.MAX_SAFE_INTEGER, {
    kind: input.kind,
    level,
    fromLevel,
    effectiveAt: input.effectiveAt.ms,
    precision: input.effectiveAt.precision,
  });
  const order = (list: TrackAction[]) => knownActions(list, Number.POSITIVE_INFINITY);
  const broken = brokenLater(known, order([...known, added]), input.effectiveAt.ms, clockNow());
  if (broken)
    return {
      refusal: refuse("later_action_conflicts", { ...values, at: isoTime(broken.action.effectiveAt) }),
    };
  return { key, fromLevel, level };
}

/** Writes the action for each province, or says why one of them refuses it. */
export async function applyAction(context: Context, input: ActInput) {
  const issuer = await context.tx.issuer.findUnique({ where: { id: input.issuerId } });
  if (!issuer) return refuse("unknown_issuer", undefined, { issuerId: "unknown_issuer" });
  const outside = issuer.provinceId
    ? input.provinces.filter((province) => province !== issuer.provinceId)
    : [];
  if (outside.length)
    return refuse("issuer_has_no_say", { issuer: issuer.name }, { provinces: "issuer_has_no_say" });
  const found = await context.tx.province.findMany({ where: { adcode: { in: input.provinces } } });
  if (found.length !== input.provinces.length)
    return refuse("unknown_province", undefined, { provinces: "unknown_province" });
  const areaId = input.areaId ?? issuer.areaId;
  const area = areaId ? await context.tx.area.findUnique({ where: { adcode: areaId } }) : null;
  if (areaId && (!area || input.provinces.some((province) => province !== area.provinceId)))
    return refuse("unknown_area", undefined, { areaId: "unknown_area" });
  if (input.effectiveAt.ms > clockNow() + FAR_FUTURE)
    return refuse("far_future", undefined, { effectiveAt: "far_future" });
  const sourceId = await recordSource(context, input.source);
  const ids: number[] = [];
  for (const province of input.provinces) {
    const judged = await judge(context, { ...input, areaId }, province);
    if (judged.refusal) return judged.refusal;
    const row = await context.tx.responseAction.create({
      data: {
        ...judged.key,
        version: context.version,
        recordedAt: context.recordedAt,
        kind: input.kind,
        level: judged.level,
        fromLevel: judged.fromLevel,
        effectiveAt: new Date(input.effectiveAt.ms),
        precision: input.effectiveAt.precision,
        sourceId,
      },
    });
    ids.push(Number(row.id));
  }
  return { ok: true as const, value: { actionIds: ids, provinces: input.provinces } };
}

/** Activate, maintain, raise, lower or terminate one issuer's response for one or many provinces, all or none. */
export const actOnResponse = command({
  name: "response.act",
  may: "event:write",
  input: ActInput,
  provinces: (input) => input.provinces,
  run: applyAction,
});

export const CorrectInput = z.object({
  requestId: RequestId,
  actionId: z.coerce.number().int().positive(),
  /** The province of the action, so that rights are checked before anything is read. */
  province: Adcode,
  reason: text(500),
  replacement: z
    .object({
      kind: ActionKind,
      level: z.preprocess((value) => (value === "" ? null : value), ResponseLevel.nullable()),
      effectiveAt: Moment,
    })
    .nullable(),
});

/**
 * Supersedes one action with a right one, or withdraws it (replacement null). The wrong row stays, with the reason.
 * The right one keeps its source, unless a bulletin's publication brings its own.
 */
export async function applyCorrection(
  context: Context,
  { actionId, province, reason, replacement }: z.output<typeof CorrectInput>,
) {
  const wrong = await context.tx.responseAction.findUnique({
    where: { id: BigInt(actionId) },
    include: { supersededBy: true },
  });
  if (!wrong || wrong.provinceId !== province) return refuse("not_found");
  if (wrong.supersededBy || wrong.withdrawn) return refuse("already_corrected");
  if (replacement && replacement.effectiveAt.ms > clockNow() + FAR_FUTURE)
    return refuse("far_future", undefined, { effectiveAt: "far_future" });
  const { issuerId, hazard, provinceId, areaId } = wrong;
  const known = knownActions(
    await readTrack(context, { issuerId, hazard, provinceId, areaId }),
    Number.POSITIVE_INFINITY,
  );
  const rest = known.filter((action) => action.id !== actionId);
  const level = replacement && replacement.kind !== "TERMINATE" ? replacement.level : null;
  if (replacement && replacement.kind !== "TERMINATE" && !level)
    return refuse("bad_input", undefined, { level: "field_level" });
  const right = replacement
    ? [
        draft(Number.MAX_SAFE_INTEGER, {
          kind: replacement.kind,
          level,
          fromLevel: null,
          effectiveAt: replacement.effectiveAt.ms,
          precision: replacement.effectiveAt.precision,
        }),
      ]
    : [];
  const corrected = knownActions([...rest, ...right], Number.POSITIVE_INFINITY);
  const steps = foldTrack(corrected);
  const own = steps.find((step) => step.action.id === Number.MAX_SAFE_INTEGER);
  const values = { province: provinceId, level: own?.level ?? "none", asked: level ?? "none" };
  if (own?.contradiction) return refuse(own.contradiction, values);
  const from = Math.min(wrong.effectiveAt.getTime(), replacement?.effectiveAt.ms ?? Number.POSITIVE_INFINITY);
  const broken = brokenLater(known, corrected, from, clockNow());
  if (broken) return refuse("later_action_conflicts", { ...values, at: isoTime(broken.action.effectiveAt) });
  const before = own && steps[steps.indexOf(own) - 1]?.level;
  const row = await context.tx.responseAction.create({
    data: {
      issuerId,
      hazard,
      provinceId,
      areaId,
      version: context.version,
      recordedAt: context.recordedAt,
      reason,
      supersedesId: wrong.id,
      sourceId: context.sourceId ?? wrong.sourceId,
      withdrawn: replacement === null,
      kind: replacement?.kind ?? wrong.kind,
      level: replacement ? level : wrong.level,
      fromLevel: replacement?.kind === "RAISE" || replacement?.kind === "LOWER" ? (before ?? null) : null,
      effectiveAt: replacement ? new Date(replacement.effectiveAt.ms) : wrong.effectiveAt,
      precision: replacement?.effectiveAt.precision ?? wrong.precision,
    },
  });
  return { ok: true as const, value: { actionIds: [Number(row.id)], provinces: [province] } };
}

export const correctResponse = command({
  name: "response.correct",
  may: "event:correct",
  input: CorrectInput,
  provinces: (input) => [input.province],
  run: applyCorrection,
});
