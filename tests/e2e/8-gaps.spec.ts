import { expect, test } from "@playwright/test";
import { choose, publish } from "./desk";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

test("a place cut off opens a gap before every reader, and what is sent there closes it", async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/gaps");
  const gap = reader.locator('[data-rule="outage_without_asset"] [data-about="团风县"]');
  await expect(reader.getByTestId("gaps")).toBeVisible();
  await expect(gap).toHaveCount(0);
  await page.goto("/admin/outage");
  await page.getByLabel("断网").check();
  await page.getByLabel("断电").check();
  await choose(page, "市县", "团风县");
  await page.getByLabel(/^影响人数/).fill("3200");
  await publish(page, /团风县断电、断网/);
  await expect(gap).toContainText("没有通信装备");
  await page.goto("/outages");
  await expect(page.getByTestId("outages")).toContainText("影响 3,200 人");
  await expect(page.getByTestId("season")).toContainText("没有出现指挥通信长时间");
  await page.goto("/admin/deployment");
  await page.getByLabel("类别").selectOption("drone_large");
  await page.getByLabel(/^数量/).fill("1");
  await page.getByLabel("派出单位").fill("测试应急部门");
  await choose(page, "服务的市县（可多个）", "团风县");
  await page.getByLabel("任务").fill("恢复通信");
  await publish(page, /大型无人机通信平台/);
  await expect(gap).toHaveCount(0);
  await page.goto("/outages");
  await page.getByRole("link", { name: "记录恢复" }).first().click();
  await page.getByLabel("断网").check();
  await page.getByLabel("断电").check();
  await publish(page, /团风县/);
  await reader.goto("/outages");
  const over = reader.getByTestId("outages").getByRole("listitem").filter({ hasText: "团风县" });
  await expect(over).toContainText("断网 · ");
  await expect(over).not.toHaveAttribute("data-open");
  await reader.goto("/provinces/420000");
  await expect(reader.getByRole("main")).toContainText("影响 3,200 人");
  await reader.context().close();
});

test("an area drawn on the map by its corners is cut off", async ({ page }) => {
  await page.goto("/admin/outage");
  await page.getByLabel("断路").check();
  await page.getByLabel("所在省份").selectOption("430000");
  await page.getByRole("button", { name: "在地图上画范围" }).click();
  const map = page.getByTestId("ring-map").locator(".leaflet-container");
  for (const [x, y] of [
    [330, 150],
    [370, 150],
    [350, 190],
  ] as const)
    await map.click({ position: { x, y } });
  await expect(page.getByText("已点 3 个角")).toBeVisible();
  await page.getByLabel(/^地点名称/).fill("测试垸区");
  await publish(page, /测试垸区断路/);
  await page.goto("/outages");
  await expect(page.getByTestId("outages").filter({ hasText: "测试垸区" })).toBeVisible();
});

test("limits of gaps are settings, and the list follows", async ({ page }) => {
  await page.goto("/admin/thresholds");
  await page.getByLabel("答复时限（小时）").fill("36");
  await page.getByRole("button", { name: "保存界限" }).click();
  await expect(page.getByTestId("toast")).toContainText("已保存");
  await page.goto("/gaps");
  await expect(page.getByText("答复 36 小时以内")).toBeVisible();
  await page.goto("/admin/thresholds");
  await page.getByLabel("答复时限（小时）").fill("24");
  await page.getByRole("button", { name: "保存界限" }).click();
  await expect(page.getByTestId("toast")).toContainText("已保存");
});
