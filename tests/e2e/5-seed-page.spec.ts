import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { colouredProvinces, expectOnMap, group } from "./bulletin-pages";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const SEED = join(process.cwd(), "..", "shared", "corpus", "dev", "000.txt");

interface Sent {
  kind: string;
  from: string;
}

// The corpus is no part of the project: where it is beside it, its page is played as well.
if (existsSync(SEED)) {
  test("the newspaper page of 4 July 2024 goes from paste to publication by keyboard within a minute", async ({
    page,
    browser,
  }) => {
    await page.goto("/admin/bulletins/new");
    await expect(page.getByLabel("通报原文")).toBeFocused();
    const began = Date.now();
    await page.keyboard.insertText(readFileSync(SEED, "utf8"));
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/admin\/bulletins\/[0-9a-f-]{36}$/);
    await expect(page.locator("[data-ready]")).toBeVisible();
    await expect(
      page.getByRole("heading", { name: /应急管理部派应急监测队伍协助鄂赣巡堤查险/ }),
    ).toBeVisible();
    const responses = group(page, "应急响应");
    await expect(responses).toHaveCount(6);
    for (const [province, level] of [
      ["安徽", "Ⅲ"],
      ["江西", "Ⅲ"],
      ["湖北", "Ⅲ"],
      ["湖南", "Ⅲ"],
      ["黑龙江", "Ⅳ"],
      ["江苏", "Ⅳ"],
    ])
      await expect(
        responses
          .filter({ hasText: `${province}：仍为${level}级` })
          .filter({ hasText: `国家防总维持防汛应急响应${level}级` }),
      ).toHaveCount(1);
    const waters = group(page, "水情");
    await expect(waters).toHaveCount(5);
    for (const water of [
      "长江中下游干流：涨势趋缓",
      "洞庭湖：涨势趋缓",
      "鄱阳湖：涨势趋缓",
      "太湖：超警戒",
      "乌苏里江干流：超保证",
    ])
      await expect(waters.filter({ hasText: water })).toHaveCount(1);
    await expect(group(page, "派出力量")).toHaveCount(1);
    await expect(group(page, "派出力量")).toContainText(
      "应急管理部派应急监测队伍2支赴长江干堤湖北洪湖段、江西九江段",
    );
    await expect(group(page, "降雨预报")).toHaveCount(1);
    await expect(group(page, "降雨预报")).toContainText(
      "四川东部、重庆、湖北西部、河南、山东、苏皖北部：大雨/暴雨/大暴雨，7月4日 至 7月6日",
    );
    const assets = group(page, "通信装备");
    await expect(assets).toHaveCount(2);
    await expect(assets.filter({ hasText: "应急管理部备大中型无人机通信平台" })).toHaveCount(1);
    await expect(assets.filter({ hasText: "应急管理部备专网通信基站" })).toHaveCount(1);
    await expect(group(page, "会商调度")).toHaveCount(1);
    await expect(group(page, "会商调度")).toContainText("视频调度河南、湖北、湖南");
    const orders = await group(page, "部署要求").count();
    expect(orders).toBeGreaterThan(0);
    const all = 6 + 5 + 1 + 1 + 2 + 1 + orders;
    await expect(page.getByTestId("proposal")).toHaveCount(all);
    // The season tells of them by the same article: they get a further source, and are not listed twice.
    for (const words of ["应急监测队伍2支", "无人机通信平台", "专网通信基站", "四川东部", "视频调度"])
      await expect(page.getByTestId("proposal").filter({ hasText: words })).toContainText("已有登记");
    await page.keyboard.press("Shift+A");
    await expect(page.locator('[data-testid="proposal"][data-choice="ACCEPTED"]')).toHaveCount(all);
    await page.keyboard.press("p");
    await expect(page.getByTestId("publish")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("published")).toContainText(`共${all}条`);
    const seconds = (Date.now() - began) / 1000;
    console.log(`from paste to publication: ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(60);
    const levels = {
      "340000": "III",
      "360000": "III",
      "420000": "III",
      "430000": "III",
      "230000": "IV",
      "320000": "IV",
    };
    await expectOnMap(page, page.url().slice(-36), {
      levels,
      waters: ["长江中下游干流", "洞庭湖", "鄱阳湖", "太湖", "乌苏里江干流"],
      team: "洪湖",
      assets: 2,
      consulted: ["410000", "420000", "430000"],
    });
    expect(await colouredProvinces(browser)).toMatchObject(levels);
  });

  test("what that page tells again is listed once, with the page as a further source", async ({ page }) => {
    const { bulletins } = await (await page.request.get("/api/v1/bulletins")).json();
    const { id, facts } = bulletins.find((one: { title: string }) => /协助鄂赣巡堤查险/.test(one.title));
    const { deployments, forecasts, consultations } = await (
      await page.request.get("/api/v1/snapshot")
    ).json();
    for (const kind of ["monitoring_team", "drone_platform", "base_station"])
      expect(
        deployments.filter((one: Sent) => one.kind === kind && one.from === "应急管理部"),
        kind,
      ).toHaveLength(1);
    const foretells = ({ areas }: { areas: { text: string }[] }) =>
      areas.some((area) => area.text === "四川东部");
    expect(forecasts.filter(foretells)).toHaveLength(1);
    const called = ({ provinces }: { provinces: string[] }) => provinces.includes("410000");
    expect(consultations.filter(called)).toHaveLength(1);
    await page.goto("/deployments");
    const rows = page.locator("tr[data-id]").filter({ hasText: "应急管理部 →" });
    for (const words of ["应急监测队伍", "无人机通信平台", "通信基站"]) {
      const row = rows.filter({ has: page.locator("strong", { hasText: words }) });
      await expect(row, words).toHaveCount(1);
      await expect(row.locator(`a[href*="/bulletins/${id}#fact-"]`)).toHaveCount(1);
    }

    await page.goto(`/bulletins/${id}`);
    await expect(page.getByTestId("fact")).toHaveCount(
      Object.values<number>(facts).reduce((sum, n) => sum + n),
    );
    await expect(page.getByTestId("confirms")).toHaveCount(5);
    await expect(
      page.getByTestId("fact").filter({ hasText: "应急监测队伍2支" }).getByTestId("confirms"),
    ).toContainText("此前已据新华社《应急管理部派应急监测队伍协助鄂赣巡堤查险》登记");
  });
}
