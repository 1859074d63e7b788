import { expect, type Page } from "@playwright/test";

/** Fills the response form up to its review. */
export async function fillResponse(page: Page, what: { province: string; kind: string; level?: string }) {
  await page.goto("/admin");
  await page.getByLabel(new RegExp(`^${what.province}`)).check();
  await page.getByRole("radio", { name: what.kind }).check();
  if (what.level) await page.getByLabel("级别").selectOption(what.level);
  await page.getByLabel("发布单位").fill("国家防总办公室");
  await page.getByLabel("文件或消息名称").fill("端到端测试通报");
  await page.getByTestId("review").click();
  await expect(page.getByTestId("sentence")).toBeVisible();
}

/** Each province's level of the national flood response, by its name. */
export async function levels(page: Page): Promise<Record<string, string>> {
  const { responses } = await snapshot(page);
  return Object.fromEntries(
    responses
      .filter((r: { issuer: string; hazard: string }) => r.issuer === "国家防总" && r.hazard === "FLOOD")
      .map((r: { province: string; level: string }) => [r.province, r.level]),
  );
}

/** Receives a bulletin, accepts what is without doubt, publishes it; returns its id. The page must be signed in. */
export async function publishBulletin(
  page: Page,
  bulletin: { text: string; publisher: string; title: string; published: string },
): Promise<string> {
  const received = await page.request.post("/api/v1/commands/bulletin.receive", { data: bulletin });
  const { bulletinId } = (await received.json()).value;
  await page.goto(`/admin/bulletins/${bulletinId}`);
  await page.getByRole("button", { name: /^采纳无疑点的/ }).click();
  await page.getByTestId("publish").click();
  await expect(page.getByTestId("published")).toBeVisible();
  return bulletinId;
}

/** Who says so; then the fact in words, then the act. */
export async function publish(page: Page, sentence: RegExp) {
  await page.getByLabel("发布单位").fill("端到端测试值班室");
  await page.getByLabel("文件或消息名称").fill("端到端测试");
  await page.getByTestId("review").click();
  await expect(page.getByTestId("sentence")).toHaveText(sentence);
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toContainText("已发布");
}

/** Picks a prefecture or county by the first words of its name. */
export async function choose(page: Page, label: string, area: string) {
  await page.getByLabel(label).fill(area);
  await page
    .getByRole("button", { name: new RegExp(`^${area}`) })
    .first()
    .click();
}

/** The snapshot as any client gets it. */
export const snapshot = async (page: Page) => (await page.request.get("/api/v1/snapshot")).json();
