import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { card, colleague, colouredProvinces, expectOnMap, group, newspaper, paste } from "./bulletin-pages";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const text = (page: Page) => page.getByTestId("source-text");

test("a newspaper page is pasted, its bulletin found, reviewed by keyboard, published, and the map moves", async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/");
  await paste(page, newspaper());
  await expect(page.getByRole("heading", { name: /多地防汛响应调整/ })).toBeVisible();
  await expect(page.getByTestId("articles")).toContainText("本页共3篇，读的是第2篇");
  await expect(text(page)).not.toContainText("荷花");
  await expect(page.getByTestId("proposal")).toHaveCount(8);
  const [start, keep] = [group(page, "应急响应").first(), group(page, "应急响应").nth(1)];
  await expect(start).toContainText("国家防总启动防汛应急响应Ⅳ级");
  await expect(start).toContainText("陕西：未启动 → Ⅳ级，7月4日 19:00");
  await expect(keep).toContainText("安徽：仍为Ⅲ级，7月4日");
  await expect(group(page, "水情")).toContainText("太湖：超警戒");
  await expect(group(page, "派出力量")).toContainText("应急管理部派工作组2个赴广西桂林");
  await expect(group(page, "降雨预报")).toContainText("陕西南部");
  await expect(group(page, "通信装备")).toContainText("应急管理部备专网通信基站，重点省份待命");
  await expect(group(page, "会商调度")).toContainText("视频调度陕西、甘肃");
  await expect(group(page, "部署要求")).toContainText("巡查防守");

  // The words and the fact show each other.
  const active = page.locator('[data-testid="proposal"][data-active]');
  await page.keyboard.press("j");
  await expect(active).toContainText("安徽");
  await expect(text(page).locator("[data-active]").first()).toContainText("安徽");
  await text(page).locator('[data-kind="WATER"]').first().hover();
  await expect(active).toContainText("太湖");
  await text(page).locator('[data-kind="DEPLOYMENT"]').first().focus();
  await expect(active).toContainText("桂林");

  await keep.hover();
  await page.keyboard.press("r");
  await expect(keep).toHaveAttribute("data-choice", "REJECTED");
  await page.keyboard.press("u");
  await expect(keep).toHaveAttribute("data-choice", "PENDING");
  await page.keyboard.press("r");
  await page.keyboard.press("k");
  await page.keyboard.press("a");
  await expect(start).toHaveAttribute("data-choice", "ACCEPTED");
  await page.keyboard.press("Shift+A");
  await expect(page.locator('[data-testid="proposal"][data-choice="ACCEPTED"]')).toHaveCount(7);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
  await expect(page.getByTestId("publish")).toBeEnabled();
  await page.getByTestId("publish").press("Enter");
  await expect(page.getByTestId("published")).toContainText("共7条");
  await expect(reader.locator('[data-testid="responses"] [data-adcode="610000"]')).toHaveAttribute(
    "data-level",
    "IV",
  );
  await reader.context().close();
  await expectOnMap(page, page.url().slice(-36), {
    levels: { "610000": "IV" },
    waters: ["太湖"],
    team: "桂林",
    assets: 1,
    consulted: ["610000", "620000"],
  });
  expect(await colouredProvinces(browser)).toMatchObject({ "610000": "IV" });
});

test("another article, or the whole page, can be taken instead", async ({ page }) => {
  const other = "水利部部署淮河防汛\n\n新华社郑州7月4日电 水利部4日12时针对河南启动洪水防御Ⅳ级应急响应。\n";
  await paste(page, newspaper() + other);
  await expect(page.getByTestId("articles")).toContainText("其他篇还读出1条");
  await page.getByTestId("articles").locator("summary").click();
  await page.getByRole("radio", { name: /水利部部署淮河防汛/ }).check();
  await page.getByRole("button", { name: "改读所选" }).click();
  await expect(page.getByTestId("proposal")).toHaveCount(1);
  await expect(card(page, "河南")).toContainText("水利部启动防汛应急响应Ⅳ级");
  await expect(text(page)).toContainText("洪水防御");
});

