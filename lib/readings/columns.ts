/** The columns of a delivery, by our names. */
export const COLUMNS = ["station", "at", "stage", "flow", "datum"] as const;
export type Column = (typeof COLUMNS)[number];

/** Names seen in files, as in SL 323 (实时雨水情数据库表结构与标识符: STCD, TM, Z, Q) and in exports of provincial sites. */
const NAMES: Record<Column, readonly string[]> = {
  station: [
    "station",
    "stationcode",
    "code",
    "stcd",
    "测站编码",
    "测站代码",
    "测站编号",
    "站码",
    "站点编码",
    "站号",
    "站编码",
  ],
  at: [
    "at",
    "time",
    "tm",
    "datetime",
    "timestamp",
    "时间",
    "观测时间",
    "监测时间",
    "数据时间",
    "日期时间",
    "时刻",
  ],
  stage: ["stage", "z", "level", "waterlevel", "水位", "实时水位", "当前水位", "库水位", "河道水位"],
  flow: ["flow", "q", "discharge", "流量", "实时流量", "当前流量", "入库流量"],
  datum: ["datum", "基面", "高程基准", "基准面", "水位基面", "基准"],
};

const plain = (header: string) =>
  header
    .normalize("NFKC")
    .replace(/^\uFEFF/, "")
    .replace(/[([].*$/, "")
    .replace(/[\s_-]/g, "")
    .toLowerCase();

const byName = new Map(
  COLUMNS.flatMap((column) => NAMES[column].map((name) => [plain(name), column] as const)),
);

export type Mapping = { ok: true; at: Record<Column, number>; width: number } | { ok: false; detail: string };

/** Where each of our columns stands in a header; others are passed over. Station, time and one of stage and flow must be there. */
export function mapColumns(header: readonly string[]): Mapping {
  const at: Record<Column, number> = { station: -1, at: -1, stage: -1, flow: -1, datum: -1 };
  for (const [index, name] of header.entries()) {
    const column = byName.get(plain(name));
    if (!column) continue;
    if (at[column] >= 0)
      return { ok: false, detail: `two columns say ${column}: ${header[at[column]]}, ${name}` };
    at[column] = index;
  }
  const missing = (["station", "at"] as const).filter((column) => at[column] < 0);
  if (at.stage < 0 && at.flow < 0)
    return { ok: false, detail: `no column for stage or flow among: ${header.join(", ").slice(0, 300)}` };
  if (missing.length)
    return {
      ok: false,
      detail: `no column for ${missing.join(", ")} among: ${header.join(", ").slice(0, 300)}`,
    };
  return { ok: true, at, width: header.length };
}
