import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const BULLETIN = ["安徽", "江西", "湖北", "湖南", "黑龙江", "江苏"];

test("the page names and draws the six provinces before any script runs", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  const list = page.getByTestId("responses");
  for (const name of BULLETIN) await expect(list.getByText(name, { exact: true })).toBeVisible();
  await expect(page.locator('svg path[data-level="III"]')).toHaveCount(4);
  await expect(page.locator('svg path[data-level="IV"]')).toHaveCount(2);
  await expect(page.getByTestId("counts")).toContainText("4");
  await expect(page.getByTestId("exercise")).toContainText("2024年7月4日 20:00");
  await context.close();
});

test("Leaflet takes over, and what is filtered is in the address and in a sentence", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("map")).toHaveAttribute("data-ready", "true");
  await page.locator("summary", { hasText: "级别" }).click();
  await page.getByLabel("四级").check();
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(2);
  await expect(page).toHaveURL(/level=IV/);
  await expect(page.getByTestId("sentence")).toContainText("限四级");
  await page.reload();
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(2);
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(6);
});

test("provinces are found by pinyin", async ({ page }) => {
  await page.goto("/");
  await page.locator("summary", { hasText: "省份" }).click();
  await page.getByLabel("搜索名称、拼音或代码").fill("hun");
  await page.getByRole("checkbox", { name: "湖南" }).check();
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(1);
  await expect(page).toHaveURL(/province=430000/);
});

test("the time handle moves the whole page by keyboard, without a reload", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("map")).toHaveAttribute("data-ready", "true");
  await page.evaluate(() => Object.assign(window, { untouched: true }));
  const handle = page.getByTestId("handle");
  await handle.focus();
  for (let day = 0; day < 12; day++) await handle.press("PageDown");
  await expect(page.getByTestId("shown")).toContainText("2024年6月22日 20:00");
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(7);
  await expect(page).toHaveURL(/at=2024-06-22T20:00:00/);
  await page.getByRole("button", { name: "回到当前" }).click();
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(6);
  expect(await page.evaluate(() => "untouched" in window)).toBe(true);
});

test("a time with nothing in force says so in words", async ({ page }) => {
  await page.goto("/?at=2024-05-01T08:00:00%2B08:00");
  await expect(page.getByTestId("empty")).toContainText("没有符合条件的应急响应");
});

test("English says the same, with the view kept", async ({ page }) => {
  await page.goto("/?level=III");
  await expect(page.getByTestId("responses").locator("li")).toHaveCount(4);
  await page.getByTestId("language").click();
  await expect(page).toHaveURL(/\/en\?level=III/);
  await expect(page.getByTestId("responses")).toContainText("Anhui");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a province page has its tracks, its table and its chart's twin", async ({ page }) => {
  await page.goto("/provinces/430000");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("湖南");
  await expect(page.getByRole("table")).toContainText("国家防总");
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  expect((await page.goto("/provinces/999999"))?.status()).toBe(404);
  expect((await page.goto("/no/such/page"))?.status()).toBe(404);
});

for (const path of [
  "/",
  "/en",
  "/?layer=rain",
  "/timeline",
  "/provinces/430000",
  "/sign-in",
  "/docs/problems",
]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`accessible: ${path} ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(path);
      if (path.startsWith("/?") || path === "/")
        await expect(page.getByTestId("map")).toHaveAttribute("data-ready", "true");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(
          (v) =>
            `${v.id}: ${v.nodes
              .map((n) => n.target.join(" "))
              .slice(0, 3)
              .join(" | ")}`,
        ),
      ).toEqual([]);
      await context.close();
    });
  }
}

for (const width of [360, 768, 1440]) {
  test(`nothing is wider than the page at ${width}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const path of ["/", "/en", "/timeline", "/provinces/430000"]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
    await context.close();
  });
}