test("another article of a published page becomes a bulletin of its own", async ({ page }) => {
  const place = "山西";
  const other = `水利部部署${place}防汛\n\n新华社太原7月4日电 水利部4日12时针对${place}启动洪水防御Ⅳ级应急响应。${randomUUID()}\n`;
  await paste(page, newspaper() + other);
  const first = page.url();
  await card(page, "部署")
    .or(card(page, "巡查防守"))
    .first()
    .getByRole("button", { name: "采纳", exact: true })
    .click();
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toBeVisible();
  await page.getByTestId("articles").locator("summary").click();
  await expect(page.getByTestId("articles")).toContainText("可另立一份通报");
  await page.getByRole("radio", { name: new RegExp(`水利部部署${place}防汛`) }).check();
  await page.getByRole("button", { name: "另立一份通报" }).click();
  await expect(page.getByRole("heading", { name: new RegExp(`水利部部署${place}防汛`) })).toBeVisible();
  expect(page.url()).not.toBe(first);
  await expect(card(page, place)).toContainText(`${place}：未启动 → Ⅳ级，7月4日 12:00`);
});

test("several acts on one track are judged after each other, and what lies under the pointer stays there", async ({
  page,
}) => {
  await paste(
    page,
    `国家防总4日10时针对天津启动防汛四级应急响应，12时提升至三级，15时将天津应急响应提升至二级。${randomUUID()}`,
  );
  const all = page.getByTestId("proposal");
  await expect(all.nth(1)).toContainText("天津：Ⅳ级（本通报前文） → Ⅲ级");
  await expect(all.nth(2)).toContainText("天津：Ⅲ级（本通报前文） → Ⅱ级");
  await all.nth(0).hover();
  await page.keyboard.press("r");
  await expect(all.nth(1)).toContainText("与现状矛盾");
  await page.keyboard.press("u");
  for (const key of ["a", "j", "a", "j", "a"]) await page.keyboard.press(key);
  await expect(page.locator('[data-testid="proposal"][data-choice="ACCEPTED"]')).toHaveCount(3);
  await text(page).locator("mark").first().hover();
  await expect(all.nth(0)).toHaveAttribute("data-active", "true");
  await all.nth(2).scrollIntoViewIfNeeded();
  const top = () => page.evaluate(() => window.scrollY);
  const before = await top();
  // By its place: a hover by name would scroll of its own.
  const last = await all.nth(2).boundingBox();
  await page.mouse.move((last?.x ?? 0) + 20, (last?.y ?? 0) + 8);
  await expect(all.nth(2)).toHaveAttribute("data-active", "true");
  expect(await top()).toBe(before);
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toContainText("共3条");
  await expect(all.nth(2)).toContainText("天津：Ⅲ级（本通报前文） → Ⅱ级");
});

test("what was read wrong is put right field by field, and the head as well", async ({ page }) => {
  await paste(page, `国家防总4日针对新疆启动防汛四级应急响应。${randomUUID()}`);
  await page.keyboard.press("e");
  const one = page.getByTestId("proposal");
  await one.getByLabel("级别").selectOption("III");
  await one.getByLabel("西藏").check();
  await one.getByRole("button", { name: "保存并采纳" }).click();
  await expect(one).toContainText("新疆：未启动 → Ⅲ级");
  await expect(one).toContainText("西藏：未启动 → Ⅲ级");
  await expect(one).toContainText("已修改");
  await expect(page.getByText("原文没有印出日期")).toBeVisible();
  await page.getByRole("button", { name: "修改标题与来源" }).click();
  await page.getByTestId("head-form").getByLabel("标题").fill("新疆西藏防汛");
  await page.getByTestId("head-form").getByLabel("发布时间").fill("2024-07-04");
  await page.getByTestId("head-form").getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { name: /新疆西藏防汛/ })).toBeVisible();
  await expect(page.getByText("未注明 · 2024年7月4日")).toBeVisible();
});

test("a contradiction is said in words and is never among all that is accepted", async ({ page }) => {
  await paste(
    page,
    `国家防总4日维持针对海南的防汛三级应急响应，针对内蒙古启动防汛四级应急响应。${randomUUID()}`,
  );
  const wrong = card(page, "海南");
  await expect(wrong).toContainText("与现状矛盾：海南当前未启动，却称维持Ⅲ级");
  await expect(wrong.getByRole("button", { name: "采纳", exact: true })).toBeDisabled();
  await page.keyboard.press("Shift+A");
  await expect(card(page, "内蒙古")).toHaveAttribute("data-choice", "ACCEPTED");
  await expect(wrong).toHaveAttribute("data-choice", "PENDING");
});

