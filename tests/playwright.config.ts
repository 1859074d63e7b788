import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const results = fileURLToPath(new URL("../test-results", import.meta.url));

export default defineConfig({
  testDir: "./e2e",
  outputDir: `${results}/playwright`,
  reporter: [["line"], ["json", { outputFile: `${results}/playwright.json` }]],
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  globalSetup: "./e2e/sign-in-once.ts",
  use: {
    baseURL: process.env.XUNTU_BASE,
    locale: "zh-CN",
    timezoneId: "Asia/Kathmandu",
    launchOptions: {
      executablePath: process.env.XUNTU_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
    screenshot: "only-on-failure",
  },
});
