import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addFact,
  decideProposals,
  publishBulletin,
  receiveBulletin,
  returnBulletin,
  submitForPublication,
  withdrawBulletin,
} from "@/lib/bulletins/commands";
import { readBulletin } from "@/lib/bulletins/read";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { freshDatabase, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer");
const colleague = {
  ...officer,
  user: officer.user && { ...officer.user, id: "user-second", username: "second", name: "second" },
};
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const receive = async (text: string, viewer = officer) => {
  const done = await receiveBulletin(viewer, {
    requestId: randomUUID(),
    text,
    published: "2024-07-04",
    publisher: "测试社",
  });
  if (!done.ok) throw new Error(done.refusal);
  return done.value.bulletinId;
};
const read = async (id: string) => {
  const bulletin = await readBulletin(chief, id);
  if (!bulletin) throw new Error("no bulletin");
  return bulletin;
};
const acceptAll = async (id: string, viewer = officer) =>
  decideProposals(viewer, {
    bulletinId: id,
    decisions: (await read(id)).proposals.map((one) => ({ proposalId: one.id, choice: "ACCEPTED" })),
  });
const publish = (bulletinId: string, viewer = chief) =>
  publishBulletin(viewer, { requestId: randomUUID(), bulletinId });
const rows = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows;

describe("on the way to publication", () => {
  it("an officer submits, a chief returns with a reason, the officer submits again, the chief publishes", async () => {
    const id = await receive("国家防总4日19时针对陕西启动防汛四级应急响应。");
    expect(await submitForPublication(officer, { bulletinId: id })).toMatchObject({
      refusal: "nothing_accepted",
    });
    expect((await read(id)).state).toBe("new");
    await acceptAll(id);
    expect((await read(id)).state).toBe("under_review");
    expect(await submitForPublication(officer, { bulletinId: id })).toMatchObject({ ok: true });
    expect(await submitForPublication(officer, { bulletinId: id })).toMatchObject({
      refusal: "already_submitted",
    });
    expect((await read(id)).state).toBe("submitted");
    expect(await returnBulletin(officer, { bulletinId: id, reason: "x" })).toMatchObject({
      refusal: "forbidden",
    });
    expect(await returnBulletin(chief, { bulletinId: id, reason: "" })).toMatchObject({
      fields: { reason: "field_required" },
    });
    expect(await returnBulletin(chief, { bulletinId: id, reason: "时间请再核对" })).toMatchObject({
      ok: true,
    });
    expect(await read(id)).toMatchObject({
      state: "returned",
      steps: [{ kind: "SUBMITTED" }, { reason: "时间请再核对" }],
    });
    expect(await returnBulletin(chief, { bulletinId: id, reason: "x" })).toMatchObject({
      refusal: "not_submitted",
    });
    await submitForPublication(officer, { bulletinId: id });
    expect(await publish(id, officer)).toMatchObject({ refusal: "forbidden" });
    expect(await publish(id)).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({
      state: "published",
      publication: { by: "chief", submittedBy: "duty_officer" },
    });
  });

  it("one person with both rights does both, and it is recorded; the audit names the provinces", async () => {
    const id = await receive("国家防总4日19时针对宁夏启动防汛四级应急响应。太湖超警。");
    await acceptAll(id, chief);
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: 2 } });
    expect(await read(id)).toMatchObject({
      publication: { by: "chief", submittedBy: "chief" },
      steps: [{ kind: "SUBMITTED", by: "chief" }],
    });
    const [entry] = await rows(
      `select provinces from "AuditEntry" where command = 'bulletin.publish' and outcome = 'DONE' order by id desc limit 1`,
    );
    expect(entry.provinces).toEqual(
      ["310000", "320000", "330000", "640000"].filter((code) => entry.provinces.includes(code)),
    );
    expect(entry.provinces).toContain("640000");
    expect(entry.provinces).toContain("320000");
  });

  it("the author or a chief withdraws with a reason; a colleague is told, and nothing is half-written", async () => {
    const id = await receive("国家防总4日19时针对青海启动防汛四级应急响应。");
    await acceptAll(id);
    expect(await withdrawBulletin(colleague, { bulletinId: id, reason: "x" })).toMatchObject({
      refusal: "not_yours",
      values: { name: "duty_officer" },
    });
    const before = await rows(`select count(*) from "ProposalDecision"`);
    expect(await withdrawBulletin(officer, { bulletinId: id, reason: "重复录入" })).toMatchObject({
      ok: true,
    });
    const told = { refusal: "bulletin_withdrawn", values: { name: "duty_officer", reason: "重复录入" } };
    expect(await acceptAll(id, colleague)).toMatchObject(told);
    expect(await submitForPublication(colleague, { bulletinId: id })).toMatchObject(told);
    expect(await publish(id)).toMatchObject(told);
    expect(await rows(`select count(*) from "ProposalDecision"`)).toEqual(before);
    expect((await read(id)).state).toBe("withdrawn");
    // The same text again takes it up where it was left.
    expect(await receive("国家防总4日19时针对青海启动防汛四级应急响应。")).toBe(id);
    expect(await read(id)).toMatchObject({ state: "under_review", proposals: [{ choice: "ACCEPTED" }] });
    expect(await publish(id)).toMatchObject({ ok: true });
    expect(await withdrawBulletin(chief, { bulletinId: id, reason: "x" })).toMatchObject({
      refusal: "bulletin_published",
    });
  });
});

