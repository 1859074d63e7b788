import { describe, expect, it } from "vitest";
import {
  decideProposals,
  returnBulletin,
  submitForPublication,
  withdrawBulletin,
} from "@/lib/bulletins/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { ownDatabase } from "./database";
import { acceptAll, chief, colleague, officer, publish, read, receive } from "./review-desk";

const rows = ownDatabase();

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
      "新华社北京7月4日电 国家防总4日针对福建启动防汛四级应急响应。预计4日至6日，四川东部、重庆有大雨到暴雨。应急管理部4日组织会商，视频调度河南、湖北。应急管理部要求，各地要加强堤防巡查防守。水利部在重点省份预置专网通信基站。",
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
    expect(ready).toMatchObject({ kindId: "base_station", from: "水利部" });
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
