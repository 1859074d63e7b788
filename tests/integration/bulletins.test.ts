import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideProposals, publishBulletin, receiveBulletin } from "@/lib/bulletins/commands";
import { readBulletin } from "@/lib/bulletins/read";
import { refresh } from "@/lib/live/listen";
import { snapshotNow, store } from "@/lib/live/store";
import { freshDatabase, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer");
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const receive = async (text: string, published = "2024-07-04") => {
  const result = await receiveBulletin(officer, {
    requestId: randomUUID(),
    text,
    published,
    publisher: "测试社",
  });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};
const proposals = async (id: string) => (await readBulletin(officer, id))?.proposals ?? [];
const accept = (bulletinId: string, list: { id: string }[]) =>
  decideProposals(officer, {
    bulletinId,
    decisions: list.map(({ id }) => ({ proposalId: id, choice: "ACCEPTED" })),
  });
const publish = (bulletinId: string, viewer = chief) =>
  publishBulletin(viewer, { requestId: randomUUID(), bulletinId });
const events = async () => Number((await pool.query(`select count(*) from "ResponseAction"`)).rows[0].count);

describe("a bulletin", () => {
  it("goes in as text and comes out as events with their words", async () => {
    const text = "国家防总4日19时将针对湖南的防汛三级应急响应提升至二级，派出2个工作组赴湖南岳阳。太湖超警。";
    const { bulletinId } = await receive(text);
    const list = await proposals(bulletinId);
    expect(list.map((one) => [one.kind, one.problem])).toEqual([
      ["RESPONSE", null],
      ["DEPLOYMENT", "no_mission"],
      ["WATER", null],
    ]);
    expect(list[0]).toMatchObject({
      changes: [{ province: "430000", inForce: "III", problem: null }],
      choice: "PENDING",
      draft: { action: "RAISE", level: "II", provinces: ["430000"] },
    });
    await accept(
      bulletinId,
      list.filter((one) => one.kind !== "DEPLOYMENT"),
    );
    expect(await publish(bulletinId)).toMatchObject({ ok: true, value: { facts: 2 } });
    await refresh();
    const hunan = snapshotNow()?.responses.find((r) => r.issuer === "国家防总" && r.adcode === "430000");
    expect(hunan).toMatchObject({
      level: "II",
      action: "raise",
      since: "2024-07-04T19:00:00+08:00",
      source: { publisher: "测试社", bulletin: { id: bulletinId, span: list[0]?.span, fact: 1 } },
    });
    const published = store().log?.bulletins.get(bulletinId);
    expect(published?.facts.map(({ kind, event }) => [kind, event.source.bulletin?.fact])).toEqual([
      ["RESPONSE", 1],
      ["WATER", 2],
    ]);
    await refresh(true);
    expect(store().log?.bulletins.get(bulletinId)).toEqual(published);
    const { rows } = await pool.query(
      `select "spanStart", "spanEnd" from "Source" where "bulletinId" = $1 order by "spanStart"`,
      [bulletinId],
    );
    expect(rows.map((row) => text.slice(row.spanStart, row.spanEnd))[0]).toContain("提升至二级");
    expect(rows).toHaveLength(2);
  });

  it("is recognised when it comes again, and kept byte for byte", async () => {
    const text = "　国家防总针对四川启动防汛四级应急响应。\r\n";
    const first = await receive(text);
    expect(await receive(text)).toMatchObject({ bulletinId: first.bulletinId, known: true });
    const { rows } = await pool.query(`select original from "Bulletin" where id = $1`, [first.bulletinId]);
    expect(rows[0].original.toString("utf8")).toBe(text);
  });

  it("is published once, by a chief, and changes no more", async () => {
    const { bulletinId } = await receive("国家防总针对云南启动防汛四级应急响应。");
    expect(await publish(bulletinId)).toMatchObject({ refusal: "nothing_accepted" });
    const list = await proposals(bulletinId);
    await accept(bulletinId, list);
    expect(await publish(bulletinId, officer)).toMatchObject({ refusal: "forbidden" });
    expect(await publish(bulletinId)).toMatchObject({ ok: true });
    expect(await publish(bulletinId)).toMatchObject({ refusal: "bulletin_published" });
    expect(await accept(bulletinId, list)).toMatchObject({ refusal: "bulletin_published" });
  });

  it("publishes all that was accepted, or nothing", async () => {
    const { bulletinId } = await receive(
      "国家防总针对青海启动防汛四级应急响应，维持针对西藏的防汛四级应急响应。",
    );
    const list = await proposals(bulletinId);
    expect(list.map((one) => one.problem)).toEqual([null, "maintained_without_activation"]);
    await accept(bulletinId, list);
    const before = await events();
    expect(await publish(bulletinId)).toMatchObject({
      ok: false,
      refusal: "maintained_without_activation",
      values: { number: 2 },
    });
    expect(await events()).toBe(before);
  });

  it("records an activation at the level in force as a confirmation", async () => {
    const { bulletinId } = await receive("国家防总4日针对安徽启动防汛三级应急响应。");
    const [one] = await proposals(bulletinId);
    expect(one).toMatchObject({ problem: null, changes: [{ confirmed: true, action: "MAINTAIN" }] });
  });

  it("keeps every decision, and the last one counts", async () => {
    const { bulletinId } = await receive("国家防总针对宁夏启动防汛四级应急响应。");
    const [one] = await proposals(bulletinId);
    if (!one?.draft) throw new Error("no proposal");
    const decide = (choice: string, edited: object | null = null, viewer = officer) =>
      decideProposals(viewer, { bulletinId, decisions: [{ proposalId: one.id, choice, edited }] });
    await decide("REJECTED");
    await decide("ACCEPTED", { ...one.draft, level: "III" }, chief);
    expect((await proposals(bulletinId))[0]).toMatchObject({
      choice: "ACCEPTED",
      edited: true,
      draft: { level: "III" },
    });
    const { rows } = await pool.query(`select count(*) from "ProposalDecision" where "proposalId" = $1`, [
      one.id,
    ]);
    expect(rows[0].count).toBe("2");
    expect(
      await decide("ACCEPTED", {
        kind: "WATER",
        sectionId: null,
        status: null,
        trend: null,
        stage: null,
        at: "2024-07-04",
      }),
    ).toMatchObject({ refusal: "not_found" });
  });

  it("lets an officer publish only for the provinces given", async () => {
    const { bulletinId } = await receive("国家防总针对甘肃启动防汛四级应急响应。");
    await accept(bulletinId, await proposals(bulletinId));
    expect(await publish(bulletinId, viewerWith("chief", { provinces: ["430000"] }))).toMatchObject({
      refusal: "forbidden_province",
    });
  });

  it("takes odd input without harm", async () => {
    expect(await receiveBulletin(officer, { text: "   " })).toMatchObject({
      refusal: "bad_input",
      fields: { text: "field_required" },
    });
    expect(await receiveBulletin(officer, { text: "汛".repeat(1_800_000) })).toMatchObject({
      refusal: "file_too_large",
    });
    expect(
      await receive("\u0000<script>alert(1)</script>国家防总\u0000针对贵州启动防汛四级应急响应。"),
    ).toMatchObject({ proposals: 1 });
  });
});