describe("two officers", () => {
  it("never overwrite each other unseen, and lose nothing", async () => {
    const id = await receive("国家防总4日针对四川启动防汛四级应急响应，针对云南启动防汛四级应急响应。");
    const [one, two] = (await read(id)).proposals;
    const decide = (viewer: typeof officer, proposals: (typeof one)[], choice: string, seen: string | null) =>
      decideProposals(viewer, {
        bulletinId: id,
        decisions: proposals.map((proposal) => ({ proposalId: proposal?.id, choice, seen })),
      });
    const both = await Promise.all([
      decide(officer, [one], "ACCEPTED", null),
      decide(colleague, [one], "REJECTED", null),
    ]);
    expect(both.filter((done) => done.ok)).toHaveLength(1);
    expect(both.find((done) => !done.ok)).toMatchObject({ refusal: "decision_overtaken" });
    // All at once takes what nobody decided meanwhile, and says how much it left.
    expect(await decide(colleague, [one, two], "ACCEPTED", null)).toMatchObject({
      ok: true,
      value: { decided: both[1]?.ok ? 2 : 1 },
    });
    const seen = (await read(id)).proposals[0]?.seen ?? null;
    expect(await decide(officer, [one], "PENDING", seen)).toMatchObject({ ok: true });
    const history = (await read(id)).proposals[0]?.decisions ?? [];
    expect(history.length).toBeGreaterThanOrEqual(2);
    expect(history.at(-1)).toMatchObject({ by: "duty_officer", choice: "PENDING" });
  });
});

describe("a fact that the parser missed", () => {
  it("is added with its words and counts as accepted", async () => {
    const text = "今晨洪峰过境，沿江县市严阵以待，陕西段水势平稳。";
    const id = await receive(text);
    const draft = {
      kind: "RESPONSE",
      issuerId: "guojia-fangzong",
      hazard: "FLOOD",
      provinces: "150000,220000",
      areaId: "",
      action: "ACTIVATE",
      level: "IV",
      effectiveAt: "2024-07-04",
    };
    const start = text.indexOf("沿江");
    expect(await addFact(officer, { bulletinId: id, start, end: start + 8, draft })).toMatchObject({
      ok: true,
    });
    expect(await addFact(officer, { bulletinId: id, start: 900, end: 901, draft })).toMatchObject({
      refusal: "bulletin_part",
    });
    const [added] = (await read(id)).proposals;
    expect(added).toMatchObject({
      addedBy: "duty_officer",
      choice: "ACCEPTED",
      span: [start, start + 8],
      changes: [{ province: "150000" }, { province: "220000" }],
    });
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: 1 } });
    await refresh();
    const levels = snapshotNow()?.responses.filter(
      (r) => r.source.bulletin?.id === id && r.source.bulletin.span[0] === start,
    );
    expect(levels?.map((r) => [r.adcode, r.level])).toEqual([
      ["150000", "IV"],
      ["220000", "IV"],
    ]);
  });
});

