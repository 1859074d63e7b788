import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/commands/[name]/route";
import { hashOf, tokenViewer } from "@/lib/auth/tokens";
import { refresh } from "@/lib/live/listen";
import { issueToken, revokeToken } from "@/lib/tokens/commands";
import { readTokens } from "@/lib/tokens/read";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const administrator = viewerWith("administrator");
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

async function tokenFor(scopes: string[], area: object = { national: true, provinces: [] }) {
  const done = await issueToken(administrator, { name: "雨情网关", scopes, ...area });
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}
const send = (name: string, secret: string, body: object) =>
  POST(
    new Request(`http://localhost/api/v1/commands/${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({ name }) },
  );
const confirmation = {
  issuerId: "guojia-fangzong",
  hazard: "FLOOD",
  kind: "MAINTAIN",
  level: "III",
  provinces: ["430000"],
  effectiveAt: "2024-07-04T19:30:00+08:00",
  source: SOURCE,
};

describe("a token", () => {
  it("is kept as a hash only, in the table and in the audit", async () => {
    const { secret } = await tokenFor(["readings:write"]);
    const { rows } = await pool.query(
      `select (select string_agg(t::text, '') from "ApiToken" t) || (select string_agg(a::text, '') from "AuditEntry" a) as everything`,
    );
    expect(rows[0].everything).not.toContain(secret);
    expect(rows[0].everything).toContain(hashOf(secret));
  });
  it("may do what it was made for, as itself, and nothing else", async () => {
    const { secret } = await tokenFor(["event:write"]);
    expect((await send("response.act", secret, confirmation)).status).toBe(200);
    const { rows } = await pool.query(`select "userName" from "AuditEntry" order by id desc limit 1`);
    expect(rows[0].userName).toBe("token:雨情网关");
    expect((await send("user.create", secret, {})).status).toBe(403);
    expect((await send("bulletin.publish", secret, {})).status).toBe(403);
  });
  it("acts for its provinces only", async () => {
    const { secret } = await tokenFor(["event:write"], { national: false, provinces: ["420000"] });
    expect((await send("response.act", secret, confirmation)).status).toBe(403);
  });
  it("ends when it is revoked, and says when it was last used", async () => {
    const { secret, tokenId } = await tokenFor(["event:write"]);
    expect((await tokenViewer(secret)).user).not.toBeNull();
    expect(await revokeToken(administrator, { tokenId })).toMatchObject({ ok: true });
    expect(await revokeToken(administrator, { tokenId })).toMatchObject({ ok: false, refusal: "not_found" });
    expect((await send("response.act", secret, confirmation)).status).toBe(401);
    const row = (await readTokens(administrator))?.find((token) => token.id === tokenId);
    expect(row).toMatchObject({
      lastUsedAt: expect.any(String),
      revokedAt: expect.any(String),
      revokedBy: "administrator",
    });
  });
  it.each(["xuntu_nobody", "", "no prefix", "x".repeat(5000)])("%s is nobody's", async (secret) => {
    expect((await send("response.act", secret, confirmation)).status).toBe(401);
  });
  it("never grows: the database refuses to widen or delete it", async () => {
    const { tokenId } = await tokenFor(["readings:write"]);
    await expect(
      pool.query(`update "ApiToken" set scopes = '{event:write}' where id = $1`, [tokenId]),
    ).rejects.toThrow(/does not change/);
    await expect(pool.query(`delete from "ApiToken" where id = $1`, [tokenId])).rejects.toThrow(
      /never deleted/,
    );
  });
  it.each([
    [{ name: "x", scopes: ["user:manage"], national: true, provinces: [] }, "scopes.0"],
    [{ name: "x", scopes: [], national: true, provinces: [] }, "scopes"],
    [{ name: "", scopes: ["event:write"], national: true, provinces: [] }, "name"],
    [{ name: "x", scopes: ["event:write"], national: false, provinces: [] }, "provinces"],
  ])("%j is refused", async (input, field) => {
    expect(await issueToken(administrator, input)).toMatchObject({
      ok: false,
      refusal: "bad_input",
      fields: { [field]: expect.any(String) },
    });
  });
  it("is made by administrators only", async () => {
    expect(
      await issueToken(viewerWith("chief"), {
        name: "x",
        scopes: ["event:write"],
        national: true,
        provinces: [],
      }),
    ).toMatchObject({ ok: false, refusal: "forbidden" });
    expect(await readTokens(viewerWith("chief"))).toBeUndefined();
  });
});
