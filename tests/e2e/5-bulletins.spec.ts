import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const PAGE = `多地降雨持续

新华社北京7月4日电 国家防总4日19时针对陕
西启动防汛四级应急响应，维持针对安徽的防汛三级应急响应。太湖超警。

预计未来三天，陕西南部有大到暴雨。
`;

test("a bulletin is pasted, reviewed by keyboard, published, and the map moves", async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/");
  await page.goto("/admin/bulletins/new");
  await page.getByLabel("通报原文").fill(PAGE + randomUUID());
  await page.getByRole("button", { name: "读取" }).click();
  const cards = page.getByTestId("proposal");
  await expect(cards).toHaveCount(4);
  await expect(cards.first()).toContainText("陕西：国家防总启动防汛，未启动 → Ⅳ");
  await expect(page.getByRole("heading", { name: "多地降雨持续" })).toBeVisible();
  const active = page.locator('[data-testid="proposal"][data-active]');
  // The buttons wait for the page's script, as the keys do.
  await expect(cards.first().getByRole("button", { name: "不采纳" })).toBeEnabled();
  await page.keyboard.press("j");
  await expect(active).toContainText("安徽");
  await expect(page.locator('[data-testid="source-text"] [data-active]').first()).toContainText("安徽");
  await page.keyboard.press("r");
  await expect(cards.nth(1)).toHaveAttribute("data-choice", "REJECTED");
  await page.keyboard.press("k");
  await page.keyboard.press("a");
  await expect(cards.first()).toHaveAttribute("data-choice", "ACCEPTED");
  await page.getByRole("button", { name: "采纳无疑点的1条" }).click();
  await expect(cards.nth(2)).toHaveAttribute("data-choice", "ACCEPTED");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toContainText("共2条");
  await expect(reader.locator('[data-testid="responses"] [data-adcode="610000"]')).toHaveAttribute(
    "data-level",
    "IV",
  );
  await reader.context().close();
});

test("what was read wrong is put right field by field", async ({ page }) => {
  await page.goto("/admin/bulletins/new");
  await page.getByLabel("通报原文").fill(`国家防总4日针对新疆启动防汛四级应急响应。${randomUUID()}`);
  await page.getByRole("button", { name: "读取" }).click();
  const card = page.getByTestId("proposal");
  await card.getByRole("button", { name: "修改" }).click();
  await card.getByLabel("级别").selectOption("III");
  await card.getByRole("button", { name: "保存并采纳" }).click();
  await expect(card).toContainText("→ Ⅲ");
  await expect(card).toContainText("已修改");
});

const SEED = join(process.cwd(), "..", "shared", "corpus", "dev", "000.txt");

test("the newspaper page of 4 July 2024 goes from paste to publication by keyboard within a minute", async ({
  page,
  request,
}) => {
  test.skip(!existsSync(SEED), "the corpus is not beside the project");
  const began = Date.now();
  await page.goto("/admin/bulletins/new");
  await page.getByLabel("通报原文").fill(readFileSync(SEED, "utf8"));
  await page.getByRole("button", { name: "读取" }).press("Enter");
  const counts = (name: string) => page.getByRole("region", { name }).getByTestId("proposal");
  await expect(counts("应急响应")).toHaveCount(6);
  await expect(counts("水情")).toHaveCount(5);
  await expect(counts("派出力量")).toHaveCount(1);
  await expect(counts("降雨预报")).toHaveCount(1);
  await expect(counts("通信装备")).toHaveCount(2);
  await expect(counts("会商调度")).toHaveCount(1);
  await page.getByRole("button", { name: "采纳无疑点的12条" }).press("Enter");
  await expect(page.locator('[data-testid="proposal"][data-choice="ACCEPTED"]')).toHaveCount(12);
  await page.getByTestId("publish").press("Enter");
  await expect(page.getByTestId("published")).toContainText("共12条");
  const seconds = (Date.now() - began) / 1000;
  console.log(`from paste to publication: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
  const snapshot = await (await request.get("/api/v1/snapshot")).json();
  const fresh = snapshot.deployments.filter(
    (one: { source: { publisher: string }; count: number; kind: string }) =>
      one.kind === "monitoring_team" && one.source.publisher === "新华社",
  );
  expect(fresh.at(-1)).toMatchObject({ count: 2, from: "应急管理部" });
});