describe("several acts on one track", () => {
  it("are judged after each other, whatever their order in the text, and published in order of effect", async () => {
    const id = await receive(
      "国家防总4日15时将广西防汛应急响应提升至二级。国家防总4日10时针对广西启动防汛四级应急响应，12时提升至三级。",
    );
    const changes = async () =>
      (await read(id)).proposals.flatMap((one) =>
        one.changes.map(({ inForce, stated, problem }) => ({ inForce, stated, problem })),
      );
    const expected = [
      { inForce: "III", stated: true, problem: null },
      { inForce: null, stated: false, problem: null },
      { inForce: "IV", stated: true, problem: null },
    ];
    expect(await changes()).toEqual(expected);
    await acceptAll(id);
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: 3 } });
    const written = await rows(
      `select a.kind, a.level, a."fromLevel", s.fact from "ResponseAction" a join "Source" s on s.id = a."sourceId" where s."bulletinId" = $1 order by a."effectiveAt"`,
      [id],
    );
    expect(written).toEqual([
      { kind: "ACTIVATE", level: "IV", fromLevel: null, fact: 2 },
      { kind: "RAISE", level: "III", fromLevel: "IV", fact: 3 },
      { kind: "RAISE", level: "II", fromLevel: "III", fact: 1 },
    ]);
    await refresh();
    expect(await changes()).toEqual(expected);
  });

  it("are refused together when the first of them was not accepted", async () => {
    const id = await receive("国家防总4日10时针对海南启动防汛四级应急响应，12时提升至三级。");
    const [, second] = (await read(id)).proposals;
    await decideProposals(officer, {
      bulletinId: id,
      decisions: [{ proposalId: second?.id, choice: "ACCEPTED" }],
    });
    expect((await read(id)).proposals[1]?.problem).toBe("raised_without_activation");
    expect(await publish(id)).toMatchObject({ refusal: "raised_without_activation" });
    expect(await rows(`select 1 from "Source" where "bulletinId" = $1`, [id])).toEqual([]);
  });
});

describe("a region without a province", () => {
  it("waits for the officer to choose the provinces", async () => {
    const id = await receive("水利部长江水利委员会4日12时针对长江流域启动洪水防御Ⅳ级应急响应。");
    const [one] = (await read(id)).proposals;
    expect(one).toMatchObject({
      problem: "no_province",
      draft: { issuerId: "changjiangwei", provinces: [] },
    });
    await decideProposals(officer, {
      bulletinId: id,
      decisions: [
        {
          proposalId: one?.id,
          choice: "ACCEPTED",
          edited: { ...one?.draft, provinces: ["420000", "430000"] },
        },
      ],
    });
    expect(await publish(id)).toMatchObject({ ok: true });
    const written = await rows(
      `select a."provinceId" from "ResponseAction" a join "Source" s on s.id = a."sourceId" where s."bulletinId" = $1 order by 1`,
      [id],
    );
    expect(written.map((row) => row.provinceId)).toEqual(["420000", "430000"]);
  });
});

