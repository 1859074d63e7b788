import type { WaterListRecord } from "./list";
import { WATER_STATES, type WaterState } from "./schema";
import { gaugeWord, latestWord, reportWord, type SectionBrief, type Word } from "./section";
import { gravity } from "./states";

/** A line of the table of all sections. `word` is the younger of gauge and bulletin, the line's numbers are its. */
export interface WaterRow extends SectionBrief {
  river: string | null;
  riverEn: string | null;
  basin: string | null;
  adcodes: readonly string[];
  stationCode: string | null;
  word: Word | null;
}

export const SORTS = ["state", "name", "stage", "exceedance", "trend", "age"] as const;
export type Sort = (typeof SORTS)[number];

/** What the address says of the table; null or empty: no limit. */
export interface TableView {
  river: string | null;
  basin: string | null;
  province: string | null;
  state: WaterState | null;
  made: "real" | "synthetic" | null;
  sort: Sort;
  descending: boolean;
  page: number;
}

export const PAGE_ROWS = 200;
/** The way each column is read first: gravest, highest, most over, youngest. */
const FIRST_DESCENDING: Record<Sort, boolean> = {
  state: false,
  name: false,
  stage: true,
  exceedance: true,
  trend: true,
  age: false,
};

const among = <T extends string>(list: readonly T[], text: string | null | undefined): T | null =>
  list.find((one) => one === text) ?? null;

/** Reads the view from the address; what cannot be read is left at its default, never an error. */
export function parseTableView(get: (key: string) => string | null | undefined): TableView {
  const sort = among(SORTS, get("sort")) ?? "state";
  const word = (key: string) => (get(key) ?? "").slice(0, 40) || null;
  const province = get("province") ?? "";
  return {
    river: word("river"),
    basin: word("basin"),
    province: /^[1-8]\d0000$/.test(province) ? province : null,
    state: among(WATER_STATES, get("state")),
    made: among(["real", "synthetic"], get("made")),
    sort,
    descending: among(["asc", "desc"], get("order")) ? get("order") === "desc" : FIRST_DESCENDING[sort],
    page: Math.min(1000, Math.max(1, Number.parseInt(get("page") ?? "1", 10) || 1)),
  };
}

/** The address parameters of a view; defaults are left out. */
export function tableParams(view: TableView): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ["river", "basin", "province", "state", "made"] as const) {
    const value = view[key];
    if (value !== null) params.set(key, value);
  }
  if (view.sort !== "state") params.set("sort", view.sort);
  if (view.descending !== FIRST_DESCENDING[view.sort]) params.set("order", view.descending ? "desc" : "asc");
  if (view.page > 1) params.set("page", String(view.page));
  return params;
}

/** The view after a click on a column's head: another column its first way, the same one turned round. */
export const sortedBy = (view: TableView, sort: Sort): TableView => ({
  ...view,
  sort,
  descending: view.sort === sort ? !view.descending : FIRST_DESCENDING[sort],
  page: 1,
});

/** A section as a row of the table of waters. */
export function rowOf(record: WaterListRecord): WaterRow {
  const brief: SectionBrief = {
    id: record.id,
    name: record.name,
    nameEn: record.nameEn,
    kind: record.kind,
    lat: record.lat,
    lon: record.lon,
    geometry: record.geometry,
    state: record.state,
    gauge: record.reading && gaugeWord(record.reading),
    report: record.report && reportWord(record.report),
    conflict: record.conflict !== null,
    synthetic: record.synthetic,
  };
  return {
    ...brief,
    river: record.river,
    riverEn: record.riverEn,
    basin: record.basin,
    adcodes: record.adcodes,
    stationCode: record.stationCode,
    word: latestWord(brief),
  };
}

const lets = (row: WaterRow, view: TableView) =>
  (view.river === null || row.river === view.river) &&
  (view.basin === null || row.basin === view.basin) &&
  (view.province === null || row.adcodes.includes(view.province)) &&
  (view.state === null || row.state === view.state) &&
  (view.made === null || row.synthetic === (view.made === "synthetic"));

/** From falling to rising: what rises is looked at first. */
const TRENDS: readonly (Word["trend"] & string)[] = ["falling", "steady", "slowing", "rising"];

const KEY: Record<Sort, (row: WaterRow) => number | string | null> = {
  state: (row) => gravity(row.state),
  name: (row) => row.id,
  stage: (row) => row.word?.stage ?? null,
  exceedance: (row) => row.word?.exceedance ?? null,
  trend: (row) => (row.word?.trend ? TRENDS.indexOf(row.word.trend) : null),
  age: (row) => (row.word ? -Date.parse(row.word.at) : null),
};

/** The rows a view lets through, in its order; what has no value comes last whichever way the order runs. */
export function tableRows(rows: readonly WaterRow[], view: TableView): WaterRow[] {
  const key = KEY[view.sort];
  const way = view.descending ? -1 : 1;
  return rows
    .filter((row) => lets(row, view))
    .map((row) => ({ row, value: key(row), over: row.word?.exceedance ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || (a.row.id < b.row.id ? -1 : 1);
      const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
      return order * way || b.over - a.over || (a.row.id < b.row.id ? -1 : 1);
    })
    .map(({ row }) => row);
}

/** The choices the filters offer, each list sorted, of what there is. */
export function choicesOf(rows: readonly WaterRow[]) {
  const all = <T extends string>(pick: (row: WaterRow) => readonly (T | null)[]) =>
    [...new Set(rows.flatMap(pick))].filter((one): one is T => one !== null).sort();
  return {
    rivers: all((row) => [row.river]),
    basins: all((row) => [row.basin]),
    provinces: all((row) => row.adcodes),
    states: all((row) => [row.state]).sort((a, b) => gravity(a) - gravity(b)),
    synthetic: rows.some((row) => row.synthetic) && rows.some((row) => !row.synthetic),
  };
}
