import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

/** Who says so; then the fact in words, then the act. */
async function publish(page: Page, sentence: RegExp) {
  await page.getByLabel("发布单位").fill("端到端测试值班室");
  await page.getByLabel("文件或消息名称").fill("端到端测试");
  await page.getByTestId("review").click();
  await expect(page.getByTestId("sentence")).toHaveText(sentence);
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toContainText("已发布");
}

async function choose(page: Page, label: string, area: string) {
  await page.getByLabel(label).fill(area);
  await page
    .getByRole("button", { name: new RegExp(`^${area}`) })
    .first()
    .click();
}

const snapshot = async (page: Page) => (await page.request.get("/api/v1/snapshot")).json();

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

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a patrol written without a network is kept, outlives a reload, and goes out once with its own time", async ({
    page,
    context,
  }) => {
    const note = `堤脚湿软 ${randomUUID().slice(0, 8)}`;
    await page.goto("/admin/patrol");
    await expect(page.getByTestId("patrol-send")).toBeEnabled();
    const kept = () =>
      page.evaluate(async () => {
        const copies = await caches.open("xuntu-patrol-1");
        return [(await copies.match("/admin/patrol")) !== undefined, (await copies.keys()).length > 5];
      });
    await expect.poll(kept).toEqual([true, true]);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByTestId("connection")).toContainText("连接中断");
    await page.getByLabel("河段", { exact: true }).selectOption("changjiang-honghu");
    await page.getByRole("textbox", { name: "应巡长度 (km)" }).fill("12");
    await page.getByRole("button", { name: "上堤人数增加" }).click();
    await page.getByRole("button", { name: "上堤人数增加" }).click();
    await page.getByRole("button", { name: "班次增加" }).click();
    await page.getByLabel(/^报告时间/).fill("2024-07-04T18:30");
    await page.getByRole("button", { name: "添加险情" }).click();
    await page.getByText("管涌").click();
    await page.getByText("较大").click();
    await page.getByLabel(/^位置/).fill("桩号 12+300");
    await page.getByLabel(/^说明/).fill(note);
    await page.getByTestId("patrol-send").click();
    const waiting = page.getByTestId("waiting");
    await expect(waiting).toContainText("1 份等待上报");
    await page.reload();
    await expect(waiting).toContainText("1 份等待上报");
    await context.setOffline(false);
    await expect(waiting).toContainText("已上报");
    const { patrols, dangers } = await snapshot(page);
    const own = patrols.filter((patrol: { note: string | null }) => patrol.note === note);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ at: "2024-07-04T18:30:00+08:00", people: 10, shifts: 1, lengthKm: 12 });
    expect(dangers.filter((one: { patrol: string }) => one.patrol === own[0].id)).toHaveLength(1);
    await page.reload();
    await page
      .getByTestId("open-dangers")
      .getByRole("listitem")
      .filter({ hasText: "桩号 12+300" })
      .getByRole("button", { name: "转为处置中" })
      .click();
    await expect
      .poll(
        async () =>
          (await snapshot(page)).dangers.find((one: { patrol: string }) => one.patrol === own[0].id)?.state,
      )
      .toBe("in_hand");
  });

  test("what is no photo is said to be none, and a photo is shown before it goes", async ({ page }) => {
    await page.goto("/admin/patrol");
    await page.getByRole("button", { name: "添加险情" }).click();
    const file = page.locator('input[type="file"]');
    await file.setInputFiles({
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("<script>1</script>"),
    });
    await expect(page.getByText("这不是能读出的照片。")).toBeVisible();
    await file.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: DOT });
    await expect(page.getByAltText("这处险情的照片")).toBeVisible();
  });

  test("every target of the patrol form is wide enough for a thumb", async ({ page }) => {
    await page.goto("/admin/patrol");
    await page.getByRole("button", { name: "添加险情" }).click();
    const small = await page.locator("[data-patrol-form]").evaluate((form) =>
      [
        ...form.querySelectorAll(
          "button, select, label:has(input[type=radio]), input:not([type=radio]):not([type=file])",
        ),
      ]
        .map((node) => ({ text: node.textContent?.slice(0, 20), box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
