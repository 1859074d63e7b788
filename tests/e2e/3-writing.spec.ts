import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { fillResponse, levels } from "./desk";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });
test.describe.configure({ mode: "serial" });

test("a level raised in one browser shows in another within a second, and its withdrawal", async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/");
  await expect(reader.getByTestId("map")).toHaveAttribute("data-ready", "true");
  const line = reader.locator('[data-testid="responses"] [data-adcode="430000"]');
  await expect(line).toHaveAttribute("data-level", "III");
  await fillResponse(page, { province: "湖南", kind: "提升", level: "II" });
  await expect(page.getByTestId("sentence")).toHaveText(/国家防总将湖南防汛应急响应由三级提升至二级/);
  // Watched inside the reader's page, from the click in the other to the redrawn list.
  const seen = line.evaluate(
    (node) =>
      new Promise<number>((resolve) => {
        const list = node.closest("aside") ?? node;
        new MutationObserver(() => {
          if (list.querySelector('[data-adcode="430000"][data-level="II"]')) resolve(Date.now());
        }).observe(list, { subtree: true, childList: true, attributes: true });
      }),
  );
  const clicked = Date.now();
  await page.getByTestId("confirm").click();
  expect((await seen) - clicked).toBeLessThan(1000);
  await expect(page.getByTestId("toast")).toContainText("已发布");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(line).toHaveAttribute("data-level", "III");
  await reader.context().close();
});

test("undo withdraws by correction, and the audit tells both", async ({ page }) => {
  await fillResponse(page, { province: "贵州", kind: "启动", level: "IV" });
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toBeVisible();
  expect((await levels(page)).贵州).toBe("IV");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByTestId("toast")).toContainText("已撤销");
  expect((await levels(page)).贵州).toBeUndefined();
  await page.goto("/admin/audit");
  await expect(page.getByRole("row", { name: /response\.correct/ }).first()).toContainText("贵州");
});

test("only legal moves are offered", async ({ page }) => {
  await page.goto("/admin");
  await page.getByLabel(/^北京/).check();
  await expect(page.getByRole("radio", { name: "启动" })).toBeEnabled();
  for (const kind of ["维持", "提升", "降低", "终止"])
    await expect(page.getByRole("radio", { name: kind })).toBeDisabled();
});

test("what was typed survives a reload, and a refusal", async ({ page }) => {
  await page.goto("/admin");
  await page.getByLabel("发布单位").fill("写到一半的单位");
  await page.reload();
  await expect(page.getByLabel("发布单位")).toHaveValue("写到一半的单位");
  await page.getByLabel(/^云南/).check();
  await page.getByRole("radio", { name: "启动" }).check();
  await page.getByLabel("级别").selectOption("IV");
  await page.getByLabel("文件或消息名称").fill("");
  await page.getByTestId("review").click();
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("refusal")).toContainText("有内容需要更正");
  await expect(page.getByText("此栏必填。")).toBeVisible();
  await expect(page.getByLabel("发布单位")).toHaveValue("写到一半的单位");
});

test("script in a text field stays text", async ({ page }) => {
  await page.goto("/admin/deployment");
  await page.getByLabel("类别").selectOption("rescue_force");
  await page.getByLabel("派出单位").fill("<img src=x onerror=alert(1)>");
  await page.getByLabel("所在省份").selectOption("430000");
  await page.getByLabel("前往地点").fill("<script>alert(1)</script>岳阳");
  await page.getByLabel("任务").fill("巡堤");
  await page.getByLabel("发布单位").fill("测试");
  await page.getByLabel("文件或消息名称").fill("测试");
  await page.getByTestId("review").click();
  await page.getByTestId("confirm").click();
  await expect(page.getByTestId("toast")).toBeVisible();
  page.on("dialog", () => expect("a dialog").toBe("none"));
  await page.goto("/");
  await expect(page.getByTestId("deployments")).toContainText("<script>alert(1)</script>岳阳");
});

test("a first password is changed into another before anything else, and the audit tells it", async ({
  page,
  browser,
}) => {
  const [username, first, next] = [`duty${Date.now()}`, "first-password", "another-password"];
  const made = await page.request.post("/api/v1/commands/user.create", {
    data: { username, name: "值班员", password: first, role: "duty_officer", national: true, provinces: [] },
  });
  expect(made.ok()).toBe(true);
  const officer = await (await browser.newContext({ storageState: undefined })).newPage();
  await officer.goto("/sign-in");
  await officer.getByLabel("用户名").fill(username);
  await officer.getByLabel("密码").fill(first);
  await officer.getByRole("button", { name: "登录" }).click();
  await expect(officer.getByText("首次登录须先修改密码。")).toBeVisible();
  const change = async (from: string, to: string) => {
    await officer.getByLabel("当前密码").fill(from);
    await officer.getByLabel(/^新密码/).fill(to);
    await officer.getByRole("button", { name: "修改密码" }).click();
  };
  await change(first, first);
  await expect(officer.getByText("新密码不能与现在的相同。")).toBeVisible();
  await change("not-the-password", next);
  await expect(officer.getByText("用户名或密码不对。")).toBeVisible();
  await change(first, next);
  await expect(officer.getByTestId("review")).toBeVisible();
  await officer.context().close();
  await page.goto(`/admin/audit?who=${username}&what=user.password`);
  await expect(page.locator("main")).toContainText("user.password");
  await expect(page.locator("main")).not.toContainText(next);
});

test("who cannot be signed out for want of a network is told so", async ({ page, context }) => {
  await page.goto("/admin");
  const button = page.getByRole("button", { name: "退出" });
  await expect(button).toBeVisible();
  await context.setOffline(true);
  await button.click();
  await expect(button).toContainText("没有成功");
  await context.setOffline(false);
});

test("an administrator sets the exercise clock, and every page follows", async ({ page, browser }) => {
  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/");
  const set = async (time: string) => {
    await page.goto("/admin/clock");
    await page.getByLabel("演练时间（北京时间）").fill(time);
    await page.getByRole("button", { name: "设定时钟" }).click();
    await expect(page.getByTestId("exercise")).toContainText(time.slice(11));
  };
  await set("2024-07-24T12:00");
  await expect(reader.getByTestId("exercise")).toContainText("2024年7月24日 12:00");
  await set("2024-07-04T20:00");
  await expect(reader.getByTestId("exercise")).toContainText("2024年7月4日 20:00");
  await reader.context().close();
});

for (const path of [
  "/admin",
  "/admin/water",
  "/admin/deployment",
  "/admin/status",
  "/admin/audit",
  "/admin/users",
  "/admin/clock",
  "/admin/tokens",
  "/admin/texts",
  "/admin/account",
]) {
  test(`accessible: ${path}`, async ({ page }) => {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .map((n) => n.target.join(" "))
            .slice(0, 3)
            .join(" | ")}`,
      ),
    ).toEqual([]);
  });
}
