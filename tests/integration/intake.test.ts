import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chooseArticle,
  decideProposals,
  publishBulletin,
  putHeadRight,
  receiveBulletin,
  takeArticleApart,
} from "@/lib/bulletins/commands";
import { readBulletin, readBulletins } from "@/lib/bulletins/read";
import { receiveApart } from "@/lib/bulletins/reader/pool";
import { refresh } from "@/lib/live/listen";
import { bomb, docx, lockedPdf, pdf, scan } from "../fixtures/files";
import { freshDatabase, viewerWith } from "./database";

let pool: pg.Pool;
const officer = viewerWith("duty_officer");
const chief = viewerWith("chief");
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const SAID = "国家防总4日19时针对陕西启动防汛四级应急响应。";
const send = (bytes: Uint8Array, name: string, more: object = {}) =>
  receiveBulletin(officer, {
    requestId: randomUUID(),
    file: { bytes: new Uint8Array(bytes), name, type: "" },
    ...more,
  });
const count = async (table: string) =>
  Number((await pool.query(`select count(*) from "${table}"`)).rows[0].count);
const taken = async (bytes: Uint8Array, name: string, more: object = {}) => {
  const done = await send(bytes, name, more);
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
};

describe("a file", () => {
  it.each([
    [
      "a.docx",
      docx("陕西雨情", SAID),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["b.pdf", pdf("河南雨情", SAID.replace("陕西", "河南")), "application/pdf"],
    ["c.html", Buffer.from(`<p>${SAID.replace("陕西", "甘肃")}<script>alert(1)</script>`), "text/html"],
    ["d.md", Buffer.from(`# 雨情\n\n${SAID.replace("陕西", "青海")}`), "text/markdown"],
  ])("%s is kept byte for byte and read", async (name, bytes, mediaType) => {
    const { bulletinId, proposals } = await taken(bytes, name, { published: "2024-07-04" });
    expect(proposals).toBe(1);
    const { rows } = await pool.query(
      `select original, sha256, "mediaType", "fileName", text from "Bulletin" where id = $1`,
      [bulletinId],
    );
    expect(Buffer.compare(rows[0].original, bytes)).toBe(0);
    expect(rows[0]).toMatchObject({
      sha256: createHash("sha256").update(bytes).digest("hex"),
      mediaType,
      fileName: name,
    });
    expect(rows[0].text).not.toContain("alert");
    const read = await readBulletin(officer, bulletinId);
    const [one] = read?.proposals ?? [];
    expect(rows[0].text.slice(...(one?.span ?? []))).toContain("启动防汛四级应急响应");
  });

  it("leads to the first when its bytes, or its words in another wrapping, come again", async () => {
    const words = "国家防总针对海南启动防汛四级应急响应。";
    const first = await taken(docx("海南雨情", words), "a.docx");
    expect(await taken(docx("海南雨情", words), "again.docx")).toMatchObject({
      ...first,
      known: true,
      proposals: 0,
    });
    expect(await taken(Buffer.from(`海南雨情\r\n\r\n${words}`), "a.txt")).toMatchObject({
      bulletinId: first.bulletinId,
      known: true,
    });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "a.txt", "text_empty"],
    ["6 MB", Buffer.alloc(6 * 1024 * 1024, 0x61), "a.txt", "file_too_large"],
    ["a bomb", bomb(80), "a.docx", "file_bomb"],
    ["a locked PDF", lockedPdf(), "a.pdf", "file_encrypted"],
    ["a scan", scan(), "a.pdf", "file_no_text_layer"],
    ["another kind than its name says", Buffer.from(SAID), "a.docx", "file_not_as_named"],
  ])(
    "with %s is refused in words, and nothing is written but the audit",
    async (_what, bytes, name, refusal) => {
      const before = await Promise.all(["Bulletin", "Proposal", "BulletinReading"].map(count));
      expect(await send(bytes, name)).toMatchObject({ ok: false, refusal });
      expect(await Promise.all(["Bulletin", "Proposal", "BulletinReading"].map(count))).toEqual(before);
      const { rows } = await pool.query(
        `select outcome, detail, input from "AuditEntry" order by id desc limit 1`,
      );
      expect(rows[0]).toMatchObject({ outcome: "REFUSED", detail: refusal });
      expect(JSON.stringify(rows[0].input).length).toBeLessThan(500);
    },
  );

  it("of a newspaper page's size is read while the server goes on", async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const page = `${"今天天气晴朗，市民外出踏青。\n".repeat(120_000)}${SAID.replace("陕西", "宁夏")}`;
    const bytes = Buffer.from(page);
    expect(bytes.length).toBeGreaterThan(4 * 1024 * 1024);
    const { proposals } = await taken(bytes, "page.txt");
    clearInterval(watch);
    expect(proposals).toBe(1);
    expect(longest).toBeLessThan(500);
  });

  it("that takes too long is stopped, and the next one is read", async () => {
    const file = { bytes: new Uint8Array(Buffer.from(SAID.repeat(20_000))), name: "a.txt", type: "" };
    expect(await receiveApart({ file, published: null, today: "2024-07-04" }, 1)).toMatchObject({
      refusal: "file_too_slow",
    });
    const small = { ...file, bytes: new Uint8Array(Buffer.from(SAID)) };
    expect(await receiveApart({ file: small, published: null, today: "2024-07-04" })).toMatchObject({
      ok: true,
    });
  });
});

