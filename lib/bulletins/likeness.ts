import type { ConsultationEntry } from "@/lib/consultations/log";
import type { DeploymentEntry } from "@/lib/deployments/log";
import type { DirectiveEntry } from "@/lib/directives/log";
import { gradeOf } from "@/lib/forecasts/grades";
import type { ForecastEntry } from "@/lib/forecasts/log";
import { isoDay, parseTime } from "@/lib/format";
import type { OutageEntry } from "@/lib/outages/log";
import type { DangerEventEntry, PatrolEntry } from "@/lib/patrols/log";
import type { Draft } from "./schema";

/**
 * How a draft compares with a fact on record: it says the `same` and nothing that is not on record, or something `alike`
 * that it tells otherwise or more of (another cut, a later state, further provinces), or another thing.
 */
export type Likeness = "same" | "alike" | null;

type DraftOf<K extends Draft["kind"]> = Extract<Draft, { kind: K }>;
export type Sent = DraftOf<"DEPLOYMENT" | "COMMUNICATION">;

/** Reports of one sending, days apart. */
const SAME_SENDING_MS = 3 * 86_400_000;

const likeness = (alike: boolean, nothingNew: boolean): Likeness =>
  alike ? (nothingNew ? "same" : "alike") : null;
const bare = (text: string) => text.replace(/[\s，。；、：]/g, "");
const meet = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
const within = (a: readonly string[], b: readonly string[]) => a.every((one) => b.includes(one));
const equal = (a: readonly string[], b: readonly string[]) => within(a, b) && within(b, a);
const sameDay = (told: string, at: number) => told.slice(0, 10) === isoDay(at);

/** A day tells nothing new of its hour; an hour does, unless it is the one on record. */
function noNewTime(told: string, at: number, precision: "DAY" | "MINUTE"): boolean {
  const time = parseTime(told);
  return time?.precision === "DAY" ? sameDay(told, at) : precision === "MINUTE" && time?.ms === at;
}

/** The same kind and number from the same body to the same place, within days of `at` (epoch ms). */
export function sendingLikeness(draft: Sent, row: DeploymentEntry, at: number): Likeness {
  const codes = row.places.flatMap((place) => place.adcode ?? []);
  const bound = draft.areas.length ? draft.areas : draft.province ? [draft.province] : [];
  const day = parseTime(draft.at)?.ms;
  const alike =
    row.kindId === draft.kindId &&
    row.from === draft.from &&
    row.count === draft.count &&
    (bound.length ? meet(bound, codes) : !codes.length) &&
    day !== undefined &&
    Math.abs(at - day) <= SAME_SENDING_MS;
  // What has no code is told apart by its name: 重点省份, 长江流域.
  const named = bound.length || !draft.place || !row.places.length;
  const nowhereNew = named ? within(bound, codes) : row.places.some((place) => place.name === draft.place);
  return likeness(alike, nowhereNew && row.statuses.some((status) => status.state === draft.state));
}

/** The same place on the same day; what else was cut, who is affected or that it is over is new. */
export const outageLikeness = (draft: DraftOf<"OUTAGE">, row: OutageEntry): Likeness =>
  likeness(
    row.name === draft.name && sameDay(draft.since, row.since),
    row.areaId === draft.areaId &&
      within(draft.cuts, row.cuts) &&
      (draft.people === null || draft.people === row.people) &&
      !draft.until &&
      noNewTime(draft.since, row.since, row.sincePrecision),
  );

/** The danger of a report that a draft may mean: at its place, and of its kind where there are several. */
export function dangerMeant(draft: DraftOf<"DANGER">, { dangers }: PatrolEntry) {
  const there = dangers.filter((danger) => danger.place === draft.place);
  return there.find((danger) => danger.kind === draft.danger) ?? there[0];
}

/** A danger at the same place on the same day; another kind or grade, or a state it was never in, is new. */
export function dangerLikeness(
  draft: DraftOf<"DANGER">,
  row: PatrolEntry,
  events: ReadonlyMap<number, readonly DangerEventEntry[]>,
): Likeness {
  const danger = dangerMeant(draft, row);
  if (!danger) return null;
  const states = (events.get(danger.id) ?? []).map((event) => event.state);
  return likeness(
    sameDay(draft.at, row.at),
    row.sectionId === draft.sectionId &&
      danger.kind === draft.danger &&
      danger.grade === draft.dangerGrade &&
      states.includes(draft.dangerState) &&
      noNewTime(draft.at, danger.foundAt, danger.precision),
  );
}

/** Rain from the same time on in one of the areas; further areas, another end or another gravest grade is new. */
export function forecastLikeness(draft: DraftOf<"FORECAST">, row: ForecastEntry): Likeness {
  const areas = row.areas.map((area) => area.text);
  const [grade, to] = [draft.grade ?? gradeOf(draft.intensity), draft.to ? parseTime(draft.to)?.ms : row.to];
  return likeness(
    row.from === parseTime(draft.from)?.ms && meet(draft.areas, areas),
    within(draft.areas, areas) &&
      to === row.to &&
      (grade ? grade === row.grade : bare(draft.intensity) === bare(row.intensity)),
  );
}

/** Led by the same body on the same day; another form, hour or leader, or other provinces, is another one or more. What came of it has many words. */
export const consultationLikeness = (draft: DraftOf<"CONSULTATION">, row: ConsultationEntry): Likeness =>
  likeness(
    sameDay(draft.at, row.at) && meet(draft.ledBy, row.ledBy),
    row.kind === draft.form &&
      within(draft.ledBy, row.ledBy) &&
      equal(draft.provinces, row.provinces) &&
      (row.decisions !== null || !draft.decisions) &&
      noNewTime(draft.at, row.at, row.precision),
  );

/** The same words on the same day; from another body, of another duty or to other provinces they are another order. */
export const directiveLikeness = (draft: DraftOf<"DIRECTIVE">, row: DirectiveEntry): Likeness =>
  likeness(
    sameDay(draft.at, row.at) && bare(row.text) === bare(draft.text),
    row.issuer === draft.issuer &&
      row.category === draft.category &&
      equal(draft.provinces, row.provinces) &&
      noNewTime(draft.at, row.at, row.precision),
  );
