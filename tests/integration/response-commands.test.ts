import { describe, expect, it } from "vitest";
import { refresh } from "@/lib/live/listen";
import { store } from "@/lib/live/store";
import { actOnResponse, correctResponse } from "@/lib/responses/commands";
import { buildSnapshot } from "@/lib/snapshot/build";
import { ownDatabase, SOURCE, viewerWith } from "./database";
import { act, level } from "./response-desk";

const rows = ownDatabase();
const chief = viewerWith("chief");
const lastAudit = async () => (await rows(`select * from "AuditEntry" order by id desc limit 1`))[0];
const events = async () => Number((await rows(`select count(*) from "ResponseAction"`))[0].count);

describe("response commands", () => {
  it("raise, and the picture and the audit show it", async () => {
    const done = await actOnResponse(chief, act("430000", "RAISE", "II", { seen: { "430000": "III" } }));
    expect(done).toMatchObject({ ok: true });
    expect(await level("430000")).toBe("II");
    expect(await lastAudit()).toMatchObject({
      userName: "chief",
      command: "response.act",
      outcome: "DONE",
      provinces: ["430000"],
    });
  });
  it("act on many provinces all or none", async () => {
    const before = await events();
    const refused = await actOnResponse(
      chief,
      act("110000", "ACTIVATE", "IV", { provinces: ["110000", "420000"] }),
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: "activated_while_active",
      values: { province: "湖北" },
    });
    expect(await events()).toBe(before);
    expect(
      await actOnResponse(chief, act("110000", "ACTIVATE", "IV", { provinces: ["110000", "120000"] })),
    ).toMatchObject({ ok: true });
    expect([await level("110000"), await level("120000")]).toEqual(["IV", "IV"]);
  });
  it.each([
    ["an illegal move", act("420000", "LOWER", "II"), "lowered_not_milder"],
    ["an unknown issuer", act("420000", "RAISE", "II", { issuerId: "nobody" }), "unknown_issuer"],
    [
      "an issuer outside its area",
      act("420000", "ACTIVATE", "II", { issuerId: "hunan-fangzhi" }),
      "issuer_has_no_say",
    ],
    ["an unknown province", act("990000", "ACTIVATE", "II"), "bad_input"],
    ["a province code nobody has", act("170000", "ACTIVATE", "II"), "unknown_province"],
    ["an unknown level", act("420000", "RAISE", "V"), "bad_input"],
    [
      "the far future",
      act("420000", "RAISE", "II", { effectiveAt: "2025-01-01T00:00:00+08:00" }),
      "far_future",
    ],
    [
      "a time before the track began",
      act("420000", "RAISE", "II", { effectiveAt: "2024-05-01T00:00:00+08:00" }),
      "raised_without_activation",
    ],
    [
      "a time that a later action contradicts",
      act("420000", "TERMINATE", null, { effectiveAt: "2024-07-02T00:00:00+08:00" }),
      "later_action_conflicts",
    ],
    [
      "a level that was moved meanwhile",
      act("420000", "RAISE", "II", { seen: { "420000": "IV" } }),
      "track_changed",
    ],
    [
      "an area of another province",
      act("420000", "ACTIVATE", "IV", { issuerId: "shuilibu", hazard: "DROUGHT", areaId: "430100" }),
      "unknown_area",
    ],
    [
      "a megabyte in a field",
      act("420000", "RAISE", "II", { source: { ...SOURCE, title: "x".repeat(1_000_000) } }),
      "bad_input",
    ],
    [
      "control characters",
      act("420000", "RAISE", "II", { source: { ...SOURCE, title: "a\u0000b" } }),
      "bad_input",
    ],
    [
      "a script for an address",
      act("420000", "RAISE", "II", { source: { ...SOURCE, url: "javascript:alert(1)" } }),
      "bad_input",
    ],
    ["no source", { ...act("420000", "RAISE", "II"), source: undefined }, "bad_input"],
  ])("refuse %s, change nothing and say so in the audit", async (_what, input, refusal) => {
    const before = await events();
    expect(await actOnResponse(chief, input)).toMatchObject({ ok: false, refusal });
    expect(await events()).toBe(before);
    expect((await lastAudit()).outcome).toBe(refusal === "bad_input" ? "INVALID" : "REFUSED");
  });
  it("let one of two people win and tell the other", async () => {
    const both = await Promise.all([
      actOnResponse(chief, act("340000", "RAISE", "II", { seen: { "340000": "III" } })),
      actOnResponse(chief, act("340000", "LOWER", "IV", { seen: { "340000": "III" } })),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({
      refusal: "track_changed",
      values: { province: "安徽", seen: "III" },
    });
  });
  it("answer a form sent many times with its first result", async () => {
    const input = act("350000", "ACTIVATE", "III");
    const before = await events();
    const results = await Promise.all(Array.from({ length: 6 }, () => actOnResponse(chief, input)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await events()).toBe(before + 1);
  });
  it("correct by superseding, keep both, and know the earlier belief", async () => {
    const done = await actOnResponse(chief, act("370000", "ACTIVATE", "II"));
    if (!done.ok) throw new Error(done.refusal);
    const [actionId] = done.value.actionIds;
    await refresh();
    const [{ recordedAt }] = await rows(`select "recordedAt" from "ResponseAction" where id = $1`, [
      actionId,
    ]);
    const right = {
      actionId,
      province: "370000",
      reason: "级别误录",
      replacement: { kind: "ACTIVATE", level: "IV", effectiveAt: "2024-07-04T19:30:00+08:00" },
    };
    expect(await correctResponse(chief, right)).toMatchObject({ ok: true });
    expect(await correctResponse(chief, right)).toMatchObject({ ok: false, refusal: "already_corrected" });
    expect(await level("370000")).toBe("IV");
    const log = store().log;
    const then =
      log &&
      buildSnapshot(log, { known: recordedAt.getTime() }).responses.find(
        (r) => r.adcode === "370000" && r.issuer === "国家防总" && r.hazard === "FLOOD",
      );
    expect(then?.level).toBe("II");
  });
  it("withdraw", async () => {
    const done = await actOnResponse(chief, act("610000", "ACTIVATE", "IV"));
    if (!done.ok) throw new Error(done.refusal);
    expect(
      await correctResponse(chief, {
        actionId: done.value.actionIds[0],
        province: "610000",
        reason: "误录",
        replacement: null,
      }),
    ).toMatchObject({ ok: true });
    expect(await level("610000")).toBeNull();
  });
});
