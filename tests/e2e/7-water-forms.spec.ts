import { expect, type Page, test } from "@playwright/test";
import { publish } from "./desk";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });
// Each form goes on from the station as the one before left it.
test.describe.configure({ mode: "serial" });

const main = (page: Page) => page.getByRole("main");

test("a reading by form is judged by the station's mark on its page", async ({ page }) => {
  await page.goto("/admin/readings/new");
  await page.getByLabel("测站、河段、湖泊或水库").selectOption({ label: "安庆" });
  await page.getByLabel("观测时间（北京时间）").fill("2024-07-04T18:00");
  await page.getByLabel("水位（米）").fill("17.05");
  await page.getByLabel("发布单位").fill("端到端测试值班室");
  await page.getByLabel("文件或消息名称").fill("端到端测试");
  await page.getByTestId("review").click();
  await expect(page.getByTestId("sentence")).toHaveText(/^安庆：17.05 m，2024年7月4日 18:00。$/);
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toContainText("已录入");
  await page.goto("/waters/anqing");
  await expect(main(page)).toContainText("超警戒 0.35 m");
});

test("a mark that holds from a day on judges the reading after it", async ({ page }) => {
  await page.goto("/admin/water/mark");
  await page.getByLabel("测站、河段、湖泊或水库").selectOption({ label: "安庆" });
  await page.getByLabel("水位（米）").fill("16.9");
  await page.getByLabel(/^自何日起/).fill("2024-07-01");
  await publish(page, /^安庆：警戒水位 16.9 米，自 2024-07-01 起/);
  await page.goto("/waters/anqing");
  await expect(main(page)).toContainText("超警戒 0.15 m");
});

test("a forecast crest stands on the station's page", async ({ page }) => {
  await page.goto("/admin/water/crest");
  await page.getByLabel("测站、河段、湖泊或水库").selectOption({ label: "安庆" });
  await page.getByLabel("水位（米）").fill("17.4");
  await page.getByLabel("预计洪峰时间（北京时间）").fill("2024-07-06T08:00");
  await publish(page, /^安庆：预计 .*7月6日 08:00 出现洪峰，水位 17.4 米/);
  await page.goto("/waters/anqing");
  await expect(main(page)).toContainText("17.40");
  await expect(main(page)).toContainText("7月6日 08:00");
});

test("a correction takes a reading's place, and says so", async ({ page }) => {
  await page.goto("/admin/readings/correct?section=anqing&day=2024-07-04");
  const row = page.getByTestId("day-readings").getByRole("row").filter({ hasText: "17.05" });
  await row.getByRole("button", { name: "更正" }).click();
  await page.getByLabel("水位（米）").fill("16.5");
  await page.getByLabel("理由").fill("抄表有误");
  await page.getByTestId("review").click();
  await expect(page.getByTestId("sentence")).toHaveText(/17.05 m 改为 16.5 m/);
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toContainText("已更正");
  await expect(page.getByTestId("day-readings")).toContainText("已更正");
  await page.goto("/waters/anqing");
  await expect(main(page)).toContainText("16.50");
  await expect(main(page)).not.toContainText("超警戒 0.15 m");
});

test("a reading that nobody can believe waits until an officer decides", async ({ page }) => {
  const sent = await page.request.post("/api/v1/readings", {
    data: [{ station: "XT-ANQING", at: "2024-07-04T19:00:00+08:00", stage: 99 }],
  });
  expect(await sent.json()).toMatchObject({ accepted: 0, rejected: [{ row: 1 }] });
  await page.goto("/admin/readings");
  const row = page.getByTestId("quarantine").getByRole("row").filter({ hasText: "99.00 m" });
  await expect(row).toContainText("安庆");
  await row.getByRole("checkbox").check();
  await page.getByLabel("理由").fill("电话核实为误报");
  await page.getByRole("button", { name: "驳回" }).click();
  await expect(page.getByTestId("toast")).toContainText("已处理 1 条");
  await expect(row).toHaveCount(0);
});
