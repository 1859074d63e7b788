import type pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getContact } from "@/app/api/v1/deployments/[id]/contact/route";
import { GET as getPhoto } from "@/app/api/v1/photos/[id]/route";
import { POST as postPhoto } from "@/app/api/v1/photos/route";
import { POST as postPositions } from "@/app/api/v1/positions/route";
import { deploy } from "@/lib/deployments/commands";
import { readContact } from "@/lib/deployments/read";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { issueToken } from "@/lib/tokens/commands";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
let secret = "";
const tokenFor = async (scopes: string[]) => {
  const done = await issueToken(viewerWith("administrator"), {
    name: "t",
    scopes,
    national: true,
    provinces: [],
  });
  if (!done.ok) throw new Error(done.refusal);
  return done.value.secret;
};
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
  secret = await tokenFor(["event:write", "positions:write"]);
});
afterAll(async () => pool.end());

const request = (path: string, body: BodyInit, headers: Record<string, string> = {}, as = secret) =>
  new Request(`http://localhost/api/v1/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${as}`, ...headers },
    body,
    // Node asks for this when a body is a stream.
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });

/** A body of so many megabytes that tells how many were asked for. */
function endless(megabytes: number) {
  const told = { megabytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (told.megabytes >= megabytes) return controller.close();
      told.megabytes++;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(0xff));
    },
  });
  return { stream, told };
}

describe("POST /api/v1/photos", () => {
  it("takes the bytes or a form, and shows the picture to those who have signed in", async () => {
    const file = await sharp({ create: { width: 50, height: 40, channels: 3, background: "#123456" } })
      .jpeg()
      .toBuffer();
    const form = new FormData();
    form.set("photo", new Blob([new Uint8Array(file)]), "x.jpg");
    const answers = [
      await postPhoto(request("photos", new Uint8Array(file), { "content-type": "image/jpeg" })),
      await postPhoto(request("photos", form)),
    ];
    const values = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(values[0].id).toBe(values[1].id);
    const see = (headers: HeadersInit) =>
      getPhoto(new Request("http://localhost/x", { headers }), {
        params: Promise.resolve({ id: values[0].id }),
      });
    const shown = await see({ authorization: `Bearer ${secret}` });
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(shown.headers.get("content-security-policy")).toContain("sandbox");
    expect((await see({})).status).toBe(401);
  });
  it("refuses 50 MB as soon as it can tell, what is no image, and who may not", async () => {
    const announced = endless(50);
    const early = await postPhoto(
      request("photos", announced.stream, { "content-length": String(50 * 1024 * 1024) }),
    );
    expect([early.status, announced.told.megabytes < 3]).toEqual([413, true]);
    const silent = endless(50);
    const late = await postPhoto(request("photos", silent.stream));
    expect([late.status, silent.told.megabytes < 14]).toEqual([413, true]);
    expect((await postPhoto(request("photos", "<svg onload='alert(1)'/>"))).status).toBe(415);
    const empty = new FormData();
    empty.set("other", "x");
    expect((await postPhoto(request("photos", empty))).status).toBe(415);
    expect((await postPhoto(request("photos", "x", {}, "xuntu_unknown"))).status).toBe(401);
    expect((await postPhoto(request("photos", "x", {}, await tokenFor(["readings:write"])))).status).toBe(
      403,
    );
    const foreign = new Request("http://localhost/api/v1/photos", {
      method: "POST",
      headers: { origin: "https://elsewhere.example", host: "localhost" },
      body: "x",
    });
    expect((await postPhoto(foreign)).status).toBe(403);
  });
});

describe("POST /api/v1/positions", () => {
  const id = () => snapshotNow()?.deployments.find((one) => one.kind === "monitoring_team")?.id;
  it("takes GeoJSON and CSV and answers row by row", async () => {
    const point = {
      type: "Feature",
      geometry: { type: "Point", coordinates: [113.45, 29.83] },
      properties: { deployment: id(), at: "2024-07-04T18:00:00+08:00" },
    };
    const geo = { "content-type": "application/geo+json" };
    const first = await postPositions(request("positions", JSON.stringify(point), geo));
    expect([first.status, await first.json()]).toMatchObject([
      200,
      { accepted: 1, duplicates: 0, rejected: [] },
    ]);
    const csv = `力量编号,时间,纬度,经度\n${id()},2024-07-04T18:00:00+08:00,29.83,113.45\n${id()},2024-07-04T18:01:00+08:00,39.9,116.4\n`;
    const second = await postPositions(
      request("positions", csv, { "content-type": "text/csv; charset=utf-8" }),
    );
    expect(await second.json()).toMatchObject({
      accepted: 0,
      duplicates: 1,
      rejected: [{ row: 2, reason: "implausible_jump" }],
    });
    await refresh();
    expect(snapshotNow()?.deployments.find((one) => one.id === id())?.position).toMatchObject({ lat: 29.83 });
  });
  it("refuses what it cannot read, too much of it, and who may not", async () => {
    const csv = { "content-type": "text/csv" };
    const status = async (body: BodyInit, headers: Record<string, string>, as?: string) =>
      (await postPositions(request("positions", body, headers, as))).status;
    expect(await status("<xml/>", { "content-type": "text/xml" })).toBe(415);
    expect(await status("{", { "content-type": "application/json" })).toBe(400);
    expect(await status("[]", { "content-type": "application/json" })).toBe(400);
    expect(await status("a,b\n1,2", csv)).toBe(422);
    expect(await status(endless(6).stream, csv)).toBe(413);
    expect(await status("", csv, "xuntu_unknown")).toBe(401);
    expect(await status("", csv, await tokenFor(["readings:write"]))).toBe(403);
    const many = `deployment,at,lat,lon\n${"1,x,1,1\n".repeat(10_001)}`;
    expect(await status(many, csv)).toBe(422);
  });
});

describe("the contact of a deployment", () => {
  it("is for officers of its provinces only", async () => {
    const sent = await deploy(viewerWith("chief"), {
      kindId: "expert_group",
      count: 1,
      from: "水利部",
      place: "岳阳市",
      province: "430000",
      mission: "指导",
      contact: "王工 0730-0000000",
      state: "SENT",
      at: "2024-07-04T08:00:00+08:00",
      source: SOURCE,
    });
    if (!sent.ok) throw new Error(sent.refusal);
    const { deploymentId } = sent.value;
    const officerOf = (province: string) => viewerWith("duty_officer", { provinces: [province] });
    expect(await readContact(officerOf("430000"), deploymentId)).toBe("王工 0730-0000000");
    expect(await readContact(officerOf("420000"), deploymentId)).toBeNull();
    expect(await readContact(viewerWith("viewer"), deploymentId)).toBeNull();
    const ask = (number: string, headers: HeadersInit) =>
      getContact(new Request("http://localhost/x", { headers }), { params: Promise.resolve({ id: number }) });
    const bearer = { authorization: `Bearer ${secret}` };
    expect(await (await ask(String(deploymentId), bearer)).json()).toEqual({ contact: "王工 0730-0000000" });
    expect((await ask(String(deploymentId), {})).status).toBe(401);
    expect((await ask("x", bearer)).status).toBe(404);
  });
});
