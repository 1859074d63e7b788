import { snapshotNow, store } from "@/lib/live/store";
import { listWaters } from "./list";
import { briefOf, latestWord } from "./section";
import { rowOf, type WaterRow } from "./table";

/** All sections from memory; with no database since the start, those of the last picture. Undefined when there is none either. */
export function readRows(): WaterRow[] | undefined {
  const { log } = store();
  if (log) return listWaters(log, { synthetic: log.clock.mode !== "live" }).waters.map(rowOf);
  return snapshotNow()?.waters.map((water) => {
    const brief = briefOf(water);
    return {
      ...brief,
      river: water.river,
      riverEn: water.river,
      basin: null,
      adcodes: water.adcodes,
      stationCode: water.stationCode,
      word: latestWord(brief),
    };
  });
}
