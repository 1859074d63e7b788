import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { card, paste } from "./bulletin-pages";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const save = async (page: Page) => {
  await page.getByRole("button", { name: "保存并采纳" }).click();
  await expect(page.getByTestId("editor")).toHaveCount(0);
};

test("a bulletin's places cut off and dangers are put right, published, and stand before the public", async ({
  page,
}) => {
  const dike = `测试${randomUUID().slice(0, 6)}垸一线堤防`;
  await paste(
    page,
    `新华社长沙2024年7月4日电 湖北罗田县7月4日6时断路断网，影响1.2万人。广东多地停电。7月4日7时，湖南华容县${dike}发生管涌险情，正在处置。`,
  );
  const [cut, vague, danger] = [card(page, "罗田县"), card(page, "广东"), card(page, dike)];
  await expect(cut).toContainText("罗田县断路、断网，影响12,000人");
  await expect(cut).toContainText("7月4日 06:00起，未恢复");
  await cut.getByRole("button", { name: "采纳", exact: true }).click();

  await expect(vague).toContainText("没有写明市县");
  await vague.getByRole("button", { name: "修改" }).click();
  await page.getByLabel("地区", { exact: true }).fill("连南");
  await page.getByRole("button", { name: /^连南/ }).click();
  await save(page);

  await expect(danger).toContainText("没有对应的河段");
  await danger.getByRole("button", { name: "修改" }).click();
  await page.getByLabel("河段、湖泊或水库").selectOption("dongtinghu");
  await page.getByLabel("险情等级").selectOption("LARGE");
  await save(page);
  await expect(danger).toContainText("较大管涌险情");
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toBeVisible();

  await page.goto(page.url().replace("/admin", ""));
  await expect(page.getByRole("main")).toContainText("罗田县断路、断网，影响12,000人");
  await expect(page.getByRole("main")).toContainText(`${dike}发现较大管涌险情`);
  await page.goto("/outages");
  await expect(page.getByTestId("outages").first()).toContainText("罗田县");
  await page.goto("/provinces/430000");
  await expect(page.getByRole("main")).toContainText(dike);
});
