import { z } from "zod";
import { keepReport, keptPhoto, type Problem, type Report } from "./store";

const Refused = z.object({
  refusal: z.string().optional(),
  title: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.record(z.string(), z.string()).optional(),
});
const Photo = z.object({ id: z.string() });

/** What may be sent again later as it is: nobody signed in, too much at once, the server away. */
const LATER = new Set([401, 408, 429, 500, 502, 503, 504]);

class Stop extends Error {
  constructor(readonly outcome: Outcome) {
    super("the report was not taken");
  }
}
type Outcome = { state: "sent" } | { state: "waiting" | "refused"; problem: Problem };

async function post(url: string, body: BodyInit, type: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { method: "POST", body, headers: { "content-type": type } });
  } catch {
    throw new Stop({ state: "waiting", problem: { refusal: "no_network" } });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const said = Refused.safeParse(answer).data;
  const refusal = said?.refusal ?? said?.title?.replaceAll(" ", "_") ?? "unavailable";
  throw new Stop({
    state: LATER.has(response.status) ? "waiting" : "refused",
    problem: { refusal, values: said?.values, fields: said?.fields },
  });
}

/** The report with its photos at the server; each id is kept at once, so that no photo goes twice. */
async function withPhotos(report: Report): Promise<Report> {
  let kept = report;
  for (const danger of report.dangers) {
    if (!danger.photoKey || danger.photoId) continue;
    const photo = await keptPhoto(danger.photoKey);
    if (!photo) continue;
    const { id } = Photo.parse(await post("/api/v1/photos", photo, "image/jpeg"));
    kept = {
      ...kept,
      dangers: kept.dangers.map((one) => (one.key === danger.key ? { ...one, photoId: id } : one)),
    };
    await keepReport(kept);
  }
  return kept;
}

/** Sends one kept report. Its client id is its request id too: however often it goes out, it counts once. */
export async function sendReport(report: Report): Promise<Outcome> {
  try {
    const {
      clientId,
      dangers,
      sectionName: _name,
      state: _state,
      problem: _problem,
      ...rest
    } = await withPhotos(report);
    await post(
      "/api/v1/commands/patrol.record",
      JSON.stringify({
        ...rest,
        clientId,
        requestId: clientId,
        dangers: dangers.map(({ key: _key, photoKey: _photo, ...danger }) => danger),
      }),
      "application/json",
    );
    return { state: "sent" };
  } catch (error) {
    if (error instanceof Stop) return error.outcome;
    return { state: "waiting", problem: { refusal: "unavailable" } };
  }
}
