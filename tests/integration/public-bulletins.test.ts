import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getOne } from "@/app/api/v1/bulletins/[id]/route";
import { GET as getList } from "@/app/api/v1/bulletins/route";
import { decideProposals, publishBulletin, receiveBulletin } from "@/lib/bulletins/commands";
import { type PublicBulletin, readPublicBulletin, readPublicBulletins } from "@/lib/bulletins/public";
import { readBulletin } from "@/lib/bulletins/read";
import { db } from "@/lib/db";
import { refresh } from "@/lib/live/listen";
import { store } from "@/lib/live/store";
import { correctResponse } from "@/lib/responses/commands";
import { setTextRight } from "@/lib/settings/commands";
import { freshDatabase, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const NOTHING = { from: null, to: null, publisher: null, province: null, after: null };
/** Stands far from any fact: nobody may see it. */
const HIDDEN = "此段与汛情无关而且不得示人的文字";

async function receive(text: string, more: { publisher?: string; published?: string; title?: string } = {}) {
  const result = await receiveBulletin(chief, {
    requestId: randomUUID(),
    text: `${HIDDEN}。\n\n${text}\n\n${HIDDEN}。${randomUUID()}`,
    published: "2024-07-04",
    publisher: "测试社",
    title: "一份通报",
    ...more,
  });
  if (!result.ok) throw new Error(result.refusal);
  return result.value.bulletinId;
}

async function publish(
  text: string,
  more: Parameters<typeof receive>[1] = {},
  corrects?: { id: number; reason: string },
) {
  const bulletinId = await receive(text, more);
  const proposals = (await readBulletin(chief, bulletinId))?.proposals ?? [];
  const decisions = proposals
    .filter((one) => one.draft && (corrects || !one.problem))
    .map(({ id }) => ({ proposalId: id, choice: "ACCEPTED", corrects }));
  await decideProposals(chief, { bulletinId, decisions });
  const done = await publishBulletin(chief, { requestId: randomUUID(), bulletinId });
  if (!done.ok) throw new Error(done.refusal);
  await refresh();
  return bulletinId;
}

const list = (query = "", headers: Record<string, string> = {}) =>
  getList(new Request(`http://x/api/v1/bulletins${query}`, { headers }));
const one = (id: string, headers: Record<string, string> = {}) =>
  getOne(new Request(`http://x/api/v1/bulletins/${id}`, { headers }), { params: Promise.resolve({ id }) });
const read = async (id: string): Promise<PublicBulletin> => (await one(id)).json();

describe("what the public sees", () => {
  it("is never a bulletin that is not published", async () => {
    const id = await receive("国家防总4日针对湖南的防汛三级应急响应提升至二级。");
    await refresh();
    expect(await readPublicBulletin(id)).toBeUndefined();
    expect((await one(id)).status).toBe(404);
    expect(await (await list()).text()).not.toContain(id);
    expect((await one(randomUUID())).status).toBe(404);
  });

  it("is the facts with their words, and nothing else of the text", async () => {
    const id = await publish("国家防总4日19时将针对湖南的防汛三级应急响应提升至二级。太湖超警。");
    const text = await (await one(id)).text();
    expect(text).not.toContain(HIDDEN);
    expect(JSON.parse(text)).toMatchObject({
      publisher: "测试社",
      published: "2024-07-04",
      text: null,
      facts: { RESPONSE: 1, WATER: 1 },
      adcodes: expect.arrayContaining(["430000", "320000"]),
      items: [
        {
          fact: 1,
          kind: "RESPONSE",
          adcode: "430000",
          action: "raise",
          level: "II",
          at: "2024-07-04T19:00:00+08:00",
          standing: "standing",
          excerpt: { words: expect.stringContaining("提升至二级"), openEnd: true },
        },
        { fact: 2, kind: "WATER", name: "太湖", status: "above_warning" },
      ],
    });
    expect(text).not.toContain("chief");
    expect(await (await list()).text()).not.toContain(HIDDEN);
  });

  it("is the whole text only of publishers the setting names", async () => {
    const [named, other] = [
      await publish("国家防总针对四川启动防汛四级应急响应。", { publisher: "可公开社" }),
      await publish("国家防总针对贵州启动防汛四级应急响应。"),
    ];
    expect(await setTextRight(chief, { all: false, publishers: ["可公开社"] })).toMatchObject({
      refusal: "forbidden",
    });
    const administrator = viewerWith("administrator");
    expect(await setTextRight(administrator, { all: false, publishers: ["可公开社"] })).toMatchObject({
      ok: true,
    });
    await refresh();
    expect((await read(named)).text).toContain(HIDDEN);
    expect((await read(other)).text).toBeNull();
    await setTextRight(administrator, { all: false, publishers: [] });
    await refresh();
    expect((await read(named)).text).toBeNull();
  });
});

describe("the list", () => {
  it("filters by time, publisher and province, and goes on from a page to the next", async () => {
    const days = ["2024-07-05", "2024-07-06", "2024-07-07"];
    const ids: string[] = [];
    for (const published of days)
      ids.unshift(
        await publish(`水利部针对${["北京", "天津", "上海"][ids.length]}启动洪水防御Ⅳ级应急响应。`, {
          publisher: "分页社",
          published,
        }),
      );
    const page = async (query: string) => (await list(query)).json();
    expect((await page("?publisher=分页社")).bulletins.map((row: { id: string }) => row.id)).toEqual(ids);
    expect((await page("?publisher=分页社&province=110000")).bulletins).toHaveLength(1);
    expect((await page("?from=2024-07-06&to=2024-07-06")).bulletins).toMatchObject([{ id: ids[1] }]);
    const first = await page("?publisher=分页社&limit=2");
    expect(first).toMatchObject({ total: 3, next: ids[1] });
    expect(await page(`?publisher=分页社&limit=2&after=${first.next}`)).toMatchObject({
      bulletins: [{ id: ids[2] }],
      next: null,
    });
  });

  it("names what it does not understand", async () => {
    for (const query of ["?from=yesterday", "?province=湖南", "?after=1", "?limit=0", "?limit=1e9"])
      expect((await list(query)).status, query).toBe(422);
  });

  it("is told to be the same by its tag, until it is another", async () => {
    const etag = (await list()).headers.get("etag") ?? "";
    expect((await list("", { "if-none-match": etag })).status).toBe(304);
    await publish("国家防总针对甘肃启动防汛四级应急响应。");
    expect((await list("", { "if-none-match": etag })).status).toBe(200);
  });
});

describe("a fact", () => {
  it("that was corrected or withdrawn is shown as such, with the reason", async () => {
    const id = await publish(
      "国家防总4日针对海南启动防汛四级应急响应。国家防总4日针对新疆启动防汛四级应急响应。",
    );
    const actions = store().log?.bulletins.get(id)?.facts ?? [];
    const correct = async (index: number, province: string, replacement: object | null) => {
      const done = await correctResponse(chief, {
        requestId: randomUUID(),
        actionId: actions[index]?.event.id,
        province,
        reason: "抄录有误",
        replacement,
      });
      expect(done).toMatchObject({ ok: true });
    };
    await correct(0, "460000", { kind: "ACTIVATE", level: "III", effectiveAt: "2024-07-04" });
    await correct(1, "650000", null);
    await refresh();
    const bulletin = await read(id);
    expect(bulletin.corrected).toBe(2);
    expect(bulletin.items.map((item) => [item.standing, item.correction?.reason])).toEqual([
      ["superseded", "抄录有误"],
      ["withdrawn", "抄录有误"],
    ]);
    // What was corrected by hand still leads to the words it was read from.
    expect(
      store().current?.snapshot.responses.find((row) => row.adcode === "460000")?.source.bulletin?.fact,
    ).toBe(1);
  });

  it("that a later bulletin corrected leads to the words of the right one", async () => {
    const wrong = await publish("国家防总4日针对台湾启动防汛四级应急响应。");
    const [fact] = store().log?.bulletins.get(wrong)?.facts ?? [];
    const right = await publish(
      "国家防总4日针对台湾启动防汛三级应急响应。",
      {},
      {
        id: fact?.event.id ?? 0,
        reason: "更正前报",
      },
    );
    expect((await read(wrong)).items).toMatchObject([
      { standing: "superseded", correction: { reason: "更正前报", bulletin: { id: right, fact: 1 } } },
    ]);
    expect((await read(right)).items).toMatchObject([{ level: "III", standing: "standing" }]);
  });

  it("may be of any kind that a bulletin states", async () => {
    const id = await publish(
      "国家防总办公室4日继续组织水利部门联合会商，视频调度河南、湖北、湖南等重点省份。预计4日至6日，四川东部将出现大雨或暴雨。国家防总要求，高度警惕地质灾害的滞后性。",
    );
    const bulletin = await read(id);
    expect(bulletin.facts).toEqual({ FORECAST: 1, CONSULTATION: 1, DIRECTIVE: 1 });
    for (const item of bulletin.items) expect(`${item.excerpt?.words}`.length, item.kind).toBeGreaterThan(5);
    expect(bulletin.adcodes).toEqual(expect.arrayContaining(["410000", "420000", "430000", "510000"]));
  });
});

describe("without the database", () => {
  it("a reader is served from memory, and no reader asks the database anything", async () => {
    const id = await publish("国家防总针对宁夏启动防汛四级应急响应。");
    const shared = globalThis as typeof globalThis & { xuntuPrisma?: unknown };
    const client = db();
    let asked = 0;
    shared.xuntuPrisma = new Proxy(client, {
      get: () => {
        asked++;
        throw new Error("asked the database");
      },
    });
    try {
      for (const database of ["up", "down"] as const) {
        store().database = database;
        expect((await readPublicBulletin(id))?.items[0]?.excerpt?.words).toContain("宁夏");
        expect(readPublicBulletins(NOTHING, 10)?.total).toBeGreaterThan(0);
        expect((await one(randomUUID())).status).toBe(404);
      }
      expect(asked).toBe(0);
    } finally {
      shared.xuntuPrisma = client;
      store().database = "up";
    }
  });
});
