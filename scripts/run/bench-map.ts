import { chromium, type Page, type Route } from "@playwright/test";

const ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
const STATIONS = 3000;
const GOAL = 30;
const STATES = [
  "normal",
  "near_warning",
  "above_warning",
  "above_guarantee",
  "above_record",
  "stale",
  "unknown",
];

/** So many made-up stations over the middle and lower Yangtze, in all states, as the snapshot tells them. */
const stations = (at: string) =>
  Array.from({ length: STATIONS }, (_, i) => {
    const state = STATES[(i * 7) % STATES.length] ?? "normal";
    return {
      id: `bench-${i}`,
      name: `站${i}`,
      nameEn: `Station ${i}`,
      kind: "station",
      river: null,
      adcodes: ["420000"],
      lat: 26 + ((i * 0.618034) % 1) * 8,
      lon: 108 + ((i * 0.754878) % 1) * 13,
      geometry: null,
      status: state.startsWith("above") ? state : "normal",
      state,
      trend: null,
      stage: 20,
      exceedance: null,
      exceeds: null,
      at,
      precision: "MINUTE",
      certainty: "STATED",
      stale: state === "stale",
      source: { publisher: "benchmark", title: "synthetic", published: null, url: null },
      synthetic: true,
    };
  });

async function addStations(route: Route): Promise<void> {
  const snapshot = await (await fetch(route.request().url())).json();
  const json = { ...snapshot, waters: [...snapshot.waters, ...stations(snapshot.at)] };
  // A page that has gone on to the next address does not wait for it any more.
  await route.fulfill({ json }).catch(() => undefined);
}

/** The times between frames while `work` goes on, milliseconds. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  // As text: the loader would give a function a helper that the page does not have.
  // Each turn has a number of its own, or a frame still waiting from the last one would go on counting beside it.
  await page.evaluate(`window.frames_ = []; window.turn_ = (window.turn_ || 0) + 1;
    (function (turn) { requestAnimationFrame(function each(time) {
      if (window.turn_ !== turn) return;
      window.frames_.push(time);
      requestAnimationFrame(each);
    }); })(window.turn_)`);
  await work();
  const times = await page.evaluate<number[]>("window.turn_++; window.frames_");
  return times.slice(1).map((time, i) => time - (times[i] ?? time));
}

async function drag(page: Page): Promise<void> {
  const box = await page.getByTestId("map").boundingBox();
  if (!box) throw new Error("the map has no box");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let round = 0; round < 4; round++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 40; step++)
      await page.mouse.move(x + (round % 2 ? -1 : 1) * step * 6, y + (round < 2 ? 1 : -1) * step * 3);
    await page.mouse.up();
  }
}

async function zoom(page: Page): Promise<void> {
  const [nearer, farther] = [
    page.getByRole("button", { name: "放大" }),
    page.getByRole("button", { name: "缩小" }),
  ];
  for (const button of [nearer, nearer, farther, farther, nearer, farther]) {
    await button.click();
    // Each step's animation is to run to its end.
    await page
      .locator(".leaflet-zoom-anim")
      .waitFor({ state: "attached" })
      .catch(() => undefined);
    await page.waitForFunction("!document.querySelector('.leaflet-zoom-anim')");
  }
}

const words = (what: string, gaps: readonly number[]) => {
  const sorted = [...gaps].sort((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const rate = (gaps.length / total) * 1000;
  const slow = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return `map with ${STATIONS.toLocaleString("en")} stations, ${what}: ${rate.toFixed(1)} frames/s (goal ${GOAL}); 95 % of frames within ${slow.toFixed(1)} ms, the slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`;
};

/** Frames a second while a map with 3,000 stations is dragged and zoomed, at two zooms. */
export async function mapFrames(base: string, executablePath: string): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    // Waiting for an expression needs eval, which the policy of the page forbids.
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    await page.route("**/api/v1/snapshot?*", addStations);
    const lines: string[] = [];
    for (const [name, position] of [
      ["the whole country", "4.5/32/108"],
      ["near (prefecture borders, fine waters, names)", "7/30/114"],
    ] as const) {
      await page.goto(`${base}/?map=${position}`);
      await page.locator('[data-testid="map"][data-ready="true"]').waitFor();
      await page.getByTestId("handle").press("PageUp");
      await page.waitForFunction(
        `Number(document.querySelector("canvas.map-stations")?.dataset.stations) >= ${STATIONS}`,
      );
      const panned = await framesDuring(page, () => drag(page));
      const zoomed = await framesDuring(page, () => zoom(page));
      lines.push(words(`${name}, dragged`, panned), words(`${name}, zoomed`, zoomed));
    }
    return lines;
  } finally {
    await browser.close();
  }
}
