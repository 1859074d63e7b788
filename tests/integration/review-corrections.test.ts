import { describe, expect, it } from "vitest";
import { decideProposals } from "@/lib/bulletins/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { ownDatabase } from "./database";
import { acceptAll, chief, publish, read, receive } from "./review-desk";

const rows = ownDatabase();

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
