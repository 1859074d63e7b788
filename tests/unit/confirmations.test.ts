import { expect, it } from "vitest";
import type { db } from "@/lib/db";
import { EMPTY_SOURCE, type Source } from "@/lib/responses/schema";
import { addConfirmations, type Confirmation, withFurther } from "@/lib/snapshot/confirmations";
import { emptyDomain } from "@/lib/snapshot/domain";
import type { EventLog } from "@/lib/snapshot/log";
import { type FactEvent, readPublications } from "@/lib/snapshot/publications";

const approved = Date.parse("2024-07-04T21:00:00+08:00");
const from = (id: string, fact: number): Source => ({
  ...EMPTY_SOURCE,
  bulletin: { id, span: [0, 1], fact },
});
const order = (id: number, recordedAt: number, source: Source) => ({
  ...{ id, recordedAt, supersedesId: null, withdrawn: false, source, category: "PATROL" as const },
  ...{ text: `${id}`, issuer: "水利部", at: approved, precision: "DAY" as const, provinces: [] },
});

it("shows a bulletin's facts in the order of its text, those of its own and those that it confirms", async () => {
  const earlier = order(1, approved - 1, EMPTY_SOURCE);
  const own = [order(2, approved, from("b", 1)), order(3, approved, from("b", 3))];
  const log = {
    bulletins: new Map(),
    deployments: new Map(),
    domain: { ...emptyDomain(), directives: [earlier, ...own] },
  } as unknown as EventLog;
  const published = {
    ...{ bulletinId: "b", at: new Date(approved) },
    bulletin: { publisher: "p", title: "t", publishedAt: new Date(approved), heads: [] },
  };
  const client = { bulletinPublication: { findMany: async () => [published] } } as unknown as ReturnType<
    typeof db
  >;
  const add = await readPublications(client, { gt: 0, lte: 1 });
  const events = own.map((event): FactEvent => ({ kind: "DIRECTIVE", event }));
  const confirms: Confirmation[] = [
    { kind: "DIRECTIVE", id: 1, recordedAt: approved, source: from("b", 2) },
    // The same told twice by one bulletin confirms it twice, and what is not on record is no fact.
    { kind: "DIRECTIVE", id: 1, recordedAt: approved, source: from("b", 4) },
    { kind: "OUTAGE", id: 1, recordedAt: approved, source: from("b", 5) },
  ];
  add(log, events, confirms);
  const facts = log.bulletins.get("b")?.facts ?? [];
  expect(facts.map(({ source, event, confirms }) => [source.bulletin?.fact, event.id, confirms])).toEqual([
    [1, 2, false],
    [2, 1, true],
    [3, 3, false],
    [4, 1, true],
  ]);
});

it("gives a record the further sources known at a time, and leaves the others as they are", () => {
  const confirmations = new Map<string, Confirmation[]>();
  addConfirmations(confirmations, [
    { kind: "DEPLOYMENT", id: 4, recordedAt: 10, source: from("b", 1) },
    { kind: "DEPLOYMENT", id: 4, recordedAt: 20, source: from("c", 1) },
    { kind: "OUTAGE", id: 5, recordedAt: 10, source: from("b", 2) },
  ]);
  const at = (known: number) =>
    withFurther({ confirmations }, known)("DEPLOYMENT", [{ id: "4" }, { id: "5" }]).map((record) =>
      ("furtherSources" in record ? (record.furtherSources as Source[]) : []).map((one) => one.bulletin?.id),
    );
  expect(at(9)).toEqual([[], []]);
  expect(at(10)).toEqual([["b"], []]);
  expect(at(Number.POSITIVE_INFINITY)).toEqual([["b", "c"], []]);
});
