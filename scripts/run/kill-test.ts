import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port";
import { startProduct } from "./server-process";

const PASSWORD = "kill-test-password";
const SUBMISSIONS = 200;
const PROVINCES = [
  "110000",
  "120000",
  "130000",
  "140000",
  "150000",
  "210000",
  "220000",
  "230000",
  "310000",
  "320000",
  "330000",
  "340000",
  "350000",
  "360000",
  "370000",
  "410000",
  "420000",
  "430000",
  "440000",
  "450000",
  "460000",
  "500000",
  "510000",
  "520000",
  "530000",
];
const STEPS = [
  ["ACTIVATE", "IV"],
  ["RAISE", "III"],
  ["RAISE", "II"],
  ["RAISE", "I"],
] as const;

interface Submission {
  requestId: string;
  hazard: string;
  kind: string;
  level: string;
  provinces: string[];
}

/** Two hundred different submissions, each legal once the ones before it on its track are in. */
function submissions(): Submission[] {
  const all = STEPS.flatMap(([kind, level]) =>
    ["TYPHOON", "GEOHAZARD"].flatMap((hazard) =>
      PROVINCES.map((province) => ({ requestId: randomUUID(), hazard, kind, level, provinces: [province] })),
    ),
  );
  return all.slice(0, SUBMISSIONS);
}

async function signIn(base: string): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify({ username: "admin", password: PASSWORD }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Submits as the form does: the same request id again until it is answered. Returns whether it was acknowledged. */
async function submit(base: () => string, cookie: () => string, submission: Submission): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      const response = await fetch(`${base()}/api/v1/commands/response.act`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: cookie() },
        body: JSON.stringify({
          ...submission,
          issuerId: "shuilibu",
          effectiveAt: "2024-07-04T19:00:00+08:00",
          source: { publisher: "p", title: "t" },
        }),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.status === 200) return true;
      if (response.status !== 503) console.error(response.status, await response.text());
    } catch {}
    await wait(100);
  }
  return false;
}

const postmaster = (folder: string) =>
  readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");

async function inDatabase(folder: string): Promise<{ requestId: string; actionIds: number[] }[]> {
  const password = readFileSync(join(folder, "postgres-password"), "utf8");
  const client = new pg.Client({
    connectionString: `postgresql://xuntu:${password}@127.0.0.1:${postmaster(folder)[3]}/xuntu`,
  });
  await client.connect();
  const { rows } = await client.query(
    `select e."requestId", array_agg(a.id::int) as "actionIds" from "AuditEntry" e join "ResponseAction" a on a.version = e.version where e.outcome = 'DONE' and e.command = 'response.act' group by 1`,
  );
  const twice = await client.query(
    `select 1 from "ResponseAction" where "issuerId" = 'shuilibu' and hazard in ('TYPHOON', 'GEOHAZARD') group by hazard, "provinceId", level having count(*) > 1`,
  );
  await client.end();
  if (twice.rowCount) throw new Error(`${twice.rowCount} submissions are in twice`);
  return rows;
}

/** kill -9 of PostgreSQL and of the server among 200 submissions: all acknowledged ones are there, none twice. */
export async function killTests(say: (text: string) => void): Promise<{ passed: number; failed: number }> {
  say("kill tests: 200 submissions, PostgreSQL killed at 50 and 100, the server at 75 and 150");
  const folder = mkdtempSync(join(tmpdir(), "xuntu-kill-"));
  chmodSync(folder, 0o755);
  const env = { DATA_DIR: folder, PORT: String(await freePort()), XUNTU_ADMIN_PASSWORD: PASSWORD };
  let product = await startProduct(env);
  const cookie = await signIn(product.base);
  const acknowledged: string[] = [];
  let restarting: Promise<void> = Promise.resolve();
  const all = submissions();
  for (const [index, submission] of all.entries()) {
    if (index === 50 || index === 100) process.kill(Number(postmaster(folder)[0]), "SIGKILL");
    if (index === 75 || index === 150) {
      // The submission is under way when the server dies; it is answered by the next one.
      setTimeout(() => product.child.kill("SIGKILL"), 3);
      restarting = new Promise<void>((resolve) => product.child.once("exit", () => resolve())).then(
        async () => {
          product = await startProduct(env);
        },
      );
    }
    if (
      await submit(
        () => product.base,
        () => cookie,
        submission,
      )
    )
      acknowledged.push(submission.requestId);
    if (index === 75 || index === 150) await restarting;
  }
  const found = new Map((await inDatabase(folder)).map((row) => [row.requestId, row.actionIds]));
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
  const lost = acknowledged.filter((id) => found.get(id)?.length !== 1);
  say(
    `${acknowledged.length} of ${all.length} acknowledged, ${lost.length} lost, ${found.size} in the database`,
  );
  const good = acknowledged.length === all.length && lost.length === 0 && found.size === all.length;
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
