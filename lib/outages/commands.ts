import { type Context, command } from "@/lib/command";
import { correcting } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { misplaced } from "@/lib/geo/land";
import { clockNow } from "@/lib/live/store";
import { recordSource } from "@/lib/sources";
import { endOfOutage, middleOf, restoredAt } from "./rules";
import { OutageInput, RestoreInput } from "./schema";

const HOUR = 3_600_000;

/** The area, and the point that stands for the place: its own, or the middle of what was drawn. */
async function placeOf({ tx }: Context, input: OutageInput) {
  const area = input.areaId ? await tx.area.findUnique({ where: { adcode: input.areaId } }) : null;
  if (input.areaId && area?.provinceId !== input.province)
    return refuse("unknown_area", undefined, { areaId: "unknown_area" });
  const point = input.ring ? middleOf(input.ring) : area && { lat: area.lat, lon: area.lon };
  const wrong = input.ring && point && misplaced(point, input.province);
  if (wrong) return refuse(wrong, undefined, { ring: wrong });
  return { ok: true as const, name: input.name ?? area?.name ?? "", ...point };
}

/**
 * Writes a place cut off, by its code or its ring in degrees, or the row that puts an earlier right; refuses
 * places at sea. Also what a publication runs.
 */
export async function applyOutage(context: Context, input: OutageInput) {
  const { tx, version, recordedAt } = context;
  if (!(await tx.province.findUnique({ where: { adcode: input.province } })))
    return refuse("unknown_province", undefined, { province: "unknown_province" });
  if (Math.max(input.since.ms, input.until?.ms ?? 0) > clockNow() + HOUR)
    return refuse("report_in_future", undefined, { since: "report_in_future" });
  const place = await placeOf(context, input);
  if (!place.ok) return place;
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.outage.findUnique({ where: { id }, include: { supersededBy: true } });
    return row && { ...row, provinces: [row.provinceId] };
  });
  if (!right.ok) return right;
  const sourceId = await recordSource(context, input.source);
  const row = await tx.outage.create({
    data: {
      ...right.row,
      version,
      recordedAt,
      name: place.name,
      provinceId: input.province,
      areaId: input.areaId,
      ring: input.ring ?? undefined,
      lat: place.lat ?? null,
      lon: place.lon ?? null,
      cuts: input.cuts,
      since: new Date(input.since.ms),
      sincePrecision: input.since.precision,
      people: input.people,
      note: input.note ?? null,
      sourceId,
      restorations: input.until
        ? {
            create: [
              {
                version,
                recordedAt,
                cuts: input.cuts,
                at: new Date(input.until.ms),
                precision: input.until.precision,
                sourceId,
              },
            ],
          }
        : undefined,
    },
  });
  return { ok: true as const, value: { outageId: Number(row.id) } };
}

/** Records that a place is cut off from road, power or network. */
export const recordOutage = command({
  name: "outage.record",
  may: "event:write",
  input: OutageInput,
  provinces: (input) => [input.province],
  run: applyOutage,
});

/** Records that roads, power or network of a place work again; the outage is over when all of them do. */
export const restoreOutage = command({
  name: "outage.restore",
  may: "event:write",
  input: RestoreInput,
  provinces: (input) => [input.province],
  async run(context, input) {
    const { tx, version, recordedAt } = context;
    const outage = await tx.outage.findUnique({
      where: { id: BigInt(input.outageId) },
      include: { supersededBy: true, restorations: true },
    });
    if (!outage || outage.provinceId !== input.province || outage.withdrawn || outage.supersededBy)
      return refuse("not_found");
    const known = outage.restorations.map(({ cuts, at }) => ({ cuts, at: at.getTime() }));
    if (endOfOutage(outage.cuts, known) !== null) return refuse("outage_is_over");
    const open = [...restoredAt(outage.cuts, known)].flatMap(([cut, at]) => (at === null ? [cut] : []));
    const cuts = input.cuts ?? open;
    if (cuts.some((cut) => !open.includes(cut))) return refuse("not_cut", undefined, { cuts: "not_cut" });
    if (input.at.ms < outage.since.getTime())
      return refuse("end_before_start", undefined, { at: "end_before_start" });
    if (input.at.ms > clockNow() + HOUR)
      return refuse("report_in_future", undefined, { at: "report_in_future" });
    const row = await tx.outageRestoration.create({
      data: {
        version,
        recordedAt,
        outageId: outage.id,
        cuts,
        at: new Date(input.at.ms),
        precision: input.at.precision,
        sourceId: await recordSource(context, input.source),
      },
    });
    return { ok: true as const, value: { restorationId: Number(row.id), over: cuts.length === open.length } };
  },
});
