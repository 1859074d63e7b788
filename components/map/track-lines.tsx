"use client";
import { Polyline } from "react-leaflet";
import type { Placed } from "./use-teams";

/** From where a deployment set out to where it serves, where both are known; dashed until it is there. */
export function TrackLines({ placed }: { placed: readonly Placed[] }) {
  return placed.map(({ deployment, place, lat, lon }) => {
    const { origin, status, id } = deployment;
    if (!origin) return null;
    return (
      <Polyline
        key={`${id}-${place}-${status}`}
        positions={[
          [origin.lat, origin.lon],
          [lat, lon],
        ]}
        interactive={false}
        pathOptions={{
          color: "var(--accent)",
          weight: 2,
          opacity: 0.9,
          dashArray: status === "sent" || status === "prepositioned" ? "2 6" : "",
          className: "map-track",
        }}
      />
    );
  });
}
