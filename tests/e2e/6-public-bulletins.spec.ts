import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { publishBulletin } from "./desk";
import { STATE } from "./sign-in-once";

test.describe.configure({ mode: "serial" });

const HIDDEN = "此段与汛情无关而且不得示人的文字";
const TITLE = "国家防总针对宁夏启动应急响应";
const PUBLISHER = "公开阅读社";
let id = "";

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((one) => `${one.id} ${one.nodes[0]?.html}`);

test("a published bulletin is listed, and shows its facts with their words only", async ({ browser }) => {
  const desk = await browser.newContext({ storageState: STATE });
  id = await publishBulletin(await desk.newPage(), {
    text: `${HIDDEN}。\n\n国家防总4日针对宁夏启动防汛四级应急响应。太湖超警。\n\n${HIDDEN}。${randomUUID()}`,
    publisher: PUBLISHER,
    title: TITLE,
    published: "2024-07-04",
  });
  await desk.close();
  const reader = await browser.newContext();
  const page = await reader.newPage();
  await page.goto("/");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "通报" }).click();
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  const facts = page.getByTestId("fact");
  await expect(facts).toHaveCount(2);
  await expect(facts.first()).toContainText("国家防总针对宁夏启动防汛四级应急响应");
  await expect(page.locator("blockquote mark").first()).toHaveText(/宁夏启动防汛四级应急响应/);
  for (const path of [`/bulletins/${id}`, `/en/bulletins/${id}`, `/api/v1/bulletins/${id}`, "/bulletins"]) {
    const body = await (await page.request.get(path)).text();
    expect(body, path).toContain(TITLE);
    expect(body, path).not.toContain(HIDDEN);
  }
  await reader.close();
});

test("from a province a fact leads to its words, marked, in both languages and without a script", async ({
  browser,
}) => {
  for (const [prefix, words, javaScriptEnabled] of [
    ["", "看原句", true],
    ["/en", "see the words", false],
  ] as const) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${prefix}/provinces/640000`);
    await page.getByRole("link", { name: words }).first().click();
    await expect(page).toHaveURL(new RegExp(`${prefix}/bulletins/${id}#fact-1$`));
    const fact = page.locator("[data-testid=fact]:target");
    await expect(fact).toContainText(prefix ? "Ningxia" : "宁夏");
    await expect(fact).toBeInViewport();
    const mark = page.locator("[data-testid=fact-group]", { has: fact }).locator("mark");
    await expect(mark).toContainText("启动防汛四级应急响应");
    await expect(mark).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await context.close();
  }
});

test("the filter is in the address, and what it leaves is said in words", async ({ page }) => {
  await page.goto("/bulletins");
  await page.getByLabel("发布单位").selectOption(PUBLISHER);
  await page.getByLabel("涉及省份").selectOption("640000");
  await page.getByLabel("起始日").fill("2024-07-01");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/province=640000/);
  await expect(page.getByTestId("shown")).toHaveText(
    `2024年7月1日以来、${PUBLISHER}发布、涉及宁夏的通报，共1份。`,
  );
  await expect(page.getByTestId("bulletins").locator("li")).toHaveCount(1);
  await page.goto(`/bulletins?publisher=${PUBLISHER}&province=710000`);
  await expect(page.getByTestId("empty")).toContainText("没有符合条件的通报");
  await page.getByRole("link", { name: "清除筛选" }).click();
  await expect(page.getByRole("link", { name: TITLE })).toBeVisible();
});

test("who has the list already is told so, also when it is made anew", async ({ request }) => {
  const url = `/api/v1/bulletins?publisher=${PUBLISHER}&limit=7`;
  const first = await request.get(url);
  expect(await first.json()).toMatchObject({ total: 1, bulletins: [{ id }] });
  const headers = { "if-none-match": first.headers().etag ?? "" };
  expect((await request.get(url, { headers })).status()).toBe(304);
  expect((await request.get(`${url}&x=${randomUUID()}`, { headers })).status()).toBe(304);
  expect((await request.get(`/api/v1/bulletins/${randomUUID()}`)).status()).toBe(404);
  expect((await request.get("/api/v1/bulletins?from=soon")).status()).toBe(422);
});

for (const path of ["/bulletins", "/en/bulletins", "one", "/en/one"])
  for (const colorScheme of ["light", "dark"] as const)
    test(`accessible and no wider than the page: ${path} ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      await page.goto(path.replace(/one$/, `${path === "one" ? "/" : ""}bulletins/${id}#fact-2`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await context.close();
    });

test.describe("a correction", () => {
  test.use({ storageState: STATE });
  test("is announced to who reads the bulletin, and shown as such", async ({ page, browser }) => {
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(`/bulletins/${id}`);
    await page.goto("/provinces/640000");
    await page
      .getByRole("row", { name: /公开阅读社/ })
      .getByRole("link", { name: "更正" })
      .click();
    await page.getByLabel("更正", { exact: true }).selectOption("withdraw");
    await page.getByLabel("更正原因").fill("抄录有误");
    await page.getByTestId("review").click();
    await page.getByTestId("confirm").click();
    await reader.getByRole("button", { name: "刷新" }).click();
    await expect(reader.getByTestId("standing")).toContainText(/撤回。 原因：抄录有误/);
    await reader.context().close();
  });

  test("and whole texts are shown once an administrator says so", async ({ page, browser }) => {
    await page.goto("/admin/texts");
    await page.getByLabel("公开全文").selectOption("some");
    await page.getByLabel(/每行一个/).fill(PUBLISHER);
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByTestId("toast")).toContainText("已保存");
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(`/bulletins/${id}`);
    await expect(reader.getByTestId("whole")).toContainText(HIDDEN);
    expect(await violations(reader)).toEqual([]);
    await page.getByLabel("公开全文").selectOption("none");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByTestId("toast")).toContainText("已保存");
    await reader.reload();
    await expect(reader.getByTestId("whole")).toHaveCount(0);
    await reader.context().close();
  });
});
