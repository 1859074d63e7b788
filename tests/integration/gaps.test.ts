import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recordDirective, recordProgress } from "@/lib/directives/commands";
import { refresh } from "@/lib/live/listen";
import { recordPatrol } from "@/lib/patrols/commands";
import { setThresholds } from "@/lib/settings/commands";
import { ownDatabase, SOURCE, value, viewerWith } from "./database";
import { now } from "./now";

ownDatabase();
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });

describe("gaps", () => {
  it("appear and close with the facts, and follow the thresholds", async () => {
    const lacks = (rule: string, id: string) =>
      now().gaps.some((gap) => gap.rule === rule && gap.subject.id === id);
    const { directiveId } = value(
      await recordDirective(chief, {
        category: "EVACUATION",
        text: "转移低洼处群众",
        issuer: "国家防总",
        at: "2024-07-03T12:00:00+08:00",
        provinces: ["430000"],
        source: SOURCE,
      }),
    );
    await refresh();
    const answered = () => !lacks("directive_unanswered", String(directiveId));
    expect(answered()).toBe(false);
    expect(
      await setThresholds(viewerWith("administrator"), { thresholds: { directiveWithinHours: 48 } }),
    ).toMatchObject({ ok: true });
    await refresh();
    expect(answered()).toBe(true);
    expect(
      await setThresholds(viewerWith("administrator"), { thresholds: { directiveWithinHours: 0 } }),
    ).toMatchObject({ refusal: "bad_input" });
    expect(await setThresholds(chief, { thresholds: {} })).toMatchObject({ refusal: "forbidden" });
    value(await setThresholds(viewerWith("administrator"), { thresholds: {} }));
    await refresh();
    expect(answered()).toBe(false);
    value(
      await recordProgress(officer, {
        directiveId,
        province: "430000",
        state: "DONE",
        figures: [{ what: "PEOPLE_MOVED", value: 1200 }],
        at: "2024-07-04T10:00:00+08:00",
        source: SOURCE,
      }),
    );
    await refresh();
    expect(answered()).toBe(true);
    expect(lacks("water_without_patrol", "taihu")).toBe(true);
    value(
      await recordPatrol(chief, {
        clientId: randomUUID(),
        sectionId: "taihu",
        province: "320000",
        at: "2024-07-04T18:00:00+08:00",
        lengthKm: 10,
        people: 20,
        shifts: 2,
      }),
    );
    await refresh();
    expect(lacks("water_without_patrol", "taihu")).toBe(false);
  });
});
