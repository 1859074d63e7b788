import { mkdirSync } from "node:fs";
import { chromium, type FullConfig } from "@playwright/test";

export const STATE = "test-results/administrator.json";

/** Signs the administrator in once; tests that need an account start from the kept session. */
export default async function signInOnce(config: FullConfig) {
  const { baseURL, launchOptions } = config.projects[0]?.use ?? {};
  mkdirSync("test-results", { recursive: true });
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage({ baseURL });
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill("admin");
  await page.getByLabel("密码").fill(process.env.XUNTU_ADMIN_PASSWORD ?? "");
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL("**/admin");
  await page.context().storageState({ path: STATE });
  await browser.close();
}
