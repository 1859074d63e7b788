import type { LeafletEvent, Marker } from "leaflet";

/** Gives a marker its name for who cannot see it: Leaflet does so for pictures only, and ours are drawn. */
export const named = (name: string) => ({
  add: ({ target }: LeafletEvent & { target: Marker }) =>
    target.getElement()?.setAttribute("aria-label", name),
});
