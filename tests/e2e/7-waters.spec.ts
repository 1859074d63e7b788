import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";

const LANGUAGES = [
  {
    path: "",
    name: "星子",
    over: "超警戒",
    csv: /下载 CSV/,
    open: "过程线与特征水位",
    days: "共 38 天",
    season: "汛期",
  },
  {
    path: "/en",
    name: "Xingzi",
    over: "above warning",
    csv: /Download CSV/,
    open: "Hydrograph and marks",
    days: "38 days",
    season: "Season",
  },
] as const;

async function curve(page: Page): Promise<void> {
  const chart = page.getByTestId("hydrograph");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("svg.recharts-surface").first()).toBeVisible();
}

/** Presses Tab, and nothing else, until the place asked for has the focus. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toHaveCount(1);
  for (let press = 0; press < 250; press++) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`250 tabs do not reach ${place}`);
}

test("the states of 4 July 2024 are those of the bulletin, on map and table", async ({ page, request }) => {
  const { waters } = await (await request.get("/api/v1/snapshot")).json();
  const state = (id: string) => waters.find((water: { id: string }) => water.id === id)?.state;
  expect(state("taihu")).toBe("above_warning");
  expect(state("wusulijiang-main")).toBe("above_guarantee");
  expect(state("hankou")).toBe("above_warning");
  await page.goto("/waters");
  await expect(page.locator('tr[data-section="taihu"]')).toHaveAttribute("data-state", "above_warning");
  await expect(page.locator('tr[data-section="wusulijiang-main"]')).toContainText("超保证");
  await expect(page.locator('tr[data-section="hankou"]')).toContainText("+0.70");
  await page.goto("/");
  await expect(page.getByTestId("map")).toHaveAttribute("data-ready", "true");
  await expect(page.getByTestId("waters").getByRole("link", { name: "太湖", exact: true })).toHaveAttribute(
    "href",
    "/waters/taihu",
  );
  await expect(page.locator('path[fill="url(#water-above_warning)"]').first()).toBeAttached();
});

test("shapes for a near map come readable, compressed once, and are drawn", async ({ page, request }) => {
  for (const file of ["prefectures.json", "waters.json"]) {
    const response = await request.get(`/geo/${file}`, { headers: { "accept-encoding": "br" } });
    expect(response.headers()["content-encoding"]).toBe("br");
    expect(Object.keys(await response.json())).toContain("type");
  }
  await page.goto("/?map=7/29.9/115.5");
  await expect(page.locator('path[stroke="var(--border)"][stroke-width="0.6"]')).toBeAttached();
  await expect(page.locator("canvas.map-stations")).toHaveAttribute("data-stations", /[1-9]/);
});

for (const { path, name, over, csv, open, days, season } of LANGUAGES) {
  test(`from the map to a station's curve and its file with the keyboard: ${path || "zh"}`, async ({
    page,
  }) => {
    await page.goto(`${path}/?map=8/29.45/116.04`);
    await expect(page.locator("canvas.map-stations")).toHaveAttribute("data-stations", /[1-9]/);
    await tabTo(page, page.locator(".map-reachable").filter({ hasText: name }));
    await page.keyboard.press("Enter");
    const popup = page.getByTestId("water-popup");
    await expect(popup).toContainText(over);
    await tabTo(page, popup.getByRole("link", { name: open }));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${path}/waters/xingzi`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await curve(page);
    await tabTo(page, page.getByRole("button", { name: season }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/range=season/);
    await expect(page.getByTestId("spells")).toContainText(days);
    await expect(page.getByTestId("times-over")).toContainText("21.56 m");
    await tabTo(page, page.getByTestId("hydrograph"));
    await page.keyboard.press("End");
    await expect(page.getByTestId("readout")).toContainText("18.96 m");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByTestId("readout")).toContainText("19.01 m");
    await tabTo(page, page.getByRole("link", { name: csv }));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toMatch(/^station,at,stage,flow,datum,source\r\n/);
    expect(text).toContain("2024-07-04T14:00:00+08:00,21.56");
  });
}

test("Hankou through July: marks, sparse points, the days over, and nothing drawn in between", async ({
  page,
}) => {
  await page.goto("/waters/hankou?range=season");
  await curve(page);
  const chart = page.getByTestId("hydrograph");
  await expect(chart).toHaveAttribute("data-points", "5");
  for (const label of ["警戒 27.30", "保证 29.73", "历史最高 29.73", "设防 25.00"])
    await expect(chart.getByText(label)).toBeVisible();
  await expect(chart.locator(".recharts-line-dots circle")).toHaveCount(3);
  await expect(chart.locator(".recharts-reference-area")).toHaveCount(1);
  await expect(page.getByTestId("spells")).toContainText("7月1日 23:40 至 7月8日 07:00，共 8 天");
  await expect(page.locator("#hydrograph-words")).toContainText("其余只画点");
  await page.locator("summary", { hasText: "表格" }).click();
  await expect(page.getByTestId("readings-table").locator("tbody tr")).toHaveCount(5);
  await expect(page.getByTestId("side-by-side")).toContainText("湖北日报");
  await expect(page.getByRole("figure")).toContainText("超警戒 0.70 m");
});

test("a drill station shows a full curve, reduced and said so, always as synthetic", async ({ page }) => {
  await page.goto("/waters/drill-1");
  await curve(page);
  await page.getByRole("button", { name: "汛期" }).click();
  await expect(page).toHaveURL(/range=season/);
  const words = page.locator("#hydrograph-words");
  await expect(words).toContainText("min–max");
  await expect(words).toContainText("合成数据");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("合成数据");
  const line = page.getByTestId("hydrograph").locator("path.recharts-line-curve").last();
  expect((await line.getAttribute("d"))?.length ?? 0).toBeGreaterThan(5000);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载 PNG" }).click(),
  ]);
  const png = await readFile(await file.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  await page.reload();
  await expect(page.getByRole("button", { name: "汛期" })).toHaveAttribute("aria-pressed", "true");
});

test("the table is filtered and sorted by its address", async ({ page }) => {
  await page.goto("/waters");
  // The choice asks by itself only once the page's script is there.
  await page.locator("form[data-ready]").waitFor();
  await page.getByLabel("状态").selectOption("above_warning");
  await expect(page).toHaveURL(/state=above_warning/);
  await expect(page.locator("tr[data-section]")).toHaveCount(
    await page.locator('tr[data-state="above_warning"]').count(),
  );
  await page.getByRole("columnheader", { name: /水位/ }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=stage/);
  await expect(page.locator("tr[data-section]").first()).toHaveAttribute("data-section", "chenglingji");
  await page.getByRole("link", { name: "清除筛选" }).click();
  await expect(page).toHaveURL(/\/waters\?sort=stage$/);
  await page.goto("/waters?river=没有这条河");
  await expect(page.getByTestId("waters-empty")).toContainText("没有符合条件");
  await page.goto("/waters/no-such-section");
  await expect(page.locator("main")).toContainText("没有这个页面");
});

for (const scheme of ["light", "dark"] as const) {
  test(`waters are readable by machines in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["/waters", "/en/waters/hankou?range=season", "/waters/drill-1"]) {
      await page.goto(path);
      if (path.includes("hankou")) await curve(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.target}`)).toEqual([]);
    }
  });
}

test("on a phone nothing runs over the edge", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/waters", "/en/waters", "/waters/hankou?range=season", "/en/waters/drill-1"]) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});
