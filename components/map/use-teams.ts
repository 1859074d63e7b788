"use client";
import { useMemo, useState } from "react";
import { useMapEvents } from "react-leaflet";
import type { Point } from "@/lib/geo/path";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import { cluster } from "./cluster";
import { TEAM_BOX } from "./deployment-icon";
import { type Box, moved, stepAside } from "./label-places";

export interface Placed {
  deployment: DeploymentRecord;
  place: string;
  lat: number;
  lon: number;
}

const REACH_PX = 40;
const HERE: Point = [0, 0];
const { dy, ...box } = TEAM_BOX;
/** From here on those that share a place stand apart, each with its state and age. */
const SPREAD_FROM_ZOOM = 7.5;

/** Where a deployment is drawn: where its device last was, else at each place it serves. */
function placesOf(deployment: DeploymentRecord): Placed[] {
  const { position, places } = deployment;
  const [only] = places;
  if (position && places.length <= 1) return [{ deployment, place: only?.name ?? "", ...position }];
  return places.flatMap(({ name, lat, lon }): Placed[] =>
    lat === null || lon === null ? [] : [{ deployment, place: name, lat, lon }],
  );
}

/** Groups of teams and assets at the map's zoom, each beside what it would cover, and the boxes then taken. */
export function useTeams(deployments: readonly DeploymentRecord[], before: readonly Box[]) {
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  const spread = scale >= SPREAD_FROM_ZOOM;
  const placed = useMemo(() => deployments.flatMap(placesOf), [deployments]);
  return useMemo(() => {
    const found = cluster(
      placed,
      ({ lat, lon }) => {
        const point = map.project([lat, lon], scale);
        return [point.x, point.y];
      },
      REACH_PX,
    );
    if (spread) {
      const groups = found.flatMap(({ items }) =>
        items.map((item, index) => ({
          items: [item],
          // One under the other from the first one's place: each at its own, they could cover each other again.
          at: items[0] ?? item,
          index,
          of: items.length,
          aside: HERE,
        })),
      );
      return { placed, groups, spread, taken: before };
    }
    const boxes = found.map(({ point: [x, y] }) => ({ x, y: y + dy, ...box }));
    const ways = stepAside(boxes, before, REACH_PX);
    const groups = found.map(({ items }, i) => ({
      items,
      at: items[0],
      index: 0,
      of: 1,
      aside: ways[i] ?? HERE,
    }));
    return { placed, groups, spread, taken: [...before, ...moved(boxes, ways)] };
  }, [placed, map, scale, spread, before]);
}
