import { type Context, command } from "@/lib/command";
import { correcting } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { misplaced } from "@/lib/geo/land";
import { clockNow } from "@/lib/live/store";
import { recordSource } from "@/lib/sources";
import { placesOf } from "./places";
import { NEXT_STATES } from "./rules";
import { DeployInput, provincesOf, StatusInput } from "./schema";

export { DeployInput, provincesOf, StatusInput } from "./schema";

const HOUR = 3_600_000;

/**
 * Writes a deployment with its places and first status, or the one that puts an earlier right; refuses
 * unknown kinds and places at sea. Also what a publication runs.
 */
export async function applyDeployment(context: Context, input: DeployInput) {
  const { tx, version, recordedAt } = context;
  const kind = await tx.deploymentKind.findUnique({ where: { code: input.kindId } });
  if (!kind) return refuse("unknown_kind", undefined, { kindId: "unknown_kind" });
  if (input.province && !(await tx.province.findUnique({ where: { adcode: input.province } })))
    return refuse("unknown_province", undefined, { province: "unknown_province" });
  if (input.at.ms > clockNow() + 24 * HOUR) return refuse("far_future", undefined, { at: "far_future" });
  const { originLat, originLon } = input;
  if (originLat !== null && originLon !== null && misplaced({ lat: originLat, lon: originLon }, null))
    return refuse("place_in_sea", undefined, { originLat: "place_in_sea" });
  const found = await placesOf(context, input);
  if (!found.ok) return found;
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.deployment.findUnique({
      where: { id },
      include: { supersededBy: true, places: true },
    });
    return row && { ...row, provinces: row.places.flatMap((place) => place.provinceId ?? []) };
  });
  if (!right.ok) return right;
  const sourceId = await recordSource(context, input.source);
  const row = await tx.deployment.create({
    data: {
      ...right.row,
      version,
      recordedAt,
      kindId: kind.code,
      count: input.count,
      unit: kind.unit,
      from: input.from,
      originName: input.origin ?? null,
      originLat,
      originLon,
      contact: input.contact ?? null,
      mission: input.mission,
      note: input.note ?? null,
      sourceId,
      places: { create: found.places },
      statuses: {
        create: [
          {
            version,
            recordedAt,
            state: input.state,
            at: new Date(input.at.ms),
            precision: input.at.precision,
            sourceId,
          },
        ],
      },
    },
  });
  return { ok: true as const, value: { deploymentId: Number(row.id) } };
}

/** Records a team or asset sent to a place, or standing ready. */
export const deploy = command({
  name: "deployment.send",
  may: "event:write",
  input: DeployInput,
  provinces: provincesOf,
  run: applyDeployment,
});

/** Records that a deployment set out, arrived, works or was withdrawn. */
export const reportStatus = command({
  name: "deployment.status",
  may: "event:write",
  input: StatusInput,
  provinces: (input) => provincesOf(input),
  async run(context, input) {
    const found = await context.tx.deployment.findUnique({
      where: { id: BigInt(input.deploymentId) },
      include: {
        places: true,
        supersededBy: true,
        statuses: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
      },
    });
    const served = found?.places.flatMap((place) => place.provinceId ?? []) ?? [];
    const own = input.province ? served.includes(input.province) : served.length === 0;
    if (!found || !own || found.withdrawn || found.supersededBy) return refuse("not_found");
    const last = found.statuses[0];
    if (last && !NEXT_STATES[last.state].includes(input.state))
      return refuse("illegal_state", { from: last.state, to: input.state }, { state: "illegal_state" });
    if (last && input.at.ms < last.at.getTime())
      return refuse("before_last_status", undefined, { at: "before_last_status" });
    if (input.at.ms > clockNow() + HOUR)
      return refuse("report_in_future", undefined, { at: "report_in_future" });
    const sourceId = await recordSource(context, input.source);
    const row = await context.tx.deploymentStatus.create({
      data: {
        version: context.version,
        recordedAt: context.recordedAt,
        deploymentId: found.id,
        state: input.state,
        at: new Date(input.at.ms),
        precision: input.at.precision,
        sourceId,
      },
    });
    return { ok: true as const, value: { statusId: Number(row.id) } };
  },
});
