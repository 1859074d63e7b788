import { describe, expect, it } from "vitest";
import { only, problem, statusOf } from "@/lib/errors";
import { clientOf } from "@/lib/live/client";

it("refuses with a problem document that names its row on the page of codes", async () => {
  const answer = problem("track_changed", "It moved.", { values: { province: "湖南" } });
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    409,
    "application/problem+json",
    "no-store",
  ]);
  expect(await answer.json()).toEqual({
    type: "/docs/problems#track_changed",
    title: "track changed",
    status: 409,
    detail: "It moved.",
    values: { province: "湖南" },
  });
  expect(["not_signed_in", "not_found", "bad_input", "toString"].map(statusOf)).toEqual([401, 404, 422, 409]);
});

it("says which methods an address answers", async () => {
  const { DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");
  const answer = DELETE();
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect(await answer.json()).toMatchObject({ status: 405, title: "method not allowed" });
  expect([OPTIONS().status, OPTIONS().headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
});

describe("who sends a request", () => {
  const asked = (forwarded: string | undefined, proxies: number) =>
    clientOf({ headers: { "x-forwarded-for": forwarded }, socket: { remoteAddress: "10.0.0.1" } }, proxies);
  it.each([
    ["nobody's word is taken without a proxy of ours", "1.2.3.4", 0, "10.0.0.1"],
    ["the proxy says whom it heard", "1.2.3.4", 1, "1.2.3.4"],
    ["what a client wrote itself stands before that", "9.9.9.9, 1.2.3.4", 1, "1.2.3.4"],
    ["a second proxy adds the first", "9.9.9.9, 1.2.3.4, 10.0.0.7", 2, "1.2.3.4"],
    ["a request that came past the proxies", undefined, 1, "10.0.0.1"],
    ["fewer words than proxies", "1.2.3.4", 2, "10.0.0.1"],
  ])("%s", (_what, forwarded, proxies, address) => {
    expect(asked(forwarded, proxies)).toBe(address);
  });
});
