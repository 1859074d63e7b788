import { readFileSync } from "node:fs";
import type pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/roles";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow, store } from "@/lib/live/store";
import { receivePhoto, storePhoto } from "@/lib/photos/commands";
import { readPhoto } from "@/lib/photos/read";
import { reportPositions } from "@/lib/positions/commands";
import { readQuarantinedPositions } from "@/lib/positions/read";
import { buildSnapshot } from "@/lib/snapshot/build";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const officer = viewerWith("duty_officer", { provinces: ["430000"] });
const token: Viewer = {
  user: { id: "token:1", name: "gps", username: "token:gps", role: "viewer", mustChangePassword: false },
  scopes: ["positions:write"],
  national: false,
  provinces: ["430000"],
};
let team = 0;
let other = 0;
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
  const send = async (province: string, place: string) => {
    const sent = await deploy(viewerWith("chief"), {
      kindId: "fire_vanguard",
      count: 1,
      from: "国家消防救援局",
      place,
      province,
      mission: "前突",
      state: "SENT",
      at: "2024-07-04T08:00:00+08:00",
      source: SOURCE,
    });
    if (!sent.ok) throw new Error(sent.refusal);
    return sent.value.deploymentId;
  };
  team = await send("430000", "岳阳市");
  other = await send("420000", "武汉市");
});
afterAll(async () => pool.end());

const row = (time: string, lat: unknown, lon: unknown, deployment: unknown = team) => ({
  deployment,
  at: `2024-07-04T${time}:00+08:00`,
  lat,
  lon,
});
const shown = () => snapshotNow()?.deployments.find((one) => one.id === String(team))?.position;

describe("positions", () => {
  it("are judged row by row; the last good one is shown", async () => {
    const done = await reportPositions(token, {
      rows: [
        row("09:00", 28.2, 112.98),
        row("10:00", "28.7", "113.0"),
        row("10:00", "28.7", "113.0"),
        row("10:00", 28.8, 113.0),
        row("10:01", 39.9, 116.4),
        row("11:00", 28.0, 126.5),
        row("11:00", 0, 0),
        row("11:00", "north", 113),
        row("11:00", 28.9, 113, 987_654),
        row("11:00", 30.6, 114.3, other),
        row("23:00", 28.9, 113),
        { ...row("11:00", 28.9, 113), at: "2024-07-04 11:00" },
        { ...row("11:00", 28.9, 113), at: "noon" },
        { unread: "7,noon" },
      ],
    });
    expect(done).toMatchObject({ ok: true, value: { accepted: 2, duplicates: 1, rejectedCount: 11 } });
    expect(done.ok && done.value.rejected).toEqual([
      { row: 4, reason: "duplicate_other_value" },
      { row: 5, reason: "implausible_jump" },
      { row: 6, reason: "at_sea" },
      { row: 7, reason: "out_of_range" },
      { row: 8, reason: "malformed_row" },
      { row: 9, reason: "unknown_deployment" },
      { row: 10, reason: "forbidden_deployment" },
      { row: 11, reason: "time_in_future" },
      { row: 12, reason: "time_without_zone" },
      { row: 13, reason: "bad_time" },
      { row: 14, reason: "malformed_row" },
    ]);
    const kept = await pool.query(`select "row" from "PositionQuarantine" where reason = 'malformed_row'`);
    expect(kept.rows.map(({ row: { text } }) => text)).toContain("7,noon");
    await refresh();
    expect(shown()).toEqual({ lat: 28.7, lon: 113, at: "2024-07-04T10:00:00+08:00" });
    const { log } = store();
    const then = log && buildSnapshot(log, { at: Date.parse("2024-07-04T09:30:00+08:00") });
    expect(then?.deployments.find((one) => one.id === String(team))?.position?.lat).toBe(28.2);
    expect(Number((await pool.query(`select count(*) from "PositionQuarantine"`)).rows[0].count)).toBe(11);
  });
  it("sent again change nothing, and a late one does not move what is shown", async () => {
    const rows = [row("09:00", 28.2, 112.98), row("10:01", 39.9, 116.4), row("09:30", 28.4, 113)];
    for (const accepted of [1, 0])
      expect(await reportPositions(token, { rows })).toMatchObject({
        value: { accepted, duplicates: 2 - accepted, rejectedCount: 1 },
      });
    expect(Number((await pool.query(`select count(*) from "DeploymentPosition"`)).rows[0].count)).toBe(3);
    expect(Number((await pool.query(`select count(*) from "PositionQuarantine"`)).rows[0].count)).toBe(11);
    await refresh();
    expect(shown()?.at).toBe("2024-07-04T10:00:00+08:00");
    // Reading everything anew gives the same picture.
    await refresh(true);
    expect(shown()?.at).toBe("2024-07-04T10:00:00+08:00");
  });
  it("that were not believed can be looked through by those they concern", async () => {
    const jump = { deployment: String(team), reason: "implausible_jump", userName: "token:gps" };
    const seen = await readQuarantinedPositions(officer);
    expect(seen).toContainEqual(expect.objectContaining(jump));
    expect(seen.find((row) => row.reason === "implausible_jump")?.text).toContain("39.9");
    expect(seen.every((row) => row.deployment === String(team))).toBe(true);
    expect(await readQuarantinedPositions(viewerWith("chief"))).toHaveLength(11);
    expect(await readQuarantinedPositions(viewerWith("viewer"))).toEqual([]);
  });
  it("end with the withdrawal, and need the right", async () => {
    await reportStatus(officer, {
      deploymentId: team,
      province: "430000",
      state: "WITHDRAWN",
      at: "2024-07-04T12:00:00+08:00",
      source: SOURCE,
    });
    expect(await reportPositions(token, { rows: [row("13:00", 28.8, 113)] })).toMatchObject({
      value: { accepted: 0, rejected: [{ row: 1, reason: "withdrawn_deployment" }] },
    });
    expect(await reportPositions({ ...token, scopes: ["readings:write"] }, { rows: [] })).toMatchObject({
      refusal: "forbidden",
    });
    expect(await reportPositions(token, { rows: [] })).toMatchObject({ refusal: "bad_input" });
  });
});

