import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";

test("the snapshot keeps its contract", async ({ request }) => {
  const response = await request.get("/api/v1/snapshot");
  expect(response.headers()["content-type"]).toContain("application/json");
  const body = await response.json();
  expect(Object.keys(body)).toEqual(
    expect.arrayContaining(["version", "recordedAt", "clock", "responses", "waters", "deployments"]),
  );
  expect(body.clock).toMatchObject({ mode: "exercise", now: "2024-07-04T20:00:00+08:00" });
  for (const r of body.responses) {
    expect(Object.keys(r)).toEqual(
      expect.arrayContaining([
        "issuer",
        "hazard",
        "adcode",
        "province",
        "level",
        "since",
        "confirmedAt",
        "action",
        "stale",
        "source",
      ]),
    );
    expect(Object.keys(r.source)).toEqual(expect.arrayContaining(["publisher", "published", "title"]));
    expect(r.confirmedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*\+08:00$/);
  }
  for (const w of body.waters)
    expect([
      "normal",
      "above_warning",
      "above_guarantee",
      "above_record",
      "above_flood_limit",
      "unknown",
    ]).toContain(w.status);
});

test("it is tagged, compressed, and answered with 304 when known", async ({ request }) => {
  const first = await request.get("/api/v1/snapshot", { headers: { "accept-encoding": "br" } });
  expect(first.headers()["content-encoding"]).toBe("br");
  const again = await request.get("/api/v1/snapshot", {
    headers: { "if-none-match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  const gzip = await request.get("/api/v1/snapshot", { headers: { "accept-encoding": "gzip" } });
  expect(gzip.headers()["content-encoding"]).toBe("gzip");
});

test("it tells other times, and what was known at others", async ({ request }) => {
  const june = await (await request.get("/api/v1/snapshot?at=2024-06-26T12:00:00%2B08:00")).json();
  expect(
    june.responses
      .filter((r: { issuer: string; level: string }) => r.issuer === "国家防总" && r.level === "III")
      .map((r: { province: string }) => r.province)
      .sort(),
  ).toEqual(["安徽", "江西", "浙江", "湖南"].sort());
  expect((await (await request.get("/api/v1/snapshot?known=2020-01-01")).json()).responses).toEqual([]);
});

for (const query of [
  "at=nonsense",
  "at=",
  "at=2024-99-99",
  "known=1e9",
  "at='; drop table",
  "at=2024-07-04T20:00",
]) {
  test(`a time that is none is refused: ${query}`, async ({ request }) => {
    const response = await request.get(`/api/v1/snapshot?${query}`);
    expect(response.status()).toBe(400);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 400, title: "bad time" });
  });
}

test("health tells the database and the age", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    database: "up",
    version: expect.any(Number),
    snapshotAge: expect.any(Number),
  });
});

test("the timeline refuses what it does not know", async ({ request }) => {
  expect((await request.get("/api/v1/timeline?hazard=RED")).status()).toBe(422);
  expect((await request.get("/api/v1/timeline?adcode=999999")).status()).toBe(404);
  expect((await request.get("/api/v1/timeline?issuer=%E5%9B%BD%E5%AE%B6%E9%98%B2%E6%80%BB")).status()).toBe(
    200,
  );
});

test("desk pages show nothing to who is not signed in", async ({ page }) => {
  for (const path of [
    "/admin",
    "/admin/water",
    "/admin/deployment",
    "/admin/status",
    "/admin/audit",
    "/admin/users",
    "/admin/clock",
    "/admin/account",
    "/admin/correct/1?province=430000",
  ]) {
    await page.goto(path);
    await expect(page.locator("main")).toContainText("请先登录");
    await expect(page.locator("main form")).toHaveCount(0);
  }
});

test("accounts cannot be made or taken from outside", async ({ request, baseURL }) => {
  const post = (path: string, data: object, headers = {}) => request.post(path, { data, headers });
  // The accounts library has more ends than we use; none of them is open, whoever asks.
  for (const end of [
    "sign-up/email",
    "sign-in/email",
    "update-user",
    "change-password",
    "admin/create-user",
    "admin/set-role",
    "admin/impersonate-user",
    "admin/set-user-password",
  ]) {
    const answer = await post(`/api/auth/${end}`, { email: "a@b.cd", password: "0123456789ab", name: "x" });
    expect([answer.status(), answer.headers()["content-type"]], end).toEqual([
      404,
      "application/problem+json",
    ]);
  }
  expect((await request.get("/api/auth/admin/list-users")).status()).toBe(405);
  expect(
    (
      await post(
        "/api/auth/sign-in/username",
        { username: "admin", password: "wrong-password" },
        { origin: baseURL ?? "" },
      )
    ).status(),
  ).toBe(401);
  expect(
    (
      await request.post("/api/auth/sign-in/username", {
        data: "not json",
        headers: { "content-type": "application/json" },
      })
    ).status(),
  ).toBeLessThan(500);
});

