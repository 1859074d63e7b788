"use client";
import { useEffect, useState } from "react";

/** A file of shapes, asked for only once somebody looks closely; null until it has come. `read` must not change. */
export function useGeometry<T>(file: string, wanted: boolean, read: (data: unknown) => Promise<T>): T | null {
  const [shapes, setShapes] = useState<T | null>(null);
  useEffect(() => {
    if (!wanted || shapes) return;
    const leaving = new AbortController();
    fetch(`/geo/${file}`, { signal: leaving.signal })
      .then(async (response) => setShapes(await read(await response.json())))
      .catch((error: unknown) => {
        // The map goes on with the shapes it has.
        if (!leaving.signal.aborted) console.error(file, error);
      });
    return () => leaving.abort();
  }, [file, wanted, shapes, read]);
  return shapes;
}
