import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "./database";

let pool: pg.Pool;
beforeAll(async () => {
  pool = await freshDatabase();
});
afterAll(async () => pool.end());

const TABLES = [
  "ResponseAction",
  "StageReport",
  "Deployment",
  "DeploymentPlace",
  "DeploymentStatus",
  "RainForecast",
  "RainForecastArea",
  "Consultation",
  "Directive",
  "DirectiveProgress",
  "Outage",
  "OutageRestoration",
  "Photo",
  "PatrolReport",
  "Danger",
  "DangerEvent",
  "DeploymentPosition",
  "PositionQuarantine",
  "Confirmation",
  "StageMark",
  "Bulletin",
  "Proposal",
  "ProposalDecision",
  "BulletinPublication",
  "BulletinReading",
  "BulletinHead",
  "BulletinStep",
  "Source",
  "AuditEntry",
];

/** Rows for the tables that the season leaves empty: a trigger on rows needs one. */
const ROWS = `
  insert into "DirectiveProgress" (version, "directiveId", "provinceId", state, figures, at, "sourceId")
    select 1, 1, '430000', 'DONE', '[]', now(), id from "Source" limit 1;
  insert into "Outage" (id, version, name, "provinceId", cuts, since, "sourceId")
    select 1, 1, 'x', '430000', '{ROAD}', now(), id from "Source" limit 1;
  insert into "OutageRestoration" (version, "outageId", cuts, at, "sourceId")
    select 1, 1, '{ROAD}', now(), id from "Source" limit 1;
  insert into "Photo" (id, sha256, "mediaType", width, height, bytes, "userName")
    values ('p', repeat('0', 64), 'image/jpeg', 1, 1, 'x', 't');
  insert into "Confirmation" (version, "outageId", "sourceId") select 1, 1, id from "Source" limit 1;
  insert into "DeploymentPosition" (version, "deploymentId", at, lat, lon, "userName") values (1, 1, now(), 30, 110, 't');
  insert into "PositionQuarantine" (key, row, reason, "userName") values (repeat('0', 64), '{}', 'x', 't');`;

describe("the database itself", () => {
  it.each(TABLES)("refuses to change, remove or empty %s", async (table) => {
    if (table === "AuditEntry")
      await pool.query(
        `insert into "AuditEntry" ("userName", command, outcome, detail, input, provinces) values ('t', 't', 'DONE', '', '{}', '{}')`,
      );
    if (table === "DirectiveProgress") await pool.query(ROWS);
    if (table === "Bulletin")
      await pool.query(
        `insert into "Bulletin" (id, publisher, title, "publishedAt", text, sha256, original, "mediaType", "receivedBy")
           values ('b', 'p', 't', now(), 'x', repeat('0', 64), 'x', 'text/plain', 't');
         insert into "Proposal" (id, "bulletinId", kind, fact, "spanStart", "spanEnd") values (1, 'b', 'WATER', '{}', 0, 1);
         insert into "ProposalDecision" ("proposalId", choice, "userName") values (1, 'ACCEPTED', 't');
         insert into "BulletinReading" ("bulletinId", start, "end", day, "userName") values ('b', 0, 1, now(), 't');
         insert into "BulletinHead" ("bulletinId", publisher, title, "publishedAt", precision, "userName")
           values ('b', 'p', 't', now(), 'DAY', 't');
         insert into "BulletinStep" ("bulletinId", kind, "userName") values ('b', 'SUBMITTED', 't');
         insert into "BulletinPublication" ("bulletinId", version, "userName", facts) values ('b', 1, 't', 1)`,
      );
    const column =
      table === "AuditEntry"
        ? "\"userName\" = 'x'"
        : table === "DeploymentPlace"
          ? "name = 'x'"
          : table === "RainForecastArea"
            ? "text = 'x'"
            : table === "Danger"
              ? "place = 'x'"
              : table === "Source" || table === "Bulletin"
                ? "title = 'x'"
                : table === "Proposal"
                  ? "doubt = 'x'"
                  : table === "ProposalDecision" || table.startsWith("Bulletin")
                    ? "\"userName\" = 'x'"
                    : '"recordedAt" = now()';
    await expect(pool.query(`update "${table}" set ${column}`)).rejects.toThrow(/append-only/);
    await expect(pool.query(`delete from "${table}"`)).rejects.toThrow(/append-only/);
    await expect(pool.query(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/);
    await expect(
      pool.query(`set session_replication_role = replica; delete from "${table}"`),
    ).rejects.toThrow(/append-only/);
  });

  const insert = (values: string) =>
    pool.query(
      `insert into "ResponseAction" (version, "issuerId", hazard, "provinceId", kind, level, "fromLevel", "effectiveAt", "sourceId", reason, "supersedesId", withdrawn) select 9, 'guojia-fangzong', 'FLOOD', ${values} from "Source" s limit 1`,
    );
  it.each([
    ["a province that does not exist", `'990000', 'ACTIVATE', 'IV', null, now(), s.id, null, null, false`],
    ["a termination with a level", `'430000', 'TERMINATE', 'IV', null, now(), s.id, null, null, false`],
    ["an activation without a level", `'430000', 'ACTIVATE', null, null, now(), s.id, null, null, false`],
    ["a raise to a milder level", `'430000', 'RAISE', 'IV', 'III', now(), s.id, null, null, false`],
    ["a lowering to a graver level", `'430000', 'LOWER', 'II', 'III', now(), s.id, null, null, false`],
    ["a time that cannot be", `'430000', 'ACTIVATE', 'IV', null, '1066-10-14', s.id, null, null, false`],
    ["a withdrawal of nothing", `'430000', 'ACTIVATE', 'IV', null, now(), s.id, 'why', null, true`],
    ["a correction without a reason", `'430000', 'ACTIVATE', 'IV', null, now(), s.id, null, 1, false`],
  ])("refuses %s", async (_what, values) => {
    await expect(insert(values)).rejects.toThrow(/violates/);
  });
});
