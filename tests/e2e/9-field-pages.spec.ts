import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { STATE } from "./sign-in-once";

test.use({ storageState: STATE });

test("English pages name provinces, bodies and waters in English", async ({ page }) => {
  await page.goto("/en/gaps");
  const words = await page.getByTestId("gaps").locator('[data-rule^="water_"] li').allInnerTexts();
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  await page.goto("/en/forecasts");
  await expect(page.getByTestId("forecasts")).toContainText("eastern Sichuan, Chongqing");
  await expect(page.getByTestId("consultations")).toContainText("Office of the State Flood Control");
  await page.goto("/en/directives");
  await expect(page.getByTestId("directives")).toContainText("Ministry of Emergency Management");
});

for (const path of [
  "/deployments",
  "/outages",
  "/forecasts",
  "/directives",
  "/gaps",
  "/provinces/430000",
  "/?layer=rain,gaps",
  "/admin/deployment",
  "/admin/status",
  "/admin/forecast",
  "/admin/consultation",
  "/admin/directive",
  "/admin/progress",
  "/admin/outage",
  "/admin/outage/restore",
  "/admin/patrol",
  "/admin/positions",
  "/admin/thresholds",
])
  for (const locale of ["", "/en"])
    test(`accessible and without overflow: ${locale}${path}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(locale + path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    });
