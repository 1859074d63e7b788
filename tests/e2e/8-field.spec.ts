import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { choose, publish, snapshot } from "./desk";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

test("one deployment serves two places, stands in the list and moves only forward", async ({ page }) => {
  const mission = `协助巡堤 ${randomUUID().slice(0, 8)}`;
  await page.goto("/admin/deployment");
  await page.getByLabel("类别").selectOption("monitoring_team");
  await page.getByLabel(/^数量/).fill("2");
  await page.getByLabel("派出单位").fill("测试应急部门");
  await choose(page, "服务的市县（可多个）", "洪湖市");
  await choose(page, "服务的市县（可多个）", "九江市");
  await page.getByLabel("任务").fill(mission);
  await publish(page, /测试应急部门.*应急监测队伍.*洪湖市、九江市/);
  await page.goto("/deployments?kind=monitoring_team&province=360000");
  const row = page.getByRole("row", { name: new RegExp(mission) });
  await expect(row).toContainText("洪湖市、九江市");
  await expect(row).toContainText("派出");
  await expect(page.getByTestId("kind-counts")).toContainText("应急监测队伍");
  await row.getByRole("link", { name: "更新状态" }).click();
  await expect(page.getByRole("radio")).toHaveCount(3);
  await page.getByRole("radio", { name: "展开" }).check();
  await publish(page, /展开/);
  await page.goto("/deployments?state=working");
  await expect(page.getByRole("row", { name: new RegExp(mission) })).toContainText("展开");
});

test("minus three teams, and a place at sea, are refused with what was typed kept", async ({ page }) => {
  await page.goto("/admin/deployment");
  await page.getByLabel("类别").selectOption("rescue_force");
  await page.getByLabel(/^数量/).fill("-3");
  await page.getByLabel("派出单位").fill("测试单位");
  await page.getByLabel("所在省份").selectOption("460000");
  await page.getByLabel("前往地点").fill("海上");
  await page.getByLabel("纬度（°）").first().fill("19.5");
  await page.getByLabel("经度（°）").first().fill("118.5");
  await page.getByLabel("任务").fill("巡查");
  await page.getByLabel("发布单位").fill("测试");
  await page.getByLabel("文件或消息名称").fill("测试");
  const send = async () => {
    await page.getByTestId("review").click();
    await page.getByTestId("confirm").click();
  };
  await send();
  await expect(page.getByText("请填写有效的数字。")).toBeVisible();
  await page.getByLabel(/^数量/).fill("3");
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("refusal")).toContainText("海上或境外");
  await expect(page.getByLabel("派出单位")).toHaveValue("测试单位");
});

test("a forecast shows on the map in its period and never after it", async ({ page }) => {
  await page.goto("/admin/forecast");
  await page.getByLabel(/^地区/).fill("贵州东部、重庆");
  await page.getByLabel("起始日").fill("2024-07-04");
  await page.getByLabel(/^截止日/).fill("2024-07-05");
  await page.getByLabel(/^降雨（/).fill("暴雨");
  await publish(page, /贵州东部、重庆有暴雨/);
  await page.goto("/forecasts");
  await expect(
    page.getByTestId("forecasts").getByRole("listitem").filter({ hasText: "贵州东部" }),
  ).toContainText("近似范围");
  await page.goto("/");
  await page.getByRole("button", { name: "降雨预报" }).click();
  await expect(page.getByTestId("rain")).toContainText("贵州东部");
  await expect(page).toHaveURL(/layer=rain/);
  await page.goto("/?layer=rain&at=2024-07-09T08:00:00%2B08:00");
  await expect(page.getByTestId("rain")).not.toContainText("贵州东部");
});

test("a consultation stands on its provinces' pages and on the timeline", async ({ page }) => {
  const decided = `部署堤防值守 ${randomUUID().slice(0, 8)}`;
  await page.goto("/admin/consultation");
  await page.getByLabel("形式").selectOption("VIDEO");
  await page.getByLabel(/^主持/).fill("测试防总办公室");
  await page.getByLabel(/^湖南/).check();
  await page.getByLabel(/^议定事项/).fill(decided);
  await publish(page, /测试防总办公室视频调度.*湖南/);
  for (const path of ["/provinces/430000", "/timeline", "/forecasts"]) {
    await page.goto(path);
    await expect(page.getByTestId("consultations")).toContainText(decided);
  }
});

test("a position that leaps is set aside, stands on a page with its reason, and moves no marker", async ({
  page,
}) => {
  const sent = await page.request.post("/api/v1/commands/deployment.send", {
    data: {
      ...{ kindId: "rescue_force", count: 1, from: "测试单位", province: "420000", place: "洪湖" },
      ...{ mission: "巡堤", state: "SENT", at: "2024-07-04T10:00:00+08:00" },
      source: { publisher: "测试", title: "测试" },
    },
  });
  const id = String((await sent.json()).value.deploymentId);
  const at = (time: string, lat: number, lon: number) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { deployment: id, at: `2024-07-04T${time}:00+08:00` },
  });
  const answer = await page.request.post("/api/v1/positions", {
    headers: { "content-type": "application/geo+json" },
    data: JSON.stringify({
      type: "FeatureCollection",
      features: [at("18:00", 29.82, 113.46), at("18:01", 38.82, 113.46)],
    }),
  });
  expect(await answer.json()).toMatchObject({
    accepted: 1,
    rejected: [{ row: 2, reason: "implausible_jump" }],
  });
  await page.goto("/admin/positions?reason=implausible_jump");
  const row = page.getByTestId("doubted-positions").getByRole("row").filter({ hasText: "38.82" });
  await expect(row).toContainText("移动过快");
  await expect(row).toContainText(id);
  const { deployments } = await snapshot(page);
  expect(deployments.find((one: { id: string }) => one.id === id).position).toMatchObject({ lat: 29.82 });
});

test("an order is owed by its provinces until they answer, with figures", async ({ page }) => {
  const text = `转移低洼处群众 ${randomUUID().slice(0, 8)}`;
  await page.goto("/admin/directive");
  await page.getByLabel("类别").selectOption("EVACUATION");
  await page.getByLabel("要求内容").fill(text);
  await page.getByLabel("发出单位").fill("测试防总");
  await page.getByLabel(/^安徽/).check();
  await publish(page, /测试防总就转移安置要求安徽/);
  await page.goto("/directives");
  const { directives } = await snapshot(page);
  const index = directives.findIndex((one: { text: string }) => one.text === text);
  const cell = page.getByTestId("matrix").locator('tr[data-adcode="340000"] td').nth(index);
  await expect(cell).toContainText("未答复 0 小时");
  await cell.getByRole("link").click();
  await page.getByLabel("进展", { exact: true }).selectOption("DONE");
  await page.getByLabel("转移 (人)").fill("1200");
  await publish(page, /安徽.*已完成/);
  await page.goto("/directives");
  await expect(cell).toContainText("已完成");
  await expect(cell).toContainText("转移 1,200 人");
});