describe("a correction", () => {
  const accept = (
    id: string,
    one: { id: string } | undefined,
    corrects: { id: number; reason: string },
    viewer = chief,
  ) =>
    decideProposals(viewer, {
      bulletinId: id,
      decisions: [{ proposalId: one?.id, choice: "ACCEPTED", corrects }],
    });

  it("is a new bulletin that supersedes the wrong fact and says why", async () => {
    const wrong = await receive("国家防总4日10时针对海南启动防汛三级应急响应。");
    await acceptAll(wrong);
    await publish(wrong);
    await refresh();
    const id = await receive("更正：国家防总4日10时针对海南启动防汛四级应急响应。");
    const [one] = (await read(id)).proposals;
    const [earlier] = one?.candidates ?? [];
    expect(one?.problem).toBe("activated_while_active");
    expect(earlier).toMatchObject({ says: { action: "ACTIVATE", level: "III" }, publisher: "测试社" });
    expect(await accept(id, one, { id: earlier?.id ?? 0, reason: " " })).toMatchObject({
      refusal: "bad_input",
    });
    await accept(id, one, { id: earlier?.id ?? 0, reason: "级别误报" });
    expect(await publish(id)).toMatchObject({ ok: true });
    const written = await rows(
      `select a.level, a.reason, a."supersedesId", s."bulletinId" from "ResponseAction" a join "Source" s on s.id = a."sourceId" where a."provinceId" = '460000' and a."issuerId" = 'guojia-fangzong' order by a.id desc limit 1`,
    );
    expect(written[0]).toMatchObject({
      level: "IV",
      reason: "级别误报",
      supersedesId: String(earlier?.id),
      bulletinId: id,
    });
    await refresh();
    const hainan = snapshotNow()?.responses.find((r) => r.adcode === "460000" && r.issuer === "国家防总");
    expect(hainan).toMatchObject({ level: "IV", source: { bulletin: { id } } });
    // Once corrected, it cannot be corrected again.
    const again = await receive("再次更正：国家防总4日10时针对海南启动防汛二级应急响应。");
    const [third] = (await read(again)).proposals;
    await accept(again, third, { id: earlier?.id ?? 0, reason: "再更正" });
    expect(await publish(again)).toMatchObject({ ok: false, refusal: "already_corrected" });
  });

  it("of a water report or a team supersedes its row", async () => {
    const wrong = await receive("太湖超警。应急管理部派出3个专家组赴浙江湖州指导抢险。");
    await acceptAll(wrong);
    expect(await publish(wrong)).toMatchObject({ ok: true, value: { facts: 2 } });
    await refresh();
    const id = await receive("更正：太湖超保证水位。应急管理部派出5个专家组赴浙江湖州指导抢险。");
    for (const one of (await read(id)).proposals)
      await accept(id, one, { id: one.candidates[0]?.id ?? 0, reason: "数字更正" });
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: 2 } });
    const [water] = await rows(
      `select status, reason, "supersedesId" from "StageReport" order by id desc limit 1`,
    );
    expect(water).toMatchObject({ status: "ABOVE_GUARANTEE", reason: "数字更正" });
    const [team] = await rows(
      `select count, reason, "supersedesId" from "Deployment" order by id desc limit 1`,
    );
    expect(team).toMatchObject({ count: 5, reason: "数字更正" });
    expect(team.supersedesId).not.toBeNull();
  });
});

describe("what is on record already", () => {
  it("is told beside the proposal, and a bulletin's own facts are not", async () => {
    const words = "应急管理部派出4个工作组赴浙江嘉兴指导抢险。";
    const first = await receive(words);
    await acceptAll(first);
    await publish(first);
    await refresh();
    expect((await read(first)).proposals[0]?.candidates.map((one) => one.same)).not.toContain(true);
    const other = await receive(`${words.replace("4个", "7个")}另讯。`);
    expect((await read(other)).proposals[0]?.candidates[0]).toMatchObject({ same: false });
    const again = await receive(`${words}另一家媒体也作了报道。`);
    const [one] = (await read(again)).proposals;
    expect(one?.candidates[0]).toMatchObject({
      same: true,
      says: { words: expect.stringContaining("应急管理部 → 嘉兴") },
      publisher: "测试社",
    });
    expect((await read(again)).english).toMatchObject({ 应急管理部: "Ministry of Emergency Management" });
  });
});

describe("the numbers of a water", () => {
  it("are flagged where they do not agree, and the stated exceedance is recorded", async () => {
    const id = await receive("太湖水位3.90米，超警戒水位0.30米。");
    const [one] = (await read(id)).proposals;
    expect(one?.flag).toEqual({
      key: "exceedance_disagrees",
      values: { stage: "3.90", mark: "3.80", difference: "0.10", stated: "0.30" },
    });
    await decideProposals(officer, {
      bulletinId: id,
      decisions: [{ proposalId: one?.id, choice: "ACCEPTED", edited: { ...one?.draft, exceedance: 0.1 } }],
    });
    expect((await read(id)).proposals[0]?.flag).toBeNull();
    await publish(id);
    const [row] = await rows(`select stage, exceedance, exceeds from "StageReport" order by id desc limit 1`);
    expect(row).toEqual({ stage: "3.90", exceedance: "0.10", exceeds: "WARNING" });
  });
});

