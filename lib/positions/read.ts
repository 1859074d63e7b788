import { may, mayActFor, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";
import { POSITION_REASONS, type PositionReason } from "./rules";

export interface QuarantinedPosition {
  id: string;
  deployment: string | null;
  /** The row as it came. */
  text: string;
  reason: PositionReason;
  recordedAt: string;
  userName: string;
}

/** The last positions that were not believed, newest first, of deployments in the viewer's provinces; national viewers see all. */
export async function readQuarantinedPositions(viewer: Viewer, limit = 200): Promise<QuarantinedPosition[]> {
  if (!may(viewer, "positions:write")) return [];
  const rows = await db().positionQuarantine.findMany({
    orderBy: { id: "desc" },
    take: viewer.national ? limit : limit * 10,
  });
  const ids = rows.flatMap((row) => row.deploymentId ?? []);
  const places = await db().deploymentPlace.findMany({
    where: { deploymentId: { in: ids }, provinceId: { not: null } },
    select: { deploymentId: true, provinceId: true },
  });
  const own = new Set(
    places.flatMap(({ deploymentId, provinceId }) =>
      provinceId && mayActFor(viewer, provinceId) ? [deploymentId] : [],
    ),
  );
  return rows
    .filter((row) => viewer.national || (row.deploymentId !== null && own.has(row.deploymentId)))
    .slice(0, limit)
    .map((row) => ({
      id: String(row.id),
      deployment: row.deploymentId === null ? null : String(row.deploymentId),
      text: typeof row.row === "object" && row.row && "text" in row.row ? String(row.row.text) : "",
      reason: POSITION_REASONS.find((reason) => reason === row.reason) ?? "malformed_row",
      recordedAt: isoTime(row.recordedAt.getTime()),
      userName: row.userName,
    }));
}
