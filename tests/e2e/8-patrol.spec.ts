import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { snapshot } from "./desk";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a patrol written without a network is kept, outlives a reload, and goes out once with its own time", async ({
    page,
    context,
  }) => {
    const note = `堤脚湿软 ${randomUUID().slice(0, 8)}`;
    const place = `桩号 12+300 ${randomUUID().slice(0, 8)}`;
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
    await page.getByTestId("danger").getByText("管涌").click();
    await page.getByTestId("danger").getByText("较大").click();
    await page.getByLabel(/^位置/).fill(place);
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
      .filter({ hasText: place })
      .getByRole("button", { name: "转为处置中" })
      .click();
    await expect
      .poll(
        async () =>
          (await snapshot(page)).dangers.find((one: { patrol: string }) => one.patrol === own[0].id)?.state,
      )
      .toBe("in_hand");
    await page.goto("/provinces/420000");
    const found = page.getByTestId("patrols").getByRole("listitem");
    await expect(found.filter({ hasText: place })).toContainText("管涌 · 较大");
    await expect(found.filter({ hasText: place })).toContainText("处置中");
    await expect(found.filter({ hasText: note })).toContainText("长江干堤洪湖段");
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
