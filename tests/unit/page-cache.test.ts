import { expect, it } from "vitest";
import { cacheable } from "@/lib/live/page-cache";

const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  cacheable({ method, url, headers });

it.each(["/", "/en", "/gaps?province=430000", "/en/provinces/430000", "/waters/hankou", "/api/v1/bulletins"])(
  "keeps what everybody sees alike: %s",
  (url) => {
    expect(asked(url)).toBe(true);
    expect(asked(url, { cookie: "theme=dark" })).toBe(true);
  },
);

it.each([
  ["a session", { cookie: "a=b; better-auth.session_token=x" }],
  ["a session over https", { cookie: "__Secure-better-auth.session_token=x" }],
  ["a token", { authorization: "Bearer xuntu_x" }],
  ["the router's part of a page", { rsc: "1" }],
])("keeps nothing that is made for %s", (_who, headers) => {
  expect(asked("/gaps", headers)).toBe(false);
});

it.each([
  "/admin",
  "/en/admin/users",
  "/sign-in",
  "/api/v1/deployments/1/contact",
  "/api/v1/photos/x",
  "/api/health",
])("keeps nothing of %s", (url) => {
  expect(asked(url)).toBe(false);
});

it("keeps nothing that was written, and no endless address", () => {
  expect(asked("/", {}, "POST")).toBe(false);
  expect(asked(`/?at=${"1".repeat(1000)}`)).toBe(false);
});