describe("photos", () => {
  it("are stored once as encoded here, for those who signed in only", async () => {
    const file = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#884422" } })
      .withExif({ IFD0: { Make: "SecretCamera" } })
      .jpeg()
      .toBuffer();
    const first = await receivePhoto(officer, file);
    if (!first.ok) throw new Error(first.refusal);
    expect(first.value).toMatchObject({ width: 64, height: 48, position: null });
    const again = await receivePhoto(officer, file);
    expect(again.ok && again.value.photoId).toBe(first.value.photoId);
    const photo = await readPhoto(officer, first.value.photoId);
    expect(Buffer.from(photo?.bytes ?? []).includes("SecretCamera")).toBe(false);
    expect(
      await readPhoto({ user: null, national: false, provinces: [] }, first.value.photoId),
    ).toBeUndefined();
    expect(await readPhoto(officer, "../etc/passwd")).toBeUndefined();
    const [audit] = (
      await pool.query(`select * from "AuditEntry" where command = 'photo.store' order by id limit 1`)
    ).rows;
    expect(audit).toMatchObject({ outcome: "DONE", userName: "duty_officer" });
    expect(JSON.stringify(audit.input).length).toBeLessThan(200);
  });
  it("are nothing that another way could bring in", async () => {
    expect(await receivePhoto(officer, readFileSync("package.json"))).toMatchObject({
      refusal: "photo_not_image",
    });
    expect(await storePhoto(officer, { prepared: "7a0a6f0e-5a0e-4f58-8d64-2f1d0a7f3b11" })).toMatchObject({
      refusal: "not_found",
    });
    expect(await receivePhoto(viewerWith("viewer"), Buffer.from("x"))).toMatchObject({
      refusal: "photo_not_image",
    });
  });
});