/** One attempt from an address of its own, so that the throttle meets no other test; its status. */
const attempt = (base: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = httpRequest(
      `http://127.0.0.1:${new URL(base).port}/api/auth/sign-in/username`,
      {
        method: "POST",
        localAddress: "127.0.0.9",
        headers: { "content-type": "application/json", host: new URL(base).host, origin: base },
      },
      (answer) => answer.resume().on("end", () => resolve(answer.statusCode)),
    );
    sent.on("error", reject);
    sent.end(JSON.stringify({ username: "nobody", password: "wrong-password" }));
  });

test("signing in is throttled", async ({ baseURL }) => {
  const statuses: (number | undefined)[] = [];
  for (let i = 0; i < 14; i++) statuses.push(await attempt(baseURL ?? ""));
  expect(statuses).toContain(401);
  expect(statuses).toContain(429);
});

test("events carry version ids and a heartbeat of the picture", async ({ page }) => {
  await page.goto("/");
  const frame = await page.evaluate(
    () =>
      new Promise<{ id: string; data: string }>((resolve) => {
        const source = new EventSource("/api/v1/events");
        source.addEventListener("version", (event) => {
          source.close();
          resolve({ id: event.lastEventId, data: event.data });
        });
      }),
  );
  expect(JSON.parse(frame.data)).toMatchObject({
    version: expect.any(Number),
    revision: frame.id,
    database: "up",
  });
});

test("a body that is too long is refused before it is read to its end", async ({ baseURL }) => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
  });
  // A stream has no length in its header: only counting what comes tells.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
  const response = await fetch(`${baseURL}/api/v1/commands/response.act`, init);
  expect(response.status).toBe(413);
});

test("every address of the interface refuses in one shape, and says what it answers", async ({ request }) => {
  const said = async (method: string, path: string) => {
    const answer = await request.fetch(path, { method });
    expect(answer.headers()["content-type"], path).toContain("application/problem+json");
    const { type, status } = await answer.json();
    expect(status).toBe(answer.status());
    expect(type).toMatch(/^\/docs\/problems#\w+$/);
    return [status, answer.headers().allow];
  };
  const reading = "GET, HEAD, OPTIONS";
  for (const path of [
    "timeline",
    "waters",
    "waters/hankou/readings",
    "areas",
    "events",
    "bulletins/x",
    "photos/x",
  ])
    expect(await said("DELETE", `/api/v1/${path}`), path).toEqual([405, reading]);
  expect(await said("POST", "/api/v1/snapshot")).toEqual([405, "GET, HEAD"]);
  for (const path of ["readings", "positions", "photos", "commands/response.act"])
    expect(await said("GET", `/api/v1/${path}`), path).toEqual([405, "POST, OPTIONS"]);
  expect(await said("GET", "/api/v1/nonsense")).toEqual([404, undefined]);
  expect(await said("GET", "/api/v1/waters?province=430")).toEqual([422, undefined]);
});

test("what everybody reads alike has a tag, and is not sent twice", async ({ request }) => {
  for (const path of ["snapshot", "timeline", "waters", "waters/hankou/readings", "bulletins"]) {
    const first = await request.get(`/api/v1/${path}`);
    const { etag = "" } = first.headers();
    expect(etag, path).toMatch(/^"[\w-]+"$/);
    const again = await request.get(`/api/v1/${path}`, { headers: { "if-none-match": `W/${etag}` } });
    expect([again.status(), (await again.body()).length], path).toEqual([304, 0]);
  }
});

test("the type of a refusal is an address that explains it", async ({ page }) => {
  for (const [path, words] of [
    ["/docs/problems", "请先登录"],
    ["/en/docs/problems", "Sign in"],
  ] as const) {
    await page.goto(`${path}#not_signed_in`);
    await expect(page.locator("#not_signed_in")).toContainText("401");
    await expect(page.locator("#not_signed_in")).toContainText(words);
  }
});
