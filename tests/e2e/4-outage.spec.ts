import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { fillResponse } from "./desk";
import { STATE } from "./sign-in-once";

const postmaster = () =>
  Number(
    readFileSync(join(process.env.XUNTU_DATA ?? "", "postgres", "postmaster.pid"), "utf8").split("\n")[0],
  );
/** The postmaster and the processes it has for its connections. */
function wholeServer(): number[] {
  const pid = postmaster();
  const parentOf = (name: string) => {
    try {
      return Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
    } catch {
      return 0;
    }
  };
  return [
    pid,
    ...readdirSync("/proc")
      .filter((name) => parentOf(name) === pid)
      .map(Number),
  ];
}
const signal = (pids: number[], name: NodeJS.Signals) => {
  for (const pid of pids) process.kill(pid, name);
};
const seconds = { timeout: 20_000 };

test.describe("with the database stopped", () => {
  test.use({ storageState: STATE });
  test("pages and snapshot are served with a banner, forms say nothing is saved, and all recovers", async ({
    page,
    request,
    browser,
  }) => {
    test.setTimeout(120_000);
    await fillResponse(page, { province: "海南", kind: "启动", level: "IV" });
    const reader = await (await browser.newContext()).newPage();
    await reader.goto("/");
    const server = wholeServer();
    // A frozen server answers nobody and is not started anew, as one cut off from the network.
    signal(server, "SIGSTOP");
    try {
      await page.getByTestId("confirm").click();
      await expect(page.getByTestId("refusal")).toContainText("没有保存", seconds);
      await expect(page.getByLabel("发布单位")).toHaveValue("国家防总办公室");
      expect((await request.get("/api/v1/snapshot")).status()).toBe(200);
      expect((await request.get("/?at=2024-06-20")).status()).toBe(200);
      await expect(reader.getByTestId("connection")).toContainText("数据库没有应答", seconds);
    } finally {
      signal(server, "SIGCONT");
    }
    await expect(reader.getByTestId("connection")).toHaveCount(0, seconds);
    process.kill(postmaster(), "SIGKILL");
    // As a person does: press again until it is said to be saved. Nothing typed is lost, nothing is written twice.
    await expect(async () => {
      await page.getByTestId("confirm").click({ timeout: 5000 });
      await expect(page.getByTestId("toast")).toContainText("已发布", { timeout: 5000 });
    }).toPass({ timeout: 60_000 });
    await expect.poll(async () => (await request.get("/api/health")).status(), seconds).toBe(200);
    await reader.context().close();
  });
});

test("a browser that loses the line says so, and says when it is back", async ({ page, context }) => {
  await page.goto("/");
  await expect(page.getByTestId("map")).toHaveAttribute("data-ready", "true");
  await context.setOffline(true);
  await expect(page.getByTestId("connection")).toContainText("连接中断", seconds);
  await expect(page.getByTestId("responses").locator("li").first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByTestId("connection")).toHaveCount(0, seconds);
});
