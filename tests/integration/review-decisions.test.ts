import { describe, expect, it } from "vitest";
import { addFact, decideProposals } from "@/lib/bulletins/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { ownDatabase } from "./database";
import { acceptAll, colleague, officer, publish, read, receive } from "./review-desk";

const rows = ownDatabase();

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
