import type { DirectiveRecord } from "@/lib/directives/record";
import type { OutageRecord } from "@/lib/outages/record";
import type { PatrolRecord } from "@/lib/patrols/record";
import { LEVELS } from "@/lib/responses/levels";
import type { Thresholds } from "@/lib/settings/thresholds";
import type { English } from "@/lib/snapshot/english";
import type { DeploymentRecord, ResponseRecord, WaterRecord } from "@/lib/snapshot/schema";
import type { WaterState } from "@/lib/waters/schema";
import { isOver } from "@/lib/waters/states";
import { Grid, type Position } from "./near";
import type { GapRecord } from "./record";
import { type Finding, inWords } from "./words";

/** The picture that gaps are found in; `at` is its world time, epoch ms. */
export interface GapPicture {
  at: number;
  responses: readonly ResponseRecord[];
  waters: readonly WaterRecord[];
  deployments: readonly DeploymentRecord[];
  patrols: readonly PatrolRecord[];
  outages: readonly OutageRecord[];
  directives: readonly DirectiveRecord[];
  /** Points along a section, in degrees; none when its position is not known. */
  pointsOf: (section: string) => readonly Position[];
  provinceName: (adcode: string) => string;
  english: English;
  staleAfterHours: number;
}

const HOUR = 3_600_000;
/** How many cells of `teamWithinKm` are searched for the nearest team that is too far. */
const SEARCH_RINGS = 4;
const isTeam = (deployment: DeploymentRecord) => !deployment.asset;
const provinceOf = (adcode: string) => `${adcode.slice(0, 2)}0000`;
const isJudged = (state: WaterState) => isOver(state) || state === "normal" || state === "near_warning";

interface Standing {
  status: WaterState;
  at: string;
  /** Neither a report nor a gauge was heard of within its hours. */
  silent: boolean;
}

/**
 * How a section stands: its judged state, so that a gauge fresher than the report counts. Where both are old, the
 * last that was heard: silence is no relief.
 */
function stands({ state, status, at, stale, reading }: WaterRecord): Standing {
  const measured = reading && reading.at > at && isJudged(reading.state) ? reading : null;
  const silent = stale && (!reading || reading.stale);
  if (isJudged(state))
    return { status: state, at: measured?.state === state ? measured.at : at, silent: false };
  return measured ? { status: measured.state, at: measured.at, silent } : { status, at, silent };
}

/** A drought's response sends no one to a dike. */
const isWet = (response: ResponseRecord) => response.hazard !== "DROUGHT";

function provincesServed(deployments: readonly DeploymentRecord[]): Map<string, number> {
  const served = new Map<string, number>();
  for (const deployment of deployments)
    for (const code of new Set(
      deployment.places.flatMap(({ adcode }) => (adcode ? [provinceOf(adcode)] : [])),
    ))
      served.set(code, (served.get(code) ?? 0) + 1);
  return served;
}

/** The points where teams are: their last position, else the places they serve that are narrower than a province. */
const teamPoints = (teams: readonly DeploymentRecord[]): Position[] =>
  teams.flatMap((team) =>
    team.position
      ? [team.position]
      : team.places.flatMap(({ adcode, lat, lon }) =>
          lat === null || lon === null || adcode?.endsWith("0000") ? [] : [{ lat, lon }],
        ),
  );

function* provincesWithoutTeam(
  picture: GapPicture,
  limits: Thresholds,
  teams: Map<string, number>,
): Generator<Finding> {
  const gravest = new Map<string, ResponseRecord>();
  for (const response of picture.responses) {
    // An order for a county is no order for its province (docs/decisions/0005).
    if (
      response.area !== null ||
      !isWet(response) ||
      LEVELS[response.level].rank > LEVELS[limits.teamLevel].rank
    )
      continue;
    const known = gravest.get(response.adcode);
    if (!known || LEVELS[response.level].rank < LEVELS[known.level].rank)
      gravest.set(response.adcode, response);
  }
  for (const [adcode, { level, issuer, since, confirmedAt, province, source }] of gravest)
    if (!teams.has(adcode))
      yield {
        rule: "province_without_team",
        adcode,
        about: province,
        subject: { kind: "province", id: adcode },
        source,
        since: since ?? confirmedAt,
        numbers: { level, issuer, limit: limits.teamLevel, teams: 0 },
      };
}

