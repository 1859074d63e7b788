import { randomUUID } from "node:crypto";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { SOURCE } from "./database";

/** The form of a national flood response for one province, half an hour before the clock's now. */
export const act = (province: string, kind: string, level: string | null, more: object = {}) => ({
  requestId: randomUUID(),
  issuerId: "guojia-fangzong",
  hazard: "FLOOD",
  kind,
  level,
  provinces: [province],
  effectiveAt: "2024-07-04T19:30:00+08:00",
  source: SOURCE,
  ...more,
});

/** The national flood level in force in a province, null when none is. */
export const level = async (adcode: string) => {
  await refresh();
  return (
    snapshotNow()?.responses.find(
      (r) => r.issuer === "国家防总" && r.hazard === "FLOOD" && r.adcode === adcode,
    )?.level ?? null
  );
};
