import type { TextRight } from "@/lib/bulletins/rights";
import type { ClockSetting } from "@/lib/clock";
import type { db as Db } from "@/lib/db";
import { addDeployments, type DeploymentEntry, newDeployments } from "@/lib/deployments/log";
import { sectionPoints } from "@/lib/geo/section-points";
import { foldTrack, knownActions, type TrackStep } from "@/lib/responses/rules";
import { type Source, type TrackAction, type TrackKey, trackId } from "@/lib/responses/schema";
import type { Thresholds } from "@/lib/settings/thresholds";
import { addConfirmations, type Confirmation, newConfirmations } from "@/lib/snapshot/confirmations";
import { type Publication, readPublications } from "@/lib/snapshot/publications";
import { source } from "@/lib/snapshot/recorded";
import type { WaterLog } from "@/lib/waters/log";
import { type DomainLog, readDomain } from "./domain";
import type { Span } from "./recorded";

type Client = ReturnType<typeof Db>;
type IssuerTier = "NATIONAL" | "MINISTRY" | "BASIN" | "PROVINCE" | "PREFECTURE" | "COUNTY";

export interface Track {
  key: TrackKey;
  id: string;
  actions: TrackAction[];
  /** The fold over everything known now; made again only when the track grows. */
  steps: TrackStep[];
}

/** One entry of the two simpler logs; times are epoch milliseconds. */
export interface Report {
  id: number;
  sectionId: string;
  status: string | null;
  trend: string | null;
  stage: number | null;
  exceedance: number | null;
  exceeds: string | null;
  at: number;
  precision: "DAY" | "MINUTE";
  certainty: "STATED" | "INFERRED";
  recordedAt: number;
  supersedesId: number | null;
  withdrawn: boolean;
  source: Source;
}

export interface Reference {
  provinces: Map<string, { adcode: string; name: string; nameEn: string; pinyin: string; initials: string }>;
  areas: Map<string, { adcode: string; name: string; short: string; lat: number; lon: number }>;
  issuers: Map<
    string,
    {
      id: string;
      name: string;
      nameFull: string;
      nameEn: string;
      tier: IssuerTier;
      provinceId: string | null;
      areaId: string | null;
    }
  >;
  sections: Map<
    string,
    {
      id: string;
      name: string;
      nameEn: string;
      kind: string;
      river: string | null;
      riverEn: string | null;
      lat: number | null;
      lon: number | null;
      geometry: string | null;
      adcodes: string[];
      /** The number by which readings name it. */
      no: number;
      stationCode: string | null;
      codeOfficial: boolean;
      basin: string | null;
      synthetic: boolean;
      /** Metres an hour; null: the rule's default. */
      maxRate: number | null;
      /** Where it lies, as points in degrees; none when that is not known. */
      points: { lat: number; lon: number }[];
    }
  >;
  kinds: Map<
    string,
    {
      code: string;
      term: string;
      termEn: string;
      unit: string;
      icon: string;
      isAsset: boolean;
      carriesNetwork: boolean;
    }
  >;
}

/** Everything recorded so far, in memory: any (world time, record time) is answered without the database. */
export interface EventLog {
  version: number;
  recordedAt: number;
  clock: ClockSetting;
  staleAfterHours: number;
  /** Whose bulletins may be shown in full. */
  textRight: TextRight;
  reference: Reference;
  tracks: Map<string, Track>;
  reports: Map<string, Report[]>;
  deployments: Map<number, DeploymentEntry>;
  /** The published bulletins with the facts that each of them became, by bulletin id. */
  bulletins: Map<string, Publication>;
  /** The further sources of facts on record, by kind and number of the fact. */
  confirmations: Map<string, Confirmation[]>;
  /** Marks and last readings; brought up to date by lib/waters/log.ts. */
  waters: WaterLog;
  thresholds: Thresholds;
  domain: DomainLog;
}

const ms = (date: Date | null) => (date ? date.getTime() : null);
const number = (value: { toString(): string } | null) => (value === null ? null : Number(value.toString()));

