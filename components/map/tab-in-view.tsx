import { Marker } from "leaflet";
import { useEffect } from "react";
import { useMap } from "react-leaflet";

/**
 * Keeps Tab among the markers in view: the focus of one outside would pull the map away from what its reader looks at.
 * Looked at when Tab is pressed, for markers come and change with every picture.
 */
export function TabInView() {
  const map = useMap();
  useEffect(() => {
    const settle = (event: KeyboardEvent) => {
      if (event.key !== "Tab") return;
      const bounds = map.getBounds();
      map.eachLayer((layer) => {
        if (!(layer instanceof Marker) || !layer.options.keyboard) return;
        const element = layer.getElement();
        if (element) element.tabIndex = bounds.contains(layer.getLatLng()) ? 0 : -1;
      });
    };
    document.addEventListener("keydown", settle, true);
    return () => document.removeEventListener("keydown", settle, true);
  }, [map]);
  return null;
}
