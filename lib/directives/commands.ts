import { type Context, command } from "@/lib/command";
import { correcting, orNation } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { clockNow } from "@/lib/live/store";
import { PROVINCES } from "@/lib/provinces/list";
import { recordSource } from "@/lib/sources";
import { progressAllowed } from "./rules";
import { DirectiveInput, ProgressInput } from "./schema";

const HOUR = 3_600_000;

/** An order to nobody in particular is to all: its record needs rights for all provinces. */
export const directiveProvinces = (input: DirectiveInput) =>
  orNation(
    input.provinces,
    PROVINCES.map((row) => row.adcode),
  );

/**
 * Writes a directive, or the one that puts an earlier right and keeps its answers. Also what a bulletin's
 * publication runs.
 */
export async function applyDirective(context: Context, input: DirectiveInput) {
  const { tx, version, recordedAt } = context;
  if (input.at.ms > clockNow() + HOUR)
    return refuse("report_in_future", undefined, { at: "report_in_future" });
  const provinceIds = [...new Set(input.provinces)].sort();
  if ((await tx.province.count({ where: { adcode: { in: provinceIds } } })) !== provinceIds.length)
    return refuse("unknown_province", undefined, { provinces: "unknown_province" });
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.directive.findUnique({ where: { id }, include: { supersededBy: true } });
    return row && { ...row, provinces: row.provinceIds };
  });
  if (!right.ok) return right;
  const row = await tx.directive.create({
    data: {
      ...right.row,
      version,
      recordedAt,
      category: input.category,
      text: input.text,
      issuer: input.issuer,
      at: new Date(input.at.ms),
      precision: input.at.precision,
      provinceIds,
      sourceId: await recordSource(context, input.source),
    },
  });
  return { ok: true as const, value: { directiveId: Number(row.id), provinces: provinceIds } };
}

/** Records what is ordered of provinces. */
export const recordDirective = command({
  name: "directive.record",
  may: "event:write",
  input: DirectiveInput,
  provinces: directiveProvinces,
  run: applyDirective,
});

/** Records a province's answer to a directive; it may not go back from done. */
export const recordProgress = command({
  name: "directive.progress",
  may: "event:write",
  input: ProgressInput,
  provinces: (input) => [input.province],
  async run(context, input) {
    const { tx, version, recordedAt } = context;
    const directive = await tx.directive.findUnique({
      where: { id: BigInt(input.directiveId) },
      include: {
        supersededBy: true,
        progress: {
          where: { provinceId: input.province, supersededBy: null },
          orderBy: [{ at: "desc" }, { id: "desc" }],
        },
      },
    });
    if (!directive || directive.withdrawn || directive.supersededBy) return refuse("not_found");
    if (directive.provinceIds.length && !directive.provinceIds.includes(input.province))
      return refuse("not_addressed", undefined, { province: "not_addressed" });
    const right = await correcting(context, input.corrects, async (id) => {
      const row = await tx.directiveProgress.findUnique({ where: { id }, include: { supersededBy: true } });
      const own = row?.directiveId === directive.id && row.provinceId === input.province;
      return own ? { ...row, withdrawn: false, provinces: [row.provinceId] } : null;
    });
    if (!right.ok) return right;
    const last = directive.progress.find((answer) => answer.id !== right.row.supersedesId);
    const wrong = progressAllowed(
      { at: directive.at.getTime(), precision: directive.precision },
      last && { state: last.state, at: last.at.getTime() },
      { state: input.state, at: input.at.ms, precision: input.at.precision },
    );
    if (wrong) return refuse(wrong, undefined, { [wrong === "progress_goes_back" ? "state" : "at"]: wrong });
    if (input.at.ms > clockNow() + HOUR)
      return refuse("report_in_future", undefined, { at: "report_in_future" });
    const row = await tx.directiveProgress.create({
      data: {
        ...right.row,
        version,
        recordedAt,
        directiveId: directive.id,
        provinceId: input.province,
        state: input.state,
        figures: input.figures,
        note: input.note ?? null,
        at: new Date(input.at.ms),
        precision: input.at.precision,
        sourceId: await recordSource(context, input.source),
      },
    });
    return { ok: true as const, value: { progressId: Number(row.id) } };
  },
});
