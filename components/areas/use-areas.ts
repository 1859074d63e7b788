"use client";
import { useEffect, useState } from "react";
import type { AreaShapes } from "@/lib/geo/areas";
import { type Point, parsePath, toLatLng } from "@/lib/geo/path";
import { OUTLINE } from "./outline";

// The schema library comes only when there is an area to draw.
const shapes = () => import("@/lib/geo/areas");
const files = new Map<string, Promise<AreaShapes>>();

function file(name: string): Promise<AreaShapes> {
  const known = files.get(name);
  if (known) return known;
  const asked = fetch(`/geo/${name}.json`).then(async (response) =>
    (await shapes()).AreaShapes.parse(await response.json()),
  );
  files.set(name, asked);
  // What failed may be asked for again.
  asked.catch(() => files.delete(name));
  return asked;
}

async function rings(adcode: string): Promise<Point[][]> {
  const province = OUTLINE.provinces[adcode];
  if (province) return parsePath(province).map((ring) => ring.map((point) => toLatLng(point, OUTLINE)));
  const { ringsOf } = await shapes();
  const own = ringsOf(await file("areas-2"), adcode);
  return own.length ? own : ringsOf(await file(`counties-${adcode.slice(0, 2)}0000`), adcode);
}

/** The outlines of areas by their codes, [latitude, longitude]; each is there once its file has come. */
export function useAreas(codes: readonly string[]): ReadonlyMap<string, Point[][]> {
  const [found, setFound] = useState<ReadonlyMap<string, Point[][]>>(new Map());
  const wanted = [...new Set(codes)].sort().join();
  useEffect(() => {
    let gone = false;
    const all = wanted ? wanted.split(",") : [];
    Promise.all(all.map(async (code): Promise<[string, Point[][]]> => [code, await rings(code)]))
      .then((pairs) => {
        if (!gone) setFound(new Map(pairs));
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [wanted]);
  return found;
}
