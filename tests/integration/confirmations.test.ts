import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decideProposals } from "@/lib/bulletins/commands";
import { readPublicBulletin, readPublicBulletins } from "@/lib/bulletins/public";
import { refresh } from "@/lib/live/listen";
import { preparedSnapshot, snapshotNow, store } from "@/lib/live/store";
import { withdrawEvent } from "@/lib/withdrawals";
import { ownDatabase, viewerWith } from "./database";
import { acceptAll, chief, publish, read, receive } from "./review-desk";

const rows = ownDatabase();

/** Receives, accepts and publishes a text; its bulletin's id. */
async function tell(text: string) {
  const id = await receive(text);
  await acceptAll(id);
  expect(await publish(id)).toMatchObject({ ok: true });
  await refresh();
  return id;
}
const teamsAt = (name: string) =>
  (snapshotNow()?.deployments ?? []).filter((one) => one.places.some((place) => place.name === name));
const items = async (id: string) => (await readPublicBulletin(id))?.items ?? [];
const withdraw = async (kind: string, id: string | number | undefined) => {
  const done = await withdrawEvent(chief, { requestId: randomUUID(), kind, id, reason: "误报" });
  expect(done).toMatchObject({ ok: true });
  await refresh();
};

describe("a team that a second bulletin tells of", () => {
  const WORDS = "应急管理部派出4个工作组赴浙江嘉兴指导抢险。";

  it("is one deployment with two sources, from the second bulletin's version on", async () => {
    const first = await tell(WORDS);
    const before = store().log?.recordedAt ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await tell(`太湖超警。${WORDS}另一家媒体也作了报道。`);
    const third = await tell(`${WORDS}第三家媒体也作了报道。`);
    const teams = teamsAt("嘉兴市");
    expect(teams).toMatchObject([
      {
        source: { bulletin: { id: first, fact: 1 } },
        furtherSources: [{ bulletin: { id: second, fact: 2 } }, { bulletin: { id: third, fact: 1 } }],
      },
    ]);
    const [written] = await rows(
      `select count(*)::int as count from "Deployment" d join "Source" s on s.id = d."sourceId" where s."bulletinId" = any($1)`,
      [[first, second, third]],
    );
    expect(written.count).toBe(1);
    // As known before the second bulletin there is one source, and with it two.
    const known = (time: number) =>
      preparedSnapshot(undefined, time)?.snapshot.deployments.find((one) => one.id === teams[0]?.id);
    expect(known(before)?.furtherSources).toBeUndefined();
    expect(known(store().log?.recordedAt ?? 0)?.furtherSources).toHaveLength(2);
    // A log read anew says the same as the one that grew.
    await refresh(true);
    expect(teamsAt("嘉兴市")).toEqual(teams);
    expect(await items(second)).toMatchObject([
      { fact: 1, kind: "WATER", confirms: null },
      {
        ...{ fact: 2, kind: "DEPLOYMENT", count: 4, standing: "standing" },
        excerpt: { words: expect.stringContaining("4个工作组") },
        confirms: { publisher: "测试社", bulletin: { id: first, fact: 1 } },
      },
    ]);
    expect(await items(first)).toMatchObject([{ confirms: null }]);
    const zhejiang = { from: null, to: null, publisher: null, province: "330000", after: null };
    const ids = readPublicBulletins(zhejiang, 50)?.bulletins.map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining([first, second, third]));
  });

  it("is a new one when the first was withdrawn meanwhile, and the confirmation is withdrawn with it", async () => {
    const words = "应急管理部派出4个工作组赴福建南平指导抢险。";
    const first = await tell(words);
    const second = await tell(`${words}另一家媒体也作了报道。`);
    const third = await receive(`${words}第三家媒体也作了报道。`);
    await acceptAll(third);
    expect((await read(third)).proposals[0]?.candidates[0]?.same).toBe(true);
    await withdraw("deployment", teamsAt("南平市")[0]?.id);
    expect(await publish(third)).toMatchObject({ ok: true });
    await refresh();
    const withdrawn = { standing: "withdrawn", correction: { bulletin: null } };
    expect(await items(first)).toMatchObject([withdrawn]);
    expect(await items(second)).toMatchObject([withdrawn]);
    expect(readPublicBulletins({ ...NOTHING, publisher: "测试社" }, 50)?.bulletins).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: second, corrected: 1 })]),
    );
    expect(await items(third)).toMatchObject([{ standing: "standing", confirms: null }]);
    expect(teamsAt("南平市")).toMatchObject([{ source: { bulletin: { id: third } } }]);
  });

  it("is looked for in the record and not in a picture that another process has left behind", async () => {
    const words = "应急管理部派出4个工作组赴山东菏泽指导抢险。";
    await tell(words);
    const id = await receive(`${words}另一家媒体也作了报道。`);
    await acceptAll(id);
    const team = teamsAt("菏泽市")[0]?.id;
    // Withdrawn elsewhere: nobody has told this process of it yet.
    await rows(
      `with next as (update "SystemVersion" set version = version + 1 returning version)
       insert into "Deployment" (version, "kindId", count, unit, "from", mission, reason, "supersedesId", withdrawn, "sourceId")
       select next.version, "kindId", count, unit, "from", mission, '误报', d.id, true, "sourceId" from "Deployment" d, next where d.id = $1`,
      [team],
    );
    expect(teamsAt("菏泽市")).toMatchObject([{ id: team }]);
    expect(await publish(id)).toMatchObject({ ok: true });
    await refresh();
    expect(await items(id)).toMatchObject([{ standing: "standing", confirms: null }]);
  });

  it("stands beside the first when an officer edits it, and replaces it when called its correction", async () => {
    const words = "应急管理部派出4个工作组赴安徽芜湖指导抢险。";
    const first = await tell(words);
    const edited = await receive(`${words}另一家媒体也作了报道。`);
    const [one] = (await read(edited)).proposals;
    const decide = (id: string, decision: object) =>
      decideProposals(chief, { bulletinId: id, decisions: [{ choice: "ACCEPTED", ...decision }] });
    await decide(edited, { proposalId: one?.id, edited: { ...one?.draft, count: 6 } });
    await publish(edited);
    await refresh();
    expect(teamsAt("芜湖市")).toHaveLength(2);
    const correction = await receive(`${words}更正。`);
    const [right] = (await read(correction)).proposals;
    const wrong = right?.candidates.find((candidate) => candidate.same);
    await decide(correction, { proposalId: right?.id, corrects: { id: wrong?.id, reason: "重报" } });
    await publish(correction);
    await refresh();
    expect(teamsAt("芜湖市")).toHaveLength(2);
    expect(await items(first)).toMatchObject([{ standing: "superseded" }]);
    expect(await items(correction)).toMatchObject([{ standing: "standing", confirms: null }]);
  });

  it("takes the right of its provinces, as the first did", async () => {
    const words = "应急管理部派出4个工作组赴江苏无锡指导抢险。";
    await tell(words);
    const id = await receive(`${words}另一家媒体也作了报道。`);
    await acceptAll(id);
    const far = viewerWith("chief", { provinces: ["430000"] });
    expect(await publish(id, far)).toMatchObject({ ok: false });
    expect(await publish(id)).toMatchObject({ ok: true });
  });
});