test("a fact the parser missed is added by selecting its words", async ({ page }) => {
  const words = "甘肃各地昼夜坚守";
  await paste(page, `国家防总4日针对吉林启动防汛四级应急响应。${words}，水势平稳。${randomUUID()}`);
  await page.evaluate((wanted) => {
    const runs = [...document.querySelectorAll('[data-testid="source-text"] [data-start]')];
    const node = runs.find((run) => run.textContent?.includes(wanted))?.firstChild;
    const at = node?.textContent?.indexOf(wanted) ?? 0;
    if (node) window.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
  }, words);
  await text(page).dispatchEvent("mouseup");
  const add = page.getByTestId("add-fact");
  await expect(add).toContainText(`选中：${words}`);
  await add.getByRole("button", { name: "应急响应" }).click();
  await expect(add.getByLabel("甘肃")).toBeChecked();
  await add.getByLabel("发布机构").selectOption({ label: "水利部" });
  await add.getByLabel("级别").selectOption("IV");
  await add.getByRole("button", { name: "保存并采纳" }).click();
  await expect(card(page, "甘肃")).toContainText("水利部启动防汛应急响应Ⅳ级");
  await expect(card(page, "甘肃")).toContainText("补录");
  await expect(text(page).locator("mark", { hasText: words })).toBeVisible();
});

test("two officers see each other's decisions live; one submits, the chief publishes; a withdrawal is told", async ({
  page,
  browser,
}) => {
  const second = await colleague(browser, page, "duty_officer");
  await paste(page, `国家防总4日针对青海启动防汛四级应急响应，针对宁夏启动防汛四级应急响应。${randomUUID()}`);
  await second.page.goto(new URL(page.url()).pathname);
  await expect(second.page.locator("[data-ready]")).toBeVisible();
  await card(second.page, "宁夏").getByRole("button", { name: "不采纳" }).click();
  await expect(card(page, "宁夏")).toHaveAttribute("data-choice", "REJECTED");
  await expect(page.getByTestId("news")).toContainText(`${second.name}刚刚不采纳`);
  await card(page, "青海").getByRole("button", { name: "采纳", exact: true }).click();
  await expect(card(second.page, "青海")).toHaveAttribute("data-choice", "ACCEPTED");
  await expect(second.page.getByTestId("publish")).toHaveCount(0);
  await second.page.getByTestId("submit").click();
  await expect(page.getByTestId("state")).toHaveText("已送审");
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toContainText(`由${second.name}送审`);
  await expect(second.page.getByTestId("published")).toBeVisible();

  await paste(page, `国家防总4日针对河北启动防汛四级应急响应。${randomUUID()}`);
  await second.page.goto(new URL(page.url()).pathname);
  await expect(second.page.locator("[data-ready]")).toBeVisible();
  await page.getByRole("button", { name: "撤回通报" }).click();
  await page.getByLabel("理由").fill("重复录入");
  await page.getByRole("button", { name: "撤回这份通报" }).click();
  await expect(second.page.getByTestId("withdrawn")).toContainText("理由：重复录入");
  await expect(second.page.getByTestId("submit")).toHaveCount(0);
  await second.page.context().close();
});

test("a decision without a network is said to be lost, and the review stays where it is", async ({
  page,
}) => {
  await paste(page, `国家防总4日针对重庆启动防汛四级应急响应。${randomUUID()}`);
  const one = card(page, "重庆");
  await page.context().setOffline(true);
  await page.keyboard.press("a");
  await expect(page.getByTestId("refusal")).toContainText("没有网络，没有保存");
  await expect(one).toHaveAttribute("data-choice", "PENDING");
  await page.context().setOffline(false);
  await page.keyboard.press("a");
  await expect(one).toContainText("admin已采纳");
  await page.keyboard.press("u");
  await expect(one).toContainText("核对经过（2次）");
  await expect(one).toHaveAttribute("data-choice", "PENDING");
});

test("a correction is a new bulletin that replaces the earlier fact", async ({ page, request }) => {
  const place = "西藏";
  await paste(page, `水利部4日10时针对${place}启动洪水防御Ⅲ级应急响应。${randomUUID()}`);
  await page.keyboard.press("Shift+A");
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toBeVisible();
  await paste(page, `更正：水利部4日10时针对${place}启动洪水防御Ⅳ级应急响应。${randomUUID()}`);
  await expect(page.getByTestId("proposal")).toContainText("与现状矛盾");
  await page.keyboard.press("e");
  await page.getByLabel("更正此前的一条").selectOption({ index: 1 });
  await page.getByLabel("更正理由").fill("级别误报");
  await page.getByRole("button", { name: "保存并采纳" }).click();
  await expect(page.getByTestId("proposal")).toContainText("更正此前事实");
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toBeVisible();
  const { responses } = await (await request.get("/api/v1/snapshot")).json();
  const own = responses.find(
    (one: { issuer: string; adcode: string }) => one.issuer === "水利部" && one.adcode === "540000",
  );
  expect(own).toMatchObject({ level: "IV" });
});
