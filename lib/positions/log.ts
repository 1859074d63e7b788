import type { Client, Span } from "@/lib/snapshot/recorded";

export interface PositionEntry {
  id: number;
  deploymentId: number;
  at: number;
  lat: number;
  lon: number;
  recordedAt: number;
}

/** How far back positions are kept in memory; older ones stay in the database. */
const KEPT_DAYS = 30;
const BUCKET = "10 minutes";

/** New positions by version. A first reading takes one in ten minutes of each deployment: the trail, not the ticks. */
export async function newPositions(client: Client, version: Span): Promise<PositionEntry[]> {
  const rows =
    version.gt > 0
      ? await client.deploymentPosition.findMany({ where: { version }, orderBy: { id: "asc" } })
      : await client.$queryRawUnsafe<Awaited<ReturnType<Client["deploymentPosition"]["findMany"]>>>(
          `select distinct on ("deploymentId", date_bin($1::interval, at, timestamptz '2000-01-01')) *
             from "DeploymentPosition" p
            where version <= $2 and at > (select max(at) from "DeploymentPosition") - make_interval(days => $3)
            order by "deploymentId", date_bin($1::interval, at, timestamptz '2000-01-01'), at desc`,
          BUCKET,
          version.lte,
          KEPT_DAYS,
        );
  return rows.map((row) => ({
    id: Number(row.id),
    deploymentId: Number(row.deploymentId),
    at: row.at.getTime(),
    lat: row.lat,
    lon: row.lon,
    recordedAt: row.recordedAt.getTime(),
  }));
}
