import { recordTime } from "@/lib/clock";
import { only } from "@/lib/errors";
import { store } from "@/lib/live/store";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** 200 while the database answers, else 503; snapshotAge in seconds since the last word from the database. */
export function GET(): Response {
  const { database, current, heardAt } = store();
  const healthy = database === "up" && current !== undefined;
  return Response.json(
    {
      status: healthy ? "ok" : "degraded",
      database,
      version: current?.snapshot.version ?? null,
      snapshotAge: heardAt ? Math.round((recordTime() - heardAt) / 1000) : null,
    },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
