import { type Context, command } from "@/lib/command";
import { correcting } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import type { SourceInput } from "@/lib/fields";
import { misplaced } from "@/lib/geo/land";
import { clockNow } from "@/lib/live/store";
import { provinceOf } from "@/lib/provinces/list";
import { recordSource } from "@/lib/sources";
import { NEXT_DANGER_STATES } from "./dangers";
import { DangerStatusInput, PatrolInput } from "./schema";

const HOUR = 3_600_000;

/** A report from the dike comes from the province's duty desk; who sent it is in the audit, not before the public. */
const deskSource = (province: string): SourceInput => ({
  publisher: `${provinceOf(province)?.name ?? province}防汛值班`,
  title: "巡堤查险报告",
  published: undefined,
  url: undefined,
});

/** Why the dangers of a report cannot stand; undefined when they can. */
async function wrongDanger({ tx }: Context, input: PatrolInput) {
  for (const [index, danger] of input.dangers.entries()) {
    const field = (name: string) => `dangers.${index}.${name}`;
    if (danger.foundAt.ms > clockNow() + HOUR)
      return refuse("report_in_future", undefined, { [field("foundAt")]: "report_in_future" });
    const wrong =
      danger.lat !== null && danger.lon !== null
        ? misplaced({ lat: danger.lat, lon: danger.lon }, input.province)
        : null;
    if (wrong) return refuse(wrong, undefined, { [field("lat")]: wrong });
    if (danger.photoId && !(await tx.photo.count({ where: { id: danger.photoId } })))
      return refuse("unknown_photo", undefined, { [field("photoId")]: "unknown_photo" });
  }
  return undefined;
}

const answerOf = (row: { id: bigint; dangers: { id: bigint }[] }, known: boolean) => ({
  patrolId: Number(row.id),
  dangerIds: row.dangers.map((danger) => Number(danger.id)),
  known,
});

/**
 * Writes a patrol report with its dangers, once for each client id: the same report again answers with the
 * first. Also what a publication runs.
 */
export async function applyPatrol(context: Context, input: PatrolInput) {
  const { tx, version, recordedAt } = context;
  const known = await tx.patrolReport.findUnique({
    where: { clientId: input.clientId },
    include: { dangers: { orderBy: { id: "asc" } } },
  });
  if (known)
    return known.sectionId === input.sectionId && known.provinceId === input.province
      ? { ok: true as const, value: answerOf(known, true) }
      : refuse("request_id_taken");
  const section = await tx.riverSection.findUnique({
    where: { id: input.sectionId },
    include: { provinces: true },
  });
  if (!section?.provinces.some((own) => own.provinceId === input.province))
    return refuse("unknown_section", undefined, { sectionId: "unknown_section" });
  if (input.at.ms > clockNow() + HOUR)
    return refuse("report_in_future", undefined, { at: "report_in_future" });
  if (input.patrolledKm !== null && input.patrolledKm > (input.lengthKm ?? Number.POSITIVE_INFINITY))
    return refuse("patrolled_more", undefined, { patrolledKm: "patrolled_more" });
  const wrong = await wrongDanger(context, input);
  if (wrong) return wrong;
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.patrolReport.findUnique({ where: { id }, include: { supersededBy: true } });
    return row && { ...row, provinces: [row.provinceId] };
  });
  if (!right.ok) return right;
  const sourceId = await recordSource(context, input.source ?? deskSource(input.province));
  const row = await tx.patrolReport.create({
    include: { dangers: { orderBy: { id: "asc" } } },
    data: {
      ...right.row,
      version,
      recordedAt,
      clientId: input.clientId,
      sectionId: section.id,
      provinceId: input.province,
      at: new Date(input.at.ms),
      precision: input.at.precision,
      lengthKm: input.lengthKm,
      patrolledKm: input.patrolledKm,
      people: input.people,
      shifts: input.shifts,
      note: input.note ?? null,
      sourceId,
      dangers: {
        create: input.dangers.map(({ foundAt, state, ...danger }) => ({
          ...danger,
          foundAt: new Date(foundAt.ms),
          precision: foundAt.precision,
          events: {
            create: [
              {
                version,
                recordedAt,
                state,
                at: new Date(foundAt.ms),
                precision: foundAt.precision,
                sourceId,
              },
            ],
          },
        })),
      },
    },
  });
  return { ok: true as const, value: answerOf(row, false) };
}

/** Records a patrol of a section with the dangers it found; the same report sent again changes nothing. */
export const recordPatrol = command({
  name: "patrol.record",
  may: "event:write",
  input: PatrolInput,
  provinces: (input) => [input.province],
  run: applyPatrol,
});

/** Records how a danger is being handled. */
export const reportDanger = command({
  name: "danger.status",
  may: "event:write",
  input: DangerStatusInput,
  provinces: (input) => [input.province],
  async run(context, input) {
    const { tx, version, recordedAt } = context;
    const danger = await tx.danger.findUnique({
      where: { id: BigInt(input.dangerId) },
      include: {
        patrol: { include: { supersededBy: true } },
        events: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
      },
    });
    if (!danger || danger.patrol.provinceId !== input.province) return refuse("not_found");
    if (danger.patrol.withdrawn || danger.patrol.supersededBy) return refuse("not_found");
    const [last] = danger.events;
    if (last && !NEXT_DANGER_STATES[last.state].includes(input.state))
      return refuse("illegal_danger_state", undefined, { state: "illegal_danger_state" });
    if (last && input.at.ms < last.at.getTime())
      return refuse("before_last_status", undefined, { at: "before_last_status" });
    if (input.at.ms > clockNow() + HOUR)
      return refuse("report_in_future", undefined, { at: "report_in_future" });
    const row = await tx.dangerEvent.create({
      data: {
        version,
        recordedAt,
        dangerId: danger.id,
        state: input.state,
        at: new Date(input.at.ms),
        precision: input.at.precision,
        note: input.note ?? null,
        sourceId: await recordSource(context, input.source ?? deskSource(input.province)),
      },
    });
    return { ok: true as const, value: { eventId: Number(row.id) } };
  },
});