/** Provinces, areas, issuers, sections and kinds: what events name by a code. Degrees are WGS 84. */
export async function readReference(client: Client): Promise<Reference> {
  const [provinces, areas, issuers, sections, kinds] = await Promise.all([
    client.province.findMany({ orderBy: { adcode: "asc" } }),
    // All of them: an order for a county whose name is not known here would seem to be for its whole province.
    client.area.findMany(),
    client.issuer.findMany({ orderBy: [{ tier: "asc" }, { provinceId: "asc" }, { id: "asc" }] }),
    client.riverSection.findMany({ include: { provinces: true, river: true } }),
    client.deploymentKind.findMany(),
  ]);
  return {
    provinces: new Map(provinces.map((row) => [row.adcode, row])),
    areas: new Map(areas.map((row) => [row.adcode, row])),
    issuers: new Map(issuers.map((row) => [row.id, row])),
    sections: new Map(
      sections.map((row) => [
        row.id,
        {
          ...row,
          river: row.river?.name ?? null,
          riverEn: row.river?.nameEn ?? null,
          basin: row.river?.basin ?? null,
          adcodes: row.provinces.map((p) => p.provinceId),
          points: sectionPoints(row),
        },
      ]),
    ),
    kinds: new Map(kinds.map((row) => [row.code, row])),
  };
}

async function newActions(client: Client, version: Span): Promise<{ key: TrackKey; action: TrackAction }[]> {
  const rows = await client.responseAction.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    key: { issuerId: row.issuerId, hazard: row.hazard, provinceId: row.provinceId, areaId: row.areaId },
    action: {
      id: Number(row.id),
      kind: row.kind,
      level: row.level,
      fromLevel: row.fromLevel,
      effectiveAt: row.effectiveAt.getTime(),
      precision: row.precision,
      certainty: row.certainty,
      windowAfter: ms(row.windowAfter),
      windowBy: ms(row.windowBy),
      reason: row.reason,
      recordedAt: row.recordedAt.getTime(),
      supersedesId: number(row.supersedesId),
      withdrawn: row.withdrawn,
      source: source(row.source),
    },
  }));
}

async function newReports(client: Client, version: Span): Promise<Report[]> {
  const rows = await client.stageReport.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: Number(row.id),
    sectionId: row.sectionId,
    status: row.status,
    trend: row.trend,
    stage: number(row.stage),
    exceedance: number(row.exceedance),
    exceeds: row.exceeds,
    at: row.at.getTime(),
    precision: row.precision,
    certainty: row.certainty,
    recordedAt: row.recordedAt.getTime(),
    supersedesId: number(row.supersedesId),
    withdrawn: row.withdrawn,
    source: source(row.source),
  }));
}

const grow = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Adds what was recorded after the log's version. Commands take versions one by one, so nothing can slip in before it. */
export async function extendLog(client: Client, log: EventLog): Promise<void> {
  const after = log.version;
  const state = await client.systemVersion.findUniqueOrThrow({ where: { id: 1 } });
  if (Number(state.version) === after && after > 0) return;
  // What commits while this reads belongs to the next version: it is read then, and not twice.
  const span = { gt: after, lte: Number(state.version) };
  const [actions, reports] = [await newActions(client, span), await newReports(client, span)];
  const domain = await readDomain(client, span);
  const fresh = await newDeployments(client, span);
  const confirmations = await newConfirmations(client, span);
  const addPublications = await readPublications(client, span);
  const kinds = await client.deploymentKind.findMany();
  // From here on nothing can fail: a reading that breaks off has added nothing, and is made again whole.
  const touched = new Set<Track>();
  for (const { key, action } of actions) {
    const id = trackId(key);
    const track = log.tracks.get(id) ?? { key, id, actions: [], steps: [] };
    track.actions.push(action);
    log.tracks.set(id, track);
    touched.add(track);
  }
  for (const track of touched) track.steps = foldTrack(knownActions(track.actions, Number.POSITIVE_INFINITY));
  for (const report of reports) grow(log.reports, report.sectionId, report);
  const deployments = addDeployments(log.deployments, fresh);
  domain.add(log.domain);
  log.reference.kinds = new Map(kinds.map((row) => [row.code, row]));
  addConfirmations(log.confirmations, confirmations);
  const events = [
    ...actions.map(({ key, action: event }) => ({ kind: "RESPONSE" as const, key, event })),
    ...reports.map((event) => ({ kind: "WATER" as const, event })),
    ...deployments.map((event) => ({ kind: "DEPLOYMENT" as const, event })),
    ...domain.facts,
  ];
  addPublications(log, events, confirmations);
  log.version = Number(state.version);
  log.recordedAt = state.recordedAt.getTime();
}
