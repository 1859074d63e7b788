"use client";
import { DomEvent, divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Marker, Popup, useMap } from "react-leaflet";
import WaterPopup from "@/components/waters/water-popup";
import type { SectionBrief } from "@/lib/waters/section";
import { gravity } from "@/lib/waters/states";
import { type Station, StationCanvas } from "./station-canvas";
import type { Thinned } from "./thin-out";

type Placed = Station & { section: SectionBrief };
type Symbol = Thinned<Placed>;
/** So many symbols, the gravest in view, can be reached with the Tab key; the table at /waters has them all. */
const REACHABLE = 40;
const STILL_PX = 4;

/** Every station with a place, thinned by zoom: the gravest of those that would lie on each other is drawn. */
export function StationLayer({ sections }: { sections: readonly SectionBrief[] }) {
  const map = useMap();
  const locale = useLocale();
  const layer = useRef<StationCanvas<Placed> | null>(null);
  const [shown, setShown] = useState<readonly Symbol[]>([]);
  const [open, setOpen] = useState<Symbol | null>(null);
  const stations = useMemo(
    () =>
      sections.flatMap((section): Placed[] =>
        section.lat === null || section.lon === null
          ? []
          : [
              {
                section,
                id: section.id,
                label: locale === "en" ? section.nameEn : section.name,
                lat: section.lat,
                lon: section.lon,
                state: section.state,
              },
            ],
      ),
    [sections, locale],
  );
  useEffect(() => {
    const drawn = new StationCanvas<Placed>(setShown);
    layer.current = drawn;
    drawn.addTo(map);
    return () => {
      drawn.remove();
    };
  }, [map]);
  useEffect(() => layer.current?.setStations(stations), [stations]);
  usePicking(layer, setOpen);
  const near = useMemo(
    () => [...shown].sort((a, b) => gravity(a.item.state) - gravity(b.item.state)).slice(0, REACHABLE),
    [shown],
  );
  return (
    <>
      {near.map((symbol) => (
        <Reachable key={symbol.item.id} symbol={symbol} onOpen={() => setOpen(symbol)} />
      ))}
      {open ? (
        <Popup
          key={open.item.id}
          position={[open.item.lat, open.item.lon]}
          eventHandlers={{ remove: () => setOpen((now) => (now === open ? null : now)) }}
        >
          <WaterPopup section={open.item.section} hidden={open.hidden.map(({ section }) => section)} />
        </Popup>
      ) : null}
    </>
  );
}

/** Takes clicks that meet a symbol before the province under it does, and shows the hand over symbols. */
function usePicking(
  layer: React.RefObject<StationCanvas<Placed> | null>,
  onPick: (symbol: Symbol) => void,
): void {
  const map = useMap();
  useEffect(() => {
    const box = map.getContainer();
    let pressed: { x: number; y: number } | null = null;
    const symbolAt = (event: MouseEvent) => layer.current?.at(map.mouseEventToContainerPoint(event));
    const inControls = (event: Event) =>
      event.target instanceof Element &&
      event.target.closest(".leaflet-popup, .leaflet-control, .leaflet-marker-icon");
    const press = (event: PointerEvent) => {
      pressed = { x: event.clientX, y: event.clientY };
    };
    const click = (event: MouseEvent) => {
      const moved = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL_PX;
      if (moved || inControls(event)) return;
      const symbol = symbolAt(event);
      if (!symbol) return;
      event.stopPropagation();
      onPick(symbol);
    };
    const hover = (event: PointerEvent) => {
      if (event.buttons || event.pointerType === "touch") return;
      box.classList.toggle("map-over-symbol", !inControls(event) && symbolAt(event) !== undefined);
    };
    box.addEventListener("pointerdown", press, true);
    box.addEventListener("click", click, true);
    box.addEventListener("pointermove", hover, { passive: true });
    return () => {
      box.removeEventListener("pointerdown", press, true);
      box.removeEventListener("click", click, true);
      box.removeEventListener("pointermove", hover);
    };
  }, [map, layer, onPick]);
}

/** A place for the keyboard over a drawn symbol: Tab reaches it, Enter opens it. */
function Reachable({ symbol, onOpen }: { symbol: Symbol; onOpen: () => void }) {
  const t = useTranslations("waters.state");
  const { label, lat, lon, state } = symbol.item;
  const icon = useMemo(() => {
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = `${label} ${t(state)}`;
    return divIcon({ className: "map-reachable", html: words, iconSize: [24, 24] });
  }, [label, state, t]);
  return (
    <Marker
      position={[lat, lon]}
      icon={icon}
      eventHandlers={{
        click: (event) => {
          DomEvent.stopPropagation(event);
          onOpen();
        },
        keypress: (event) => {
          if (event.originalEvent.key === "Enter") onOpen();
        },
      }}
    />
  );
}
