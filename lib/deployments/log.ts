import type { Source } from "@/lib/responses/schema";
import type { Client, Span } from "@/lib/snapshot/recorded";
import { source } from "@/lib/snapshot/recorded";

/** A deployment in memory with its status events; times are epoch milliseconds. */
export interface DeploymentEntry {
  id: number;
  kindId: string;
  count: number | null;
  unit: string;
  from: string;
  mission: string;
  origin: { name: string | null; lat: number | null; lon: number | null };
  certainty: "STATED" | "INFERRED";
  recordedAt: number;
  supersedesId: number | null;
  withdrawn: boolean;
  places: {
    name: string;
    adcode: string | null;
    lat: number | null;
    lon: number | null;
    approximate: boolean;
  }[];
  statuses: { id: number; state: string; at: number; precision: "DAY" | "MINUTE"; recordedAt: number }[];
  source: Source;
}

interface Status {
  deploymentId: number;
  status: DeploymentEntry["statuses"][number];
}

/** Deployments and statuses recorded in a span of versions, oldest first; times are epoch ms. */
export async function newDeployments(
  client: Client,
  version: Span,
): Promise<{ entries: DeploymentEntry[]; statuses: Status[] }> {
  const [rows, statuses] = await Promise.all([
    client.deployment.findMany({
      where: { version },
      include: { source: true, places: { orderBy: { id: "asc" } } },
      orderBy: { id: "asc" },
    }),
    client.deploymentStatus.findMany({ where: { version }, orderBy: { id: "asc" } }),
  ]);
  return {
    entries: rows.map((row) => ({
      id: Number(row.id),
      kindId: row.kindId,
      count: row.count,
      unit: row.unit,
      from: row.from,
      mission: row.mission,
      origin: { name: row.originName, lat: row.originLat, lon: row.originLon },
      certainty: row.certainty,
      recordedAt: row.recordedAt.getTime(),
      supersedesId: row.supersedesId === null ? null : Number(row.supersedesId),
      withdrawn: row.withdrawn,
      statuses: [],
      source: source(row.source),
      places: row.places.map((p) => ({
        name: p.name,
        adcode: p.areaId ?? p.provinceId,
        lat: p.lat,
        lon: p.lon,
        approximate: p.approximate,
      })),
    })),
    statuses: statuses.map((row) => ({
      deploymentId: Number(row.deploymentId),
      status: {
        id: Number(row.id),
        state: row.state,
        at: row.at.getTime(),
        precision: row.precision,
        recordedAt: row.recordedAt.getTime(),
      },
    })),
  };
}

/** Adds what was read to the log's deployments and returns the new ones. */
export function addDeployments(
  log: Map<number, DeploymentEntry>,
  { entries, statuses }: Awaited<ReturnType<typeof newDeployments>>,
): DeploymentEntry[] {
  for (const entry of entries) log.set(entry.id, entry);
  for (const { deploymentId, status } of statuses) log.get(deploymentId)?.statuses.push(status);
  return entries;
}
