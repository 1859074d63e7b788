// Named rivers, found as shortest paths between control points over the unnamed GSHHG river segments.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const KM_PER_DEGREE = 111.2;
const BRIDGE_KM = 3;
/** A control point farther than this from every segment is a mistake worth saying. */
const SNAP_KM = 15;

export function kilometres([lon1, lat1], [lon2, lat2]) {
  const dx = (lon1 - lon2) * Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180);
  return Math.hypot(dx, lat1 - lat2) * KM_PER_DEGREE;
}

/** Reads what `gmt coast … -M` wrote: segments parted by lines that begin with ">". */
export function readSegments(source, file = "rivers.txt") {
  const segments = [];
  for (const line of readFileSync(join(source, file), "utf8").split("\n")) {
    if (line.startsWith(">")) segments.push([]);
    else if (line.trim()) segments.at(-1).push(line.trim().split(/\s+/).map(Number));
  }
  return segments.filter((segment) => segment.length > 1);
}

/** The net of all river segments, of `more` segments of [lon, lat] points, and of crossings between the nodes nearest to two points. */
export function buildGraph(source, more = [], crossings = []) {
  const points = [];
  const index = new Map();
  const edges = [];
  const node = (point) => {
    const key = point.map((v) => v.toFixed(4)).join();
    if (!index.has(key)) {
      index.set(key, points.length);
      points.push(point);
      edges.push([]);
    }
    return index.get(key);
  };
  const link = (a, b, cost) => {
    edges[a].push([b, cost]);
    edges[b].push([a, cost]);
  };
  const ends = [];
  for (const segment of [...readSegments(source), ...more]) {
    const nodes = segment.map(node);
    for (let i = 1; i < nodes.length; i++)
      link(nodes[i - 1], nodes[i], kilometres(points[nodes[i - 1]], points[nodes[i]]));
    ends.push(nodes[0], nodes.at(-1));
  }
  // Segments of one river often stop a little short of each other; a bridge costs thrice its length.
  const cell = (p) => `${Math.floor(p[0] * 20)},${Math.floor(p[1] * 20)}`;
  const grid = new Map();
  for (const [i, p] of points.entries()) grid.set(cell(p), [...(grid.get(cell(p)) ?? []), i]);
  for (const end of new Set(ends)) {
    const [x, y] = [Math.floor(points[end][0] * 20), Math.floor(points[end][1] * 20)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of grid.get(`${x + dx},${y + dy}`) ?? []) {
          const gap = kilometres(points[end], points[other]);
          if (other !== end && gap < BRIDGE_KM) link(end, other, gap * 3 + 0.05);
        }
  }
  for (const [from, to] of crossings) {
    const [a, b] = [nearest(points, from), nearest(points, to)];
    link(a, b, kilometres(points[a], points[b]));
  }
  return { points, edges };
}

const nearest = (points, target) => {
  let best = 0;
  for (let i = 1; i < points.length; i++)
    if (kilometres(points[i], target) < kilometres(points[best], target)) best = i;
  return best;
};

function shortest({ points, edges }, from, to) {
  const cost = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(points.length).fill(-1);
  const heap = [[0, from]];
  cost[from] = 0;
  while (heap.length) {
    const [c, at] = heap.shift();
    if (at === to) break;
    if (c > cost[at]) continue;
    for (const [next, step] of edges[at]) {
      const total = c + step;
      if (total >= cost[next]) continue;
      cost[next] = total;
      before[next] = at;
      let low = 0;
      let high = heap.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (heap[middle][0] < total) low = middle + 1;
        else high = middle;
      }
      heap.splice(low, 0, [total, next]);
    }
  }
  if (cost[to] === Number.POSITIVE_INFINITY) return undefined;
  const path = [];
  for (let at = to; at !== -1; at = before[at]) path.push(points[at]);
  return path.reverse();
}

/** The line through the control points; says on standard error where the segments do not connect. */
export function trace(graph, name, controls) {
  for (const control of controls) {
    const gap = kilometres(graph.points[nearest(graph.points, control)], control);
    if (gap > SNAP_KM) console.error(`${name}: ${control} lies ${gap.toFixed(1)} km from any segment`);
  }
  const line = [];
  for (let i = 1; i < controls.length; i++) {
    const [a, b] = [nearest(graph.points, controls[i - 1]), nearest(graph.points, controls[i])];
    const path = shortest(graph, a, b);
    if (!path) {
      console.error(`${name}: no way from ${controls[i - 1]} to ${controls[i]}; drawn straight`);
      line.push(graph.points[a], graph.points[b]);
    } else line.push(...path);
  }
  return withoutSpurs(line);
}

/** Where the way goes to a control point and back by the same points, the detour is left out. */
function withoutSpurs(line) {
  const kept = [];
  for (const point of line) {
    if (point === kept.at(-1)) continue;
    if (point === kept.at(-2)) kept.pop();
    else kept.push(point);
  }
  return kept;
}
