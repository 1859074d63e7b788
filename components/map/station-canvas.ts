import {
  DomUtil,
  Layer,
  type LeafletEvent,
  type Map as LeafletMap,
  type Point,
  type ZoomAnimEvent,
} from "leaflet";
import { WATER_STYLE } from "@/components/waters/water-style";
import type { WaterState } from "@/lib/waters/schema";
import { BY_GRAVITY, gravity } from "@/lib/waters/states";
import { drawNames } from "./station-names";
import { drawSymbols } from "./station-symbols";
import { type Thinned, thinOut } from "./thin-out";

export interface Station {
  id: string;
  label: string;
  lat: number;
  lon: number;
  state: WaterState;
}

/** How much of the view is drawn beyond each edge, so that a drag uncovers no bare map. */
const MARGIN = 0.3;
const REACH_PX = 15;
const TOUCH_PX = 16;
const NAMES_FROM_ZOOM = 7;
const PANE = "stations";

/** All stations as symbols on one canvas: a drag moves one element, whatever their number. */
export class StationCanvas<T extends Station> extends Layer {
  private readonly canvas = document.createElement("canvas");
  private map: LeafletMap | null = null;
  private stations: T[] = [];
  private shown: Thinned<T>[] = [];
  private corner: Point | null = null;
  private zoom = 0;

  constructor(private readonly onDrawn: (shown: readonly Thinned<T>[]) => void) {
    super();
    this.canvas.className = "map-stations leaflet-zoom-animated";
    this.canvas.setAttribute("aria-hidden", "true");
  }

  setStations(stations: readonly T[]): void {
    this.stations = [...stations].sort((a, b) => gravity(a.state) - gravity(b.state));
    this.draw();
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    // Above the shapes (400), below markers (600).
    pane.style.zIndex = "450";
    pane.style.pointerEvents = "none";
    pane.append(this.canvas);
    map.on("moveend resize viewreset", this.draw, this);
    map.on("zoomanim", this.animate, this);
    this.draw();
    return this;
  }

  override onRemove(map: LeafletMap): this {
    map.off("moveend resize viewreset", this.draw, this);
    map.off("zoomanim", this.animate, this);
    this.canvas.remove();
    this.map = null;
    return this;
  }

  /** The symbol under a point of the map's box, if any. */
  at(point: Point): Thinned<T> | undefined {
    if (!this.map || !this.corner) return undefined;
    const place = this.map.containerPointToLayerPoint(point).subtract(this.corner);
    let [best, found]: [number, Thinned<T> | undefined] = [TOUCH_PX, undefined];
    for (const symbol of this.shown) {
      const gap = Math.hypot(symbol.x - place.x, symbol.y - place.y);
      if (gap < best) [best, found] = [gap, symbol];
    }
    return found;
  }

  private draw = (): void => {
    const { map } = this;
    if (!map) return;
    const size = map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    this.corner = map.containerPointToLayerPoint(margin.multiplyBy(-1));
    this.zoom = map.getZoom();
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    DomUtil.setPosition(this.canvas, this.corner);
    const placed: { item: T; x: number; y: number }[] = [];
    for (const item of this.stations) {
      const point = map.latLngToContainerPoint([item.lat, item.lon]);
      const [x, y] = [point.x + margin.x, point.y + margin.y];
      if (x >= 0 && y >= 0 && x <= width && y <= height) placed.push({ item, x, y });
    }
    this.shown = thinOut(placed, REACH_PX);
    this.canvas.dataset.stations = String(this.stations.length);
    this.canvas.dataset.drawn = String(this.shown.length);
    this.paint(width, height);
    this.onDrawn(
      this.shown.filter(
        ({ x, y }) => x >= margin.x && y >= margin.y && x <= margin.x + size.x && y <= margin.y + size.y,
      ),
    );
  };

  private paint(width: number, height: number): void {
    const pen = this.canvas.getContext("2d");
    if (!pen || !this.map) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    pen.scale(ratio, ratio);
    const css = getComputedStyle(this.map.getContainer());
    const colour = (name: string) => css.getPropertyValue(name).trim();
    const byState = new Map<WaterState, Thinned<T>[]>(BY_GRAVITY.map((state) => [state, []]));
    for (const symbol of this.shown) byState.get(symbol.item.state)?.push(symbol);
    for (const state of [...BY_GRAVITY].reverse()) {
      const symbols = byState.get(state) ?? [];
      drawSymbols(pen, state, symbols, { ink: colour(WATER_STYLE[state].ink), paper: colour("--panel") });
    }
    if (this.zoom < NAMES_FROM_ZOOM) return;
    drawNames(
      pen,
      this.shown.map(({ item, x, y }) => ({ label: item.label, x, y })),
      { ink: colour("--text"), paper: colour("--panel"), font: css.fontFamily },
    );
  }

  /** Follows the map while it zooms: the drawn picture is stretched until the next drawing. */
  private animate = (event: LeafletEvent): void => {
    const { map, corner } = this;
    if (!map || !corner || !isZoom(event)) return;
    const anchor = map.layerPointToLatLng(corner);
    const pane = map.containerPointToLayerPoint([0, 0]);
    const origin = map
      .project(event.center, event.zoom)
      .subtract(map.getSize().divideBy(2))
      .subtract(pane)
      .round();
    const place = map.project(anchor, event.zoom).subtract(origin);
    DomUtil.setTransform(this.canvas, place, map.getZoomScale(event.zoom, this.zoom));
  };
}

const isZoom = (event: LeafletEvent): event is ZoomAnimEvent => "center" in event && "zoom" in event;
