import { isoTime } from "@/lib/format";
import { plainFlow, type Series } from "@/lib/readings/series";
import type { EventLog } from "@/lib/snapshot/log";
import { datumOf } from "./datums";
import type { Section } from "./list";

/** A field that a comma, a quote or a line break would cut; a leading = + - @ would be taken for a formula. */
const field = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : /^[=+\-@]/.test(text) ? `'${text}` : text;
const metres = (value: number) => (Number.isNaN(value) ? "" : value.toFixed(2));
const ROWS_AT_ONCE = 5000;

/** A series as CSV (RFC 4180) with the column names that POST /api/v1/readings takes; `source` says who told, and what is made up. */
export function csvOf(log: EventLog, section: Section, series: Series): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const station = field(section.stationCode ?? section.id);
  const sources = new Map([...log.waters.sources.values()].map((row) => [row.id, row]));
  const told = (id: number) => {
    const row = sources.get(id);
    return field(row?.source ? `${row.source.publisher} ${row.source.title}` : (row?.name ?? ""));
  };
  let next = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode("station,at,stage,flow,datum,source\r\n")),
    pull(controller) {
      let text = "";
      const end = Math.min(series.length, next + ROWS_AT_ONCE);
      for (; next < end; next++)
        text += `${station},${isoTime(series.at[next] ?? 0)},${metres(series.stage[next] ?? Number.NaN)},${plainFlow(series.flow[next] ?? Number.NaN) ?? ""},${field(datumOf(series.datum[next] ?? 0).name)},${told(series.source[next] ?? 0)}\r\n`;
      if (text) controller.enqueue(encoder.encode(text));
      if (next >= series.length) controller.close();
    },
  });
}