const NOTHING = { from: null, to: null, publisher: null, province: null, after: null };

describe("facts of the other kinds", () => {
  const TEXT =
    "预计4日至6日，贵州北部有大雨到暴雨。水利部4日组织会商，视频调度广东、广西。水利部要求，各地要加强堤防巡查防守。水利部在重点省份预置专网通信基站。7月3日22时，湖北黄冈团风县断路断网。7月4日6时，湖南华容县团洲垸洞庭湖一线堤防发生管涌险情，正在处置。";
  /** As `tell`, with the grade that the text leaves open. */
  async function tellAll(text: string) {
    const id = await receive(text);
    const { proposals } = await read(id);
    const decisions = proposals.map((one) => ({
      proposalId: one.id,
      choice: "ACCEPTED",
      edited: one.kind === "DANGER" ? { ...one.draft, dangerGrade: "LARGE" } : undefined,
    }));
    await decideProposals(chief, { bulletinId: id, decisions });
    expect(await publish(id)).toMatchObject({ ok: true, value: { facts: proposals.length } });
    await refresh();
    return { id, kinds: proposals.map((one) => one.kind) };
  }
  const TABLES = ["Deployment", "RainForecast", "Consultation", "Directive", "Outage", "PatrolReport"];
  const counts = async () =>
    Promise.all(TABLES.map(async (table) => (await rows(`select count(*)::int as n from "${table}"`))[0].n));

  it("are confirmed as well, each with a further source in the picture", async () => {
    const first = await tellAll(TEXT);
    const before = await counts();
    const second = await tellAll(`${TEXT}另据报道。`);
    expect(await counts()).toEqual(before);
    const said = await items(second.id);
    expect(said.map((item) => item.fact)).toEqual(second.kinds.map((_, index) => index + 1));
    for (const item of said)
      expect(item.confirms?.bulletin, item.kind).toMatchObject({ id: first.id, fact: item.fact });
    const now = snapshotNow();
    for (const records of [
      now?.deployments,
      now?.forecasts,
      now?.consultations,
      now?.directives,
      now?.outages,
      now?.dangers,
    ])
      expect(records?.filter((one) => one.source.bulletin?.id === first.id)).toMatchObject([
        { furtherSources: [{ bulletin: { id: second.id } }] },
      ]);
  });
});

describe("the table of confirmations", () => {
  const insert = (columns: string, values: string) =>
    rows(`insert into "Confirmation" (version, ${columns}, "sourceId") select 1, ${values}, id from "Source"
      where id not in (select "sourceId" from "Confirmation") limit 1`);
  it("refuses one of nothing, of two facts, or of a fact that is not there", async () => {
    await expect(insert('"outageId"', "null::bigint")).rejects.toThrow(/confirms_one_fact/);
    await expect(insert('"deploymentId", "forecastId"', "1, 1")).rejects.toThrow(/confirms_one_fact/);
    await expect(insert('"outageId"', "999999")).rejects.toThrow(/violates foreign key/);
  });
});
