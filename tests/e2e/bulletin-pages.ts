import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";

const COLUMN = 20;
/** Breaks a paragraph as a newspaper's column does: after so many characters, also inside a name. */
const column = (words: string) => words.replace(new RegExp(`(.{${COLUMN}})`, "g"), "$1\n").trim();

const BULLETIN = [
  "新华社北京2024年7月4日电 国家防总4日19时针对陕西启动防汛四级应急响应，维持针对安徽的防汛三级应急响应。太湖超警。应急管理部派出2个工作组赴广西桂林协助抢险。",
  "预计4日至7日，陕西南部有大到暴雨。应急管理部4日组织会商，视频调度陕西、甘肃。应急管理部在重点省份预置专网通信基站。",
  "应急管理部要求，各地要加强堤防巡查防守。",
];

/** A newspaper page of our own: three articles in columns, one of them the bulletin. */
export const newspaper = () => `城市公园迎来赏荷季

本报北京7月3日讯 记者今天从园林部门获悉，荷花进入盛花期，游客可乘船观赏。${randomUUID()}

多地防汛响应调整

${BULLETIN.map(column).join("\n\n")}

老街夜市人气旺

本报北京7月3日讯 夜幕降临，老街夜市灯火通明，摊主们忙着招呼客人。
`;

/** Pastes a text into the form and waits for its review. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.goto("/admin/bulletins/new");
  await page.getByLabel("通报原文").fill(text);
  await page.getByRole("button", { name: "读取" }).press("Enter");
  await page.waitForURL(/\/admin\/bulletins\/[0-9a-f-]{36}$/);
  await expect(page.locator("[data-ready]")).toBeVisible();
}

export const group = (page: Page, name: string) => page.getByRole("region", { name }).getByTestId("proposal");
export const card = (page: Page, words: string) => page.getByTestId("proposal").filter({ hasText: words });

/** A page of another person: a new account, its first password changed. */
export async function colleague(
  browser: Browser,
  admin: Page,
  role: string,
): Promise<{ page: Page; name: string }> {
  const name = `${role.slice(0, 4)}${randomUUID().slice(0, 6)}`;
  const first = "first-password-1";
  const done = await admin.request.post("/api/v1/commands/user.create", {
    data: { username: name, name, password: first, role, national: true, provinces: [] },
  });
  expect(done.ok()).toBe(true);
  const page = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill(name);
  await page.getByLabel("密码").fill(first);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL("**/admin");
  await page.locator('input[name="current"]').fill(first);
  await page.locator('input[name="next"]').fill("second-password-2");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.locator('input[name="current"]')).toHaveCount(0);
  return { page, name };
}

interface Shown {
  /** Province code to level. */
  levels: Record<string, string>;
  waters: string[];
  /** The place of the team, as its marker names it. */
  team: string;
  assets: number;
  consulted: string[];
}

interface Said {
  kind: string;
  adcode: string;
  level: string;
  name: string;
}

interface FromBulletin {
  bulletin?: { id: string };
}
interface Sourced {
  source: FromBulletin;
  furtherSources?: FromBulletin[];
}

/**
 * What a published bulletin made true is on the map and its panel, each fact with the way to its words. Where a later
 * act of the season stands beside it on the same day, the map's source may be that one.
 */
export async function expectOnMap(page: Page, id: string, shown: Shown): Promise<void> {
  const { items }: { items: Said[] } = await (await page.request.get(`/api/v1/bulletins/${id}`)).json();
  const said = (kind: string) => items.filter((one) => one.kind === kind);
  expect(Object.fromEntries(said("RESPONSE").map((one) => [one.adcode, one.level]))).toEqual(shown.levels);
  expect(said("RESPONSE")).toHaveLength(Object.keys(shown.levels).length);
  expect(
    said("WATER")
      .map((one) => one.name)
      .sort(),
  ).toEqual([...shown.waters].sort());
  const snapshot = await (await page.request.get("/api/v1/snapshot")).json();
  // What was on record before keeps its source, and the bulletin is a further one.
  const stated = (kind: string) =>
    snapshot[kind].filter(({ source, furtherSources = [] }: Sourced) =>
      [source, ...furtherSources].some((one) => one.bulletin?.id === id),
    );
  expect(stated("responses").length).toBeGreaterThan(0);
  expect(stated("waters").length).toBeGreaterThan(0);
  const consulted = stated("consultations").map((one: { provinces: string[] }) => one.provinces);
  expect(consulted).toEqual([shown.consulted]);
  const sent: { asset: boolean; places: { name: string; lat: number; lon: number }[] }[] =
    stated("deployments");
  expect(sent.filter((one) => one.asset)).toHaveLength(shown.assets);
  const teams = sent.filter((one) => !one.asset);
  expect(teams).toHaveLength(1);
  const place = teams[0]?.places.find((one) => one.name.includes(shown.team));

  const words = (within: string) => page.locator(`${within} a[href*="/bulletins/${id}#fact-"]`);
  await page.goto(`/?layer=rain&map=8/${place?.lat}/${place?.lon}`);
  for (const [adcode, level] of Object.entries(shown.levels))
    await expect(
      page.locator(`[data-testid="responses"] [data-adcode="${adcode}"][data-level="${level}"]`).first(),
    ).toBeVisible();
  await expect(words('[data-testid="responses"]')).toHaveCount(stated("responses").length);
  await expect(words('[data-testid="rain"]')).toBeVisible();
  const more = page.getByRole("button", { name: /^全部 \d+ 条$/ });
  while (await more.count()) await more.first().click();
  await expect(words('[data-testid="waters"]')).toHaveCount(stated("waters").length);
  await expect(words('[data-testid="deployments"]')).toHaveCount(1 + shown.assets);
  await page.locator(`.map-team[aria-label*="${place?.name}"]`).last().press("Enter");
  await expect(words(".leaflet-popup").first()).toBeVisible();
  await page.goto(`/provinces/${shown.consulted[0]}`);
  await expect(words('[data-testid="consultations"]').first()).toBeVisible();
  for (const path of ["/waters", "/timeline", "/deployments", "/directives", "/forecasts"]) {
    await page.goto(path);
    await expect(words("main").first(), path).toBeAttached();
  }
}

/** The provinces that the map colours before any script runs. */
export async function colouredProvinces(browser: Browser): Promise<Record<string, string | null>> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  const shapes = await page.locator("svg path[data-level][id]").all();
  const found = await Promise.all(
    shapes.map(async (shape) => [
      (await shape.getAttribute("id"))?.slice(1) ?? "",
      await shape.getAttribute("data-level"),
    ]),
  );
  await context.close();
  return Object.fromEntries(found);
}
