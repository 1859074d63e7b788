import { LIVE } from "@/lib/clock";
import { PROVINCES } from "@/lib/provinces/list";
import { foldTrack, knownActions } from "@/lib/responses/rules";
import { type TrackAction, trackId } from "@/lib/responses/schema";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";
import { buildSnapshot } from "@/lib/snapshot/build";
import { emptyDomain } from "@/lib/snapshot/domain";
import type { EventLog, Track } from "@/lib/snapshot/log";
import { emptyWaters } from "@/lib/waters/log";

const HOUR = 3_600_000;
const START = Date.parse("2024-06-01T00:00:00+08:00");

/** A log of so many actions over the 34 provinces: each activated, then confirmed hour after hour. */
function syntheticLog(actions: number): EventLog {
  const tracks = new Map<string, Track>();
  const each = Math.ceil(actions / PROVINCES.length);
  let id = 1;
  for (const { adcode } of PROVINCES) {
    const key = { issuerId: "synthetic", hazard: "FLOOD" as const, provinceId: adcode, areaId: null };
    const list = Array.from(
      { length: each },
      (_, i): TrackAction => ({
        id: id++,
        kind: i === 0 ? "ACTIVATE" : "MAINTAIN",
        level: "IV",
        fromLevel: null,
        effectiveAt: START + i * HOUR,
        precision: "MINUTE",
        certainty: "STATED",
        windowAfter: null,
        windowBy: null,
        reason: null,
        recordedAt: START + i * HOUR,
        supersedesId: null,
        withdrawn: false,
        source: { publisher: "synthetic", title: "synthetic", published: null, url: null, bulletin: null },
      }),
    );
    const track = {
      key,
      id: trackId(key),
      actions: list,
      steps: foldTrack(knownActions(list, Number.POSITIVE_INFINITY)),
    };
    tracks.set(track.id, track);
  }
  return {
    version: 1,
    recordedAt: START,
    clock: LIVE,
    staleAfterHours: 24,
    textRight: { all: false, publishers: [] },
    tracks,
    reports: new Map(),
    deployments: new Map(),
    bulletins: new Map(),
    confirmations: new Map(),
    waters: emptyWaters(),
    thresholds: STANDARD_THRESHOLDS,
    domain: emptyDomain(),
    reference: {
      provinces: new Map(PROVINCES.map((row) => [row.adcode, row])),
      areas: new Map(),
      sections: new Map(),
      kinds: new Map(),
      issuers: new Map([
        [
          "synthetic",
          {
            id: "synthetic",
            name: "synthetic",
            nameFull: "synthetic",
            nameEn: "synthetic",
            tier: "NATIONAL" as const,
            provinceId: null,
            areaId: null,
          },
        ],
      ]),
    },
  };
}

function median(run: () => void): number {
  const times = Array.from({ length: 201 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return times[100] ?? 0;
}

/** How the building of a snapshot grows with the actions behind it. */
export function snapshotGrowth(): string[] {
  const [small, large] = [syntheticLog(200), syntheticLog(200_000)];
  const at = START + 5000 * HOUR;
  // In turn, so that neither gains by the other's warming up.
  buildSnapshot(small, { at });
  buildSnapshot(large, { at });
  const [few, many] = [
    median(() => buildSnapshot(small, { at })),
    median(() => buildSnapshot(large, { at })),
  ];
  return [
    `snapshot build, 34 provinces: 200 actions ${few.toFixed(3)} ms, 200,000 actions ${many.toFixed(3)} ms: data × 1000, time × ${(many / few).toFixed(2)}`,
  ];
}
