import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, AreaCode, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";
import { clockNow } from "@/lib/live/store";
import { recordSource } from "@/lib/sources";
import { DeploymentState, NEXT_STATES } from "./rules";

export const DeployInput = z.object({
  requestId: RequestId,
  kindId: z.string().min(1, { error: "field_required" }).max(60),
  count: z.preprocess(
    (value) => (value === "" ? null : value),
    z.coerce
      .number({ error: "field_number" })
      .int({ error: "field_number" })
      .min(1, { error: "field_number" })
      .max(1_000_000, { error: "field_number" })
      .nullable(),
  ),
  from: text(120),
  place: text(120),
  province: Adcode,
  /** Codes of the places it serves, when they are known; several for one team in several places. */
  areas: z.array(AreaCode).max(40).optional(),
  mission: text(300),
  state: DeploymentState.exclude(["WITHDRAWN"]),
  at: Moment,
  note: optionalText(500),
  source: SourceInput,
});

/** Where a deployment serves: the named areas, else the longest area name found in the words; no point is invented. */
async function placesOf({ tx }: Context, input: z.output<typeof DeployInput>) {
  const codes = input.areas ?? [];
  if (codes.length) {
    const [areas, provinces] = await Promise.all([
      tx.area.findMany({ where: { adcode: { in: codes } } }),
      tx.province.findMany({ where: { adcode: { in: codes } } }),
    ]);
    if (areas.length + provinces.length !== new Set(codes).size) return undefined;
    return [
      ...areas.map(({ name, provinceId, adcode, lat, lon }) => ({
        name,
        provinceId,
        areaId: adcode,
        lat,
        lon,
      })),
      ...provinces.map(({ name, adcode }) => ({
        name,
        provinceId: adcode,
        areaId: null,
        lat: null,
        lon: null,
      })),
    ];
  }
  const areas = await tx.area.findMany({ where: { provinceId: input.province } });
  const area = areas
    .filter((one) => input.place.includes(one.short))
    .sort((a, b) => b.short.length - a.short.length || (a.kind < b.kind ? -1 : 1))[0];
  return [
    {
      name: input.place,
      provinceId: input.province,
      areaId: area?.adcode ?? null,
      lat: area?.lat ?? null,
      lon: area?.lon ?? null,
    },
  ];
}

/** The provinces a deployment touches: its own and those of its areas. */
export const provincesOf = (input: { province: string; areas?: readonly string[] | undefined }) => [
  ...new Set([input.province, ...(input.areas ?? []).map((code) => `${code.slice(0, 2)}0000`)]),
];

export async function applyDeployment(context: Context, input: z.output<typeof DeployInput>) {
  const { tx, version, recordedAt } = context;
  const kind = await tx.deploymentKind.findUnique({ where: { code: input.kindId } });
  if (!kind) return refuse("unknown_kind", undefined, { kindId: "unknown_kind" });
  if (!(await tx.province.findUnique({ where: { adcode: input.province } })))
    return refuse("unknown_province", undefined, { province: "unknown_province" });
  if (input.at.ms > clockNow() + 24 * 3_600_000) return refuse("far_future", undefined, { at: "far_future" });
  const places = await placesOf(context, input);
  if (!places) return refuse("unknown_area", undefined, { place: "unknown_area" });
  const sourceId = await recordSource(context, input.source);
  const row = await tx.deployment.create({
    data: {
      version,
      recordedAt,
      kindId: kind.code,
      count: input.count,
      unit: kind.unit,
      from: input.from,
      mission: input.mission,
      note: input.note ?? null,
      sourceId,
      places: { create: places },
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

/** Records a team or asset sent to a place. */
export const deploy = command({
  name: "deployment.send",
  may: "event:write",
  input: DeployInput,
  provinces: provincesOf,
  run: applyDeployment,
});

export const StatusInput = z.object({
  requestId: RequestId,
  deploymentId: z.coerce.number().int().positive(),
  province: Adcode,
  state: DeploymentState,
  at: Moment,
  source: SourceInput,
});

/** Records that a deployment set out, arrived, works or was withdrawn. */
export const reportStatus = command({
  name: "deployment.status",
  may: "event:write",
  input: StatusInput,
  provinces: (input) => [input.province],
  async run(context, input) {
    const found = await context.tx.deployment.findUnique({
      where: { id: BigInt(input.deploymentId) },
      include: { places: true, statuses: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 } },
    });
    if (!found?.places.some((place) => place.provinceId === input.province)) return refuse("not_found");
    const last = found.statuses[0];
    if (last && !NEXT_STATES[last.state].includes(input.state))
      return refuse("illegal_state", { from: last.state, to: input.state }, { state: "illegal_state" });
    if (last && input.at.ms < last.at.getTime())
      return refuse("before_last_status", undefined, { at: "before_last_status" });
    if (input.at.ms > clockNow() + 3_600_000)
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