function* watersWithoutHelp(
  picture: GapPicture,
  limits: Thresholds,
  teams: readonly DeploymentRecord[],
): Generator<Finding> {
  const served = provincesServed(teams);
  const grid = new Grid(teamPoints(teams), limits.teamWithinKm);
  const lastPatrol = new Map<string, string>();
  for (const { section, at } of picture.patrols)
    if (at > (lastPatrol.get(section) ?? "")) lastPatrol.set(section, at);
  for (const water of picture.waters) {
    const { status, at: since } = stands(water);
    if (!isOver(status)) continue;
    const base = {
      adcode: water.adcodes[0] ?? "",
      about: water.name,
      subject: { kind: "water" as const, id: water.id },
      source: water.source,
      since,
    };
    const patrol = lastPatrol.get(water.id);
    if (!patrol || picture.at - Date.parse(patrol) > limits.patrolWithinHours * HOUR)
      yield {
        ...base,
        rule: "water_without_patrol",
        numbers: { status, limitHours: limits.patrolWithinHours, lastPatrol: patrol ?? null },
      };
    const points = picture.pointsOf(water.id);
    const inProvince = water.adcodes.reduce((sum, code) => sum + (served.get(code) ?? 0), 0);
    const searchedKm = limits.teamWithinKm * SEARCH_RINGS;
    const found = points.length ? grid.nearest(points, SEARCH_RINGS) : null;
    const nearest = found !== null && found <= searchedKm ? found : null;
    const helped = points.length ? nearest !== null && nearest <= limits.teamWithinKm : inProvince > 0;
    if (!helped)
      yield {
        ...base,
        rule: "water_without_team",
        numbers: {
          status,
          limitKm: limits.teamWithinKm,
          nearestKm: nearest === null ? null : Math.round(nearest),
          searchedKm: points.length ? searchedKm : null,
          inProvince,
        },
      };
  }
}

function* outagesWithoutAsset(picture: GapPicture): Generator<Finding> {
  for (const { id, name, province, since, open, help, source } of picture.outages)
    if (open.includes("network") && !help.there.length && !help.onTheWay.length)
      yield {
        rule: "outage_without_asset",
        adcode: province,
        about: name,
        subject: { kind: "outage", id },
        source,
        since,
        numbers: {
          open: open.join(","),
          nearestKm: help.nearest?.km ?? null,
          nearest: help.nearest?.deployment ?? null,
        },
      };
}

function* directivesUnanswered(picture: GapPicture, limits: Thresholds): Generator<Finding> {
  for (const directive of picture.directives) {
    if (picture.at - Date.parse(directive.at) < limits.directiveWithinHours * HOUR) continue;
    for (const adcode of directive.unanswered)
      yield {
        rule: "directive_unanswered",
        adcode,
        about: picture.provinceName(adcode),
        subject: { kind: "directive", id: directive.id },
        source: directive.source,
        since: directive.at,
        numbers: {
          category: directive.category,
          issuer: directive.issuer,
          limitHours: limits.directiveWithinHours,
        },
      };
  }
}

function* silent(picture: GapPicture): Generator<Finding> {
  const limitHours = picture.staleAfterHours;
  for (const {
    track,
    adcode,
    province,
    issuer,
    hazard,
    level,
    confirmedAt,
    stale,
    area,
    source,
  } of picture.responses)
    if (stale)
      yield {
        rule: "level_silent",
        adcode,
        about: area?.name ?? province,
        subject: { kind: "response", id: track },
        source,
        since: confirmedAt,
        numbers: { issuer, hazard, level, limitHours },
      };
  for (const water of picture.waters) {
    const { status, at, silent: quiet } = stands(water);
    if (quiet && status !== "normal" && status !== "near_warning")
      yield {
        rule: "water_silent",
        adcode: water.adcodes[0] ?? "",
        about: water.name,
        subject: { kind: "water", id: water.id },
        source: water.source,
        since: at,
        numbers: { status, limitHours },
      };
  }
}

/** Where the need is and nobody is: every gap in a picture, rule by rule, each with its numbers and words. */
export function findGaps(picture: GapPicture, limits: Thresholds): GapRecord[] {
  const teams = picture.deployments.filter(isTeam);
  return [
    ...provincesWithoutTeam(picture, limits, provincesServed(teams)),
    ...watersWithoutHelp(picture, limits, teams),
    ...outagesWithoutAsset(picture),
    ...directivesUnanswered(picture, limits),
    ...silent(picture),
  ].map((finding) => inWords(finding, picture.english));
}