describe("what states nothing of ours", () => {
  it.each([
    ["Heavy rain is expected in the south of the country on Friday and Saturday.", "other_language"],
    ["本市举办青年歌手比赛，吸引众多市民前来观看。", "no_fact"],
  ])("%s says so and is kept", async (text, notice) => {
    const { bulletinId, proposals } = await taken(Buffer.from(text), "a.txt");
    expect(proposals).toBe(0);
    expect(await readBulletin(officer, bulletinId)).toMatchObject({
      state: "no_fact",
      notices: [notice, "no_date"],
    });
    expect((await readBulletins(officer, { state: "no_fact" }))?.rows.map((row) => row.id)).toContain(
      bulletinId,
    );
  });
});

const PAGE = `城市公园迎来赏荷季
本报北京7月3日讯 记者今天从园林部门获悉，荷花进入盛花期。游客可乘船观赏。

多地防汛响应调整
新华社北京2024年7月4日电 国家防总4日19时针对贵州启动防汛四级应急响应。太湖超警。

水利部部署淮河防汛
新华社郑州7月4日电 水利部4日12时针对河南启动洪水防御Ⅳ级应急响应。
`;

describe("a page with several articles", () => {
  it("is read by the article that states most; another, or the whole page, can be taken", async () => {
    const { bulletinId } = await taken(Buffer.from(PAGE), "page.txt");
    const first = await readBulletin(officer, bulletinId);
    expect(first?.articles.map(({ title, facts }) => [title, facts])).toEqual([
      ["城市公园迎来赏荷季", 0],
      ["多地防汛响应调整", 2],
      ["水利部部署淮河防汛", 1],
    ]);
    expect(first).toMatchObject({ title: "多地防汛响应调整", publisher: "新华社", published: "2024-07-04" });
    expect(first?.proposals.map((one) => one.kind)).toEqual(["RESPONSE", "WATER"]);
    const [own, other] = [first?.articles[1], first?.articles[2]];
    if (!first || !own || !other) throw new Error("no article");
    const [kept] = first.proposals;
    await decideProposals(officer, {
      bulletinId,
      decisions: [{ proposalId: kept?.id, choice: "REJECTED", edited: null, seen: null }],
    });

    expect(await chooseArticle(officer, { bulletinId, start: other.start, end: other.end })).toMatchObject({
      ok: true,
    });
    const second = await readBulletin(officer, bulletinId);
    expect(second?.proposals).toHaveLength(1);
    expect(second?.proposals[0]?.draft).toMatchObject({ issuerId: "shuilibu", provinces: ["410000"] });
    expect(PAGE.slice(...(second?.proposals[0]?.span ?? []))).toContain("洪水防御");

    expect(await chooseArticle(officer, { bulletinId, start: 0, end: PAGE.length })).toMatchObject({
      ok: true,
    });
    expect((await readBulletin(officer, bulletinId))?.proposals).toHaveLength(3);
    expect(await chooseArticle(officer, { bulletinId, start: own.start, end: own.end })).toMatchObject({
      ok: true,
    });
    const readings = await pool.query(`select count(*) from "BulletinReading" where "bulletinId" = $1`, [
      bulletinId,
    ]);
    expect(readings.rows[0].count).toBe("4");
    const proposals = await pool.query(`select count(*) from "Proposal" where "bulletinId" = $1`, [
      bulletinId,
    ]);
    expect(proposals.rows[0].count).toBe("8");
    expect(await chooseArticle(officer, { bulletinId, start: 90_000, end: 90_001 })).toMatchObject({
      refusal: "bulletin_part",
    });
  });

  it("gives another article a review of its own, also when the page is published", async () => {
    const page = PAGE.replace("贵州", "云南");
    const { bulletinId } = await taken(Buffer.from(page), "page.txt", { url: "https://example.org/page" });
    const first = await readBulletin(officer, bulletinId);
    const other = first?.articles[2];
    if (!first || !other) throw new Error("no article");
    await decideProposals(chief, {
      bulletinId,
      decisions: first.proposals.map((one) => ({ proposalId: one.id, choice: "ACCEPTED" })),
    });
    expect(await publishBulletin(chief, { requestId: randomUUID(), bulletinId })).toMatchObject({ ok: true });
    const place = { bulletinId, start: other.start, end: other.end };
    expect(await chooseArticle(officer, place)).toMatchObject({ refusal: "bulletin_published" });
    const apart = await takeArticleApart(officer, place);
    if (!apart.ok) throw new Error(apart.refusal);
    expect(apart.value).toMatchObject({ known: false, proposals: 1 });
    const own = await readBulletin(officer, apart.value.bulletinId);
    expect(own).toMatchObject({
      title: "水利部部署淮河防汛",
      published: "2024-07-04",
      url: "https://example.org/page",
      state: "new",
      proposals: [{ draft: { issuerId: "shuilibu", provinces: ["410000"] }, problem: null }],
    });
    expect((await readBulletin(officer, bulletinId))?.state).toBe("published");
    // The same article again leads to the first; a place outside the page is none.
    expect(await takeArticleApart(officer, place)).toMatchObject({
      value: { known: true, bulletinId: apart.value.bulletinId },
    });
    expect(await takeArticleApart(officer, { ...place, end: 90_000 })).toMatchObject({
      refusal: "bulletin_part",
    });
    expect(await takeArticleApart(viewerWith("viewer"), place)).toMatchObject({ refusal: "forbidden" });
  });

  it("counts relative days from the day that an officer puts right, and keeps what was decided of the rest", async () => {
    const text = "应急管理部消息，国家防总昨日针对吉林启动防汛四级应急响应。太湖超警。";
    const { bulletinId } = await taken(Buffer.from(text), "a.txt", { published: "2024-07-04" });
    const before = await readBulletin(officer, bulletinId);
    expect(before?.proposals[0]?.draft).toMatchObject({ effectiveAt: "2024-07-03" });
    await decideProposals(officer, {
      bulletinId,
      decisions: (before?.proposals ?? []).map((one) => ({ proposalId: one.id, choice: "ACCEPTED" })),
    });
    const said = { publisher: "应急管理部", title: "吉林防汛", url: "https://example.org/a" };
    const head = { ...said, bulletinId };
    expect(await putHeadRight(officer, { ...head, published: "2024-07-04T18:30" })).toMatchObject({
      ok: true,
    });
    const same = await readBulletin(officer, bulletinId);
    expect(same).toMatchObject({ ...said, published: "2024-07-04T18:30:00+08:00" });
    expect(same?.proposals.map((one) => one.choice)).toEqual(["ACCEPTED", "ACCEPTED"]);
    expect(await putHeadRight(officer, { ...head, published: "2024-07-03" })).toMatchObject({ ok: true });
    const moved = await readBulletin(officer, bulletinId);
    expect(moved?.proposals[0]).toMatchObject({ draft: { effectiveAt: "2024-07-02" }, choice: "PENDING" });
    expect(await putHeadRight(officer, { ...head, title: "", published: "2024-07-03" })).toMatchObject({
      fields: { title: "field_required" },
    });
  });
});
