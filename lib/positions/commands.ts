import { createHash } from "node:crypto";
import { z } from "zod";
import { mayActFor } from "@/lib/auth/roles";
import { type Context, command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { RequestId } from "@/lib/fields";
import { parseTime } from "@/lib/format";
import { misplaced } from "@/lib/geo/land";
import { clockNow } from "@/lib/live/store";
import { type Fix, judgeFix, MOST_SPEED, type PositionReason } from "./rules";

const MAX_ROWS = 10_000;
const MAX_LISTED = 1000;
const KEPT = 10_000;
const AHEAD_MS = 10 * 60_000;
/** Fixes this far apart in time are not held against each other. */
const COMPARED_MS = 24 * 3_600_000;
const AIRBORNE = new Set(["helicopter", "drone"]);

const Raw = z.object({ deployment: z.unknown(), at: z.unknown(), lat: z.unknown(), lon: z.unknown() });
/** A row that could not be read, as it came. */
const Unread = z.strictObject({ unread: z.unknown() });
export const PositionsInput = z.object({
  requestId: RequestId,
  rows: z
    .array(z.union([Unread, Raw]))
    .min(1, { error: "field_required" })
    .max(MAX_ROWS, { error: "field_too_long" }),
});

interface Verdict {
  accepted: number;
  duplicates: number;
  rejected: { row: number; reason: PositionReason }[];
  rejectedCount: number;
}

const Degrees = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d{1,3}(\.\d+)?$/),
  ])
  .transform(Number);
const Id = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,15}$/),
  ])
  .transform(Number)
  .pipe(z.number().int().positive());

/** A row as numbers, or why it cannot be. */
function readRow(
  row: z.output<typeof Raw> | z.output<typeof Unread>,
): { id: number; fix: Fix } | PositionReason {
  if ("unread" in row) return "malformed_row";
  const id = Id.safeParse(row.deployment);
  if (!id.success) return "unknown_deployment";
  const text = typeof row.at === "string" ? row.at.trim() : "";
  const time = parseTime(text);
  if (!time || time.precision === "DAY")
    return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)
      ? "time_without_zone"
      : "bad_time";
  const [lat, lon] = [Degrees.safeParse(row.lat), Degrees.safeParse(row.lon)];
  if (!lat.success || !lon.success) return "malformed_row";
  // Beyond this there is no station of ours; 0, 0 is what a receiver without a fix writes.
  if (lat.data < 3 || lat.data > 54 || lon.data < 73 || lon.data > 136) return "out_of_range";
  return { id: id.data, fix: { at: time.ms, lat: lat.data, lon: lon.data } };
}

/** The deployments that rows name, with their provinces, their speed and the good fixes around the new ones. */
async function readTracks({ tx }: Context, ids: ReadonlySet<number>, from: number, to: number) {
  const id = { in: [...ids].map(BigInt) };
  const [deployments, fixes] = await Promise.all([
    tx.deployment.findMany({
      where: { id },
      include: {
        kind: true,
        places: true,
        supersededBy: { select: { id: true } },
        statuses: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 },
      },
    }),
    tx.deploymentPosition.findMany({
      where: {
        deploymentId: id,
        at: { gte: new Date(from - COMPARED_MS), lte: new Date(to + COMPARED_MS) },
      },
      orderBy: { at: "asc" },
    }),
  ]);
  const tracks = new Map(
    deployments.map((row) => [
      Number(row.id),
      {
        provinces: row.places.flatMap((place) => place.provinceId ?? []),
        gone: row.withdrawn || row.supersededBy !== null,
        leftAt:
          row.statuses[0]?.state === "WITHDRAWN" ? row.statuses[0].at.getTime() : Number.POSITIVE_INFINITY,
        speed: AIRBORNE.has(row.kind.icon) ? MOST_SPEED.air : MOST_SPEED.ground,
        good: [] as Fix[],
      },
    ]),
  );
  for (const { deploymentId, at, lat, lon } of fixes)
    tracks.get(Number(deploymentId))?.good.push({ at: at.getTime(), lat, lon });
  return tracks;
}

/** What is kept of a row that was not believed: its own words, where they are no row; cut where they are a book. */
function keptText(row: object | undefined): string {
  const own = row && "unread" in row ? row.unread : row;
  const text = typeof own === "string" ? own : JSON.stringify(own);
  return (text ?? "").slice(0, KEPT);
}

async function run(context: Context, { rows }: z.output<typeof PositionsInput>) {
  const { tx, viewer, version, recordedAt } = context;
  const read = rows.map(readRow);
  const fixes = read.filter((one) => typeof one !== "string");
  const times = fixes.map(({ fix }) => fix.at);
  const tracks = await readTracks(
    context,
    new Set(fixes.map(({ id }) => id)),
    times.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER / 1e4),
    times.reduce((a, b) => Math.max(a, b), 0),
  );
  const latest = clockNow() + AHEAD_MS;
  const judge = (one: (typeof read)[number]): "good" | "duplicate" | PositionReason => {
    if (typeof one === "string") return one;
    const track = tracks.get(one.id);
    if (!track || track.gone) return "unknown_deployment";
    const own = track.provinces.length
      ? track.provinces.some((code) => mayActFor(viewer, code))
      : viewer.national;
    if (!own) return "forbidden_deployment";
    if (one.fix.at > latest) return "time_in_future";
    if (one.fix.at > track.leftAt) return "withdrawn_deployment";
    if (misplaced(one.fix, null)) return "at_sea";
    return judgeFix(track.good, one.fix, track.speed);
  };
  const verdict: Verdict = { accepted: 0, duplicates: 0, rejected: [], rejectedCount: 0 };
  const good: { id: number; fix: Fix }[] = [];
  const bad: { row: object | undefined; reason: PositionReason; id: number | null }[] = [];
  for (const [index, one] of read.entries()) {
    const judged = judge(one);
    if (judged === "duplicate") verdict.duplicates++;
    else if (judged === "good" && typeof one !== "string") good.push(one);
    else if (judged !== "good") {
      bad.push({
        row: rows[index],
        reason: judged,
        id: typeof one === "string" || !tracks.has(one.id) ? null : one.id,
      });
      if (verdict.rejected.length < MAX_LISTED) verdict.rejected.push({ row: index + 1, reason: judged });
    }
  }
  verdict.accepted = good.length;
  verdict.rejectedCount = bad.length;
  const userName = viewer.user?.username ?? "—";
  await tx.deploymentPosition.createMany({
    data: good.map(({ id, fix }) => ({
      version,
      recordedAt,
      userName,
      deploymentId: BigInt(id),
      at: new Date(fix.at),
      lat: fix.lat,
      lon: fix.lon,
    })),
  });
  await tx.positionQuarantine.createMany({
    skipDuplicates: true,
    data: bad.map(({ row, reason, id }) => {
      const kept = keptText(row);
      return {
        key: createHash("sha256").update(`${reason}|${kept}`).digest("hex"),
        deploymentId: id === null ? null : BigInt(id),
        row: { text: kept },
        reason,
        recordedAt,
        userName,
      };
    }),
  });
  return verdict.accepted + verdict.duplicates + verdict.rejectedCount
    ? { ok: true as const, value: verdict }
    : refuse("bad_input");
}

/** Takes in positions of deployments, row by row judged: good ones are kept, doubtful ones go to the quarantine. */
export const reportPositions = command({
  name: "position.report",
  may: "positions:write",
  input: PositionsInput,
  run,
});
