import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { bomb, docx, lockedPdf, pdf, scan } from "../fixtures/files";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const SAID = "国家防总4日针对贵州启动防汛四级应急响应。";

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/admin/bulletins/new");
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "", buffer });
}
const send = (page: Page) => page.getByRole("button", { name: "读取" }).click();

test("a Word file and a PDF become reviews; the same file leads to the first", async ({ page }) => {
  const file = docx("贵州雨情", SAID, randomUUID());
  await drop(page, "通报.docx", file);
  await expect(page.getByTestId("file")).toContainText("通报.docx");
  await send(page);
  await page.waitForURL(/bulletins\/[0-9a-f-]{36}$/);
  const first = page.url();
  await expect(page.getByTestId("proposal")).toContainText("贵州");
  await expect(page.getByText("原件 通报.docx")).toBeVisible();
  await drop(page, "again.docx", file);
  await send(page);
  await page.waitForURL(first);
  await drop(page, "b.pdf", pdf("贵州雨情", SAID, randomUUID()));
  await send(page);
  await expect(page.getByTestId("proposal")).toContainText("贵州");
});

test("files that cannot be read are refused in words", async ({ page }) => {
  for (const [name, bytes, words] of [
    ["a.pdf", lockedPdf(), "设有密码"],
    ["b.pdf", scan(), "没有文字层"],
    ["c.docx", bomb(100), "解压后过大"],
    ["d.docx", Buffer.from(SAID), "内容却不是"],
    ["e.txt", Buffer.from("  \n"), "没有文字"],
  ] as const) {
    await drop(page, name, bytes);
    await send(page);
    await expect(page.getByTestId("refusal")).toContainText(words);
  }
  await drop(page, "f.png", Buffer.from("x"));
  await expect(page.getByText("只能读 .txt")).toBeVisible();
  await drop(page, "g.txt", Buffer.alloc(20 * 1024 * 1024, 0x61));
  await expect(page.getByText("文件超过5 MB，没有上传")).toBeVisible();
});

test("the importer works beside the running server, and the list shows what came", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-files-"));
  writeFileSync(join(folder, "a.docx"), docx("云南雨情通报", SAID.replace("贵州", "云南"), randomUUID()));
  writeFileSync(join(folder, "b.txt"), `本市举办青年歌手比赛。${randomUUID()}`);
  await page.goto("/admin/bulletins");
  const out = execFileSync(process.execPath, ["scripts/bulletin-import.mjs", "a.docx", "b.txt"], {
    env: { ...process.env, DATA_DIR: process.env.XUNTU_DATA, INIT_CWD: folder },
    encoding: "utf8",
  });
  expect(out).toMatch(/^a\.docx\tnew\t[0-9a-f-]{36}\t1\nb\.txt\tnew\t[0-9a-f-]{36}\t0\n$/);
  await expect(page.getByRole("row", { name: /云南雨情通报/ })).toContainText("待核对");
  await page.getByRole("link", { name: /^无汛情事实/ }).click();
  await expect(page.getByRole("row", { name: /青年歌手/ }).first()).toBeVisible();
  await page
    .getByRole("link", { name: /青年歌手/ })
    .first()
    .click();
  await expect(page.getByText("没有读出汛情事实；已原样留存")).toBeVisible();
  await page.goto("/en/admin/bulletins?q=nothing-like-it");
  await expect(page.getByRole("link", { name: "Enter a bulletin" })).toBeVisible();
  await expect(page.getByText("No bulletin fits the filter.")).toBeVisible();
});

test("a page with scripts is read as text only", async ({ page }) => {
  await drop(
    page,
    "a.html",
    Buffer.from(
      `<h1>贵州</h1><script>document.title = "ran"</script><p onclick="x()">${SAID}${randomUUID()}</p>`,
    ),
  );
  await send(page);
  await expect(page.getByTestId("proposal")).toContainText("贵州");
  await expect(page.getByTestId("source-text")).not.toContainText("ran");
  expect(await page.title()).not.toBe("ran");
});

test("another system delivers with a token, and only with its right", async ({ playwright, baseURL }) => {
  const token = (scope: string) =>
    execFileSync(process.execPath, ["scripts/token-create.mjs", "--name", "e2e", "--may", scope], {
      env: { ...process.env, DATA_DIR: process.env.XUNTU_DATA },
      encoding: "utf8",
    }).trim();
  const outside = await playwright.request.newContext({
    baseURL,
    storageState: { cookies: [], origins: [] },
  });
  const post = (secret: string | null, type: string, data: string | Buffer) =>
    outside.post("/api/v1/bulletins?filename=a.txt", {
      data,
      headers: { "content-type": type, ...(secret ? { authorization: `Bearer ${secret}` } : {}) },
    });
  const right = token("bulletin:receive");
  const words = SAID + randomUUID();
  const taken = await post(right, "text/plain", words);
  expect(taken.status()).toBe(201);
  const answer = await taken.json();
  expect(answer).toMatchObject({ known: false, proposals: 1 });
  expect(taken.headers().location).toBe(`/admin/bulletins/${answer.bulletinId}`);
  expect((await post(right, "text/plain", words)).status()).toBe(200);
  const json = JSON.stringify({
    text: `太湖超警。${randomUUID()}`,
    publisher: "甲",
    title: "乙",
    published: "2024-07-04",
  });
  expect((await post(right, "application/json", json)).status()).toBe(201);
  expect((await post(null, "text/plain", words)).status()).toBe(401);
  expect((await post("xuntu_nonsense", "text/plain", words)).status()).toBe(401);
  expect((await post(token("readings:write"), "text/plain", words)).status()).toBe(403);
  expect((await post(right, "image/png", words)).status()).toBe(415);
  expect((await post(right, "application/json", "{}")).status()).toBe(422);
  expect((await post(right, "application/pdf", lockedPdf())).status()).toBe(422);
  expect((await post(right, "text/plain", Buffer.alloc(20 * 1024 * 1024, 0x61))).status()).toBe(413);
  await outside.dispose();
});
