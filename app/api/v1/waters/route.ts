import { only, problem } from "@/lib/errors";
import { store } from "@/lib/live/store";
import { publicJson } from "@/lib/live/tag";
import { listWaters } from "@/lib/waters/list";
import { WATER_STATES } from "@/lib/waters/schema";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** All sections with station codes, marks of the day and last reading; `?synthetic=1` lists those made up for drills as well. */
export function GET(request: Request): Response {
  const { log, database } = store();
  if (!log)
    return problem("unavailable", "The sections need the database, which does not answer. Try again soon.");
  const query = new URL(request.url).searchParams;
  const list = (name: string) => query.get(name)?.split(",").filter(Boolean).slice(0, 500);
  const state = list("state");
  const wrong = state?.find((one) => !WATER_STATES.some((known) => known === one));
  if (wrong !== undefined) return problem("bad_input", `state must be among ${WATER_STATES.join(", ")}`);
  const province = query.get("province") ?? undefined;
  if (province !== undefined && !log.reference.provinces.has(province))
    return problem("bad_input", "province must be the six-digit code of a province, such as 430000");
  const waters = listWaters(log, {
    river: query.get("river") ?? undefined,
    basin: query.get("basin") ?? undefined,
    province,
    state,
    ids: list("ids"),
    synthetic: query.get("synthetic") === "1",
  });
  return publicJson(request, waters, { "x-xuntu-database": database });
}
