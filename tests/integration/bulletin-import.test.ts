import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docx, lockedPdf } from "../fixtures/files";
import { freshDatabase } from "./database";

let pool: pg.Pool;
const folder = mkdtempSync(join(tmpdir(), "xuntu-import-"));
const put = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
beforeAll(async () => {
  pool = await freshDatabase();
});
afterAll(async () => pool.end());

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["scripts/bulletin-import.mjs", ...args], {
    env: { ...process.env, INIT_CWD: folder, LANG: "en_US.UTF-8", LC_ALL: "", ...env },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.err += data;
  });
  return { child, said, ended: new Promise<number | null>((resolve) => child.once("close", resolve)) };
}
async function run(args: string[], env: Record<string, string> = {}) {
  const { said, ended } = start(args, env);
  return { code: await ended, ...said };
}

it("takes good files, says why it does not take the others, and ends with 1", async () => {
  put("a.docx", docx("陕西雨情", "国家防总4日针对陕西启动防汛四级应急响应。"));
  put("locked.pdf", lockedPdf());
  const large = put("large.txt", "");
  truncateSync(large, 20 * 1024 * 1024);
  const { code, out, err } = await run([
    "--published=2024-07-04",
    "--publisher=测试社",
    "a.docx",
    "locked.pdf",
    "large.txt",
    "none.txt",
    "a.docx",
  ]);
  const lines = out.trim().split("\n");
  expect(lines[0]).toMatch(/^a\.docx\tnew\t[0-9a-f-]{36}\t1$/);
  expect(lines[1]).toMatch(/^locked\.pdf\trefused\tThe file is locked/);
  expect(lines[2]).toMatch(/^large\.txt\trefused\tThe file is over 5 MB/);
  expect(lines[3]).toMatch(/^none\.txt\trefused\tThere is no such file/);
  expect(lines[4]).toMatch(/^a\.docx\tknown\t[0-9a-f-]{36}$/);
  expect(err).toContain("[5/5] a.docx");
  expect(err).toContain("2 in, 3 refused");
  expect(code).toBe(1);
  const { rows } = await pool.query(`select "receivedBy", publisher, "fileName" from "Bulletin"`);
  expect(rows).toEqual([{ receivedBy: "operator", publisher: "测试社", fileName: "a.docx" }]);
});

it("ends with 0 when all are in, 2 for a wrong line, 3 without a database", async () => {
  put("b.txt", "国家防总4日针对甘肃启动防汛四级应急响应。");
  expect((await run(["b.txt"])).code).toBe(0);
  for (const wrong of [[], ["--nonsense", "b.txt"], ["--watch", "no-such-folder"], ["--watch", ".", "b.txt"]])
    expect((await run(wrong)).code).toBe(2);
  expect((await run(["b.txt"], { DATABASE_URL: "postgresql://x:x@127.0.0.1:1/x" })).code).toBe(3);
});

it("takes what is put into a watched folder, and sets aside what it cannot read", async () => {
  const inbox = mkdtempSync(join(tmpdir(), "xuntu-inbox-"));
  renameSync(put("c.txt", "国家防总4日针对青海启动防汛四级应急响应。"), join(inbox, "c.txt"));
  renameSync(put("d.pdf", lockedPdf()), join(inbox, "d.pdf"));
  const { child, said, ended } = start(["--watch", inbox]);
  await expect.poll(() => said.out.split("\n").length, { timeout: 25_000, interval: 200 }).toBe(3);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(readdirSync(join(inbox, "taken"))[0]).toMatch(/-c\.txt$/);
  expect(
    readdirSync(join(inbox, "refused"))
      .map((name) => name.replace(/^\d+-/, ""))
      .sort(),
  ).toEqual(["d.pdf", "d.pdf.reason.txt"]);
  expect(existsSync(join(inbox, "c.txt"))).toBe(false);
});