describe("every kind of fact", () => {
  it("publishes: what the bulletin forecasts, keeps ready, consults on and orders", async () => {
    const id = await receive(
      "新华社北京7月4日电 国家防总4日针对福建启动防汛四级应急响应。预计4日至6日，四川东部、重庆有大雨到暴雨。应急管理部4日组织会商，视频调度河南、湖北。应急管理部要求，各地要加强堤防巡查防守。应急管理部在重点省份预置专网通信基站。",
    );
    const kinds = (await read(id)).proposals.map((one) => one.kind);
    expect(new Set(kinds)).toEqual(
      new Set(["RESPONSE", "FORECAST", "CONSULTATION", "DIRECTIVE", "COMMUNICATION"]),
    );
    expect((await read(id)).proposals.filter((one) => one.problem)).toEqual([]);
    await acceptAll(id);
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: kinds.length } });
    const facts = await rows(`select fact from "Source" where "bulletinId" = $1 order by fact`, [id]);
    expect(facts.map((row) => row.fact)).toEqual(kinds.map((_, i) => i + 1));
    const own = (table: string) =>
      rows(`select t.* from "${table}" t join "Source" s on s.id = t."sourceId" where s."bulletinId" = $1`, [
        id,
      ]);
    expect(await own("RainForecast")).toMatchObject([{ provinceIds: ["500000", "510000"] }]);
    expect(await own("Consultation")).toMatchObject([{ kind: "VIDEO", provinceIds: ["410000", "420000"] }]);
    expect(await own("Directive")).toMatchObject([{ category: "PATROL", issuer: "应急管理部" }]);
    const [ready] = await own("Deployment");
    expect(ready).toMatchObject({ kindId: "base_station", from: "应急管理部" });
    const [state] = await rows(`select state from "DeploymentStatus" where "deploymentId" = $1`, [ready.id]);
    expect(state.state).toBe("PREPOSITIONED");
  });

  it("publishes places cut off and dangers on dikes, once an officer has said what the text leaves open", async () => {
    const id = await receive(
      "7月3日22时，湖北黄冈团风县断路断网，影响3.2万人。广东多地停电。7月4日6时，湖南华容县团洲垸洞庭湖一线堤防发生管涌险情，正在处置。",
    );
    const { proposals } = await read(id);
    expect(proposals.map(({ kind, problem }) => [kind, problem])).toEqual([
      ["OUTAGE", null],
      ["OUTAGE", "unknown_area"],
      ["DANGER", "no_danger_grade"],
    ]);
    const [cut, vague, danger] = proposals;
    await decideProposals(officer, {
      bulletinId: id,
      decisions: [
        { proposalId: cut?.id, choice: "ACCEPTED" },
        { proposalId: vague?.id, choice: "REJECTED" },
        { proposalId: danger?.id, choice: "ACCEPTED", edited: { ...danger?.draft, dangerGrade: "LARGE" } },
      ],
    });
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: 2 } });
    await refresh(true);
    const now = snapshotNow();
    expect(now?.outages.find((one) => one.source.bulletin?.id === id)).toMatchObject({
      ...{ name: "团风县", adcode: "421121", open: ["road", "network"], people: 32_000 },
      since: "2024-07-03T22:00:00+08:00",
    });
    expect(now?.dangers.find((one) => one.source.bulletin?.id === id)).toMatchObject({
      ...{ section: "dongtinghu", kind: "PIPING", grade: "LARGE", state: "in_hand" },
      ...{ place: "湖南华容县团洲垸洞庭湖一线堤防", foundAt: "2024-07-04T06:00:00+08:00" },
    });
  });
});
