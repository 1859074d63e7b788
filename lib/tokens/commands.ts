import { z } from "zod";
import { TOKEN_SCOPES, type Viewer } from "@/lib/auth/roles";
import { hashOf, newSecret } from "@/lib/auth/tokens";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, RequestId, text } from "@/lib/fields";

export const CreateTokenInput = z
  .object({
    requestId: RequestId,
    name: text(60).regex(/^[\p{L}\p{N} ._-]+$/u, { error: "field_invalid_format" }),
    scopes: z.array(z.enum(TOKEN_SCOPES, { error: "field_scope" })).min(1, { error: "field_required" }),
    national: z.boolean(),
    provinces: z.array(Adcode).max(34),
  })
  .refine((input) => input.national || input.provinces.length > 0, {
    path: ["provinces"],
    error: "field_required",
  });

/**
 * Makes a token for another system. The secret itself is never stored: the transaction keeps its hash, and the
 * caller is given the secret once, outside of audit and repeats.
 */
export const createToken = command({
  name: "token.create",
  may: "token:manage",
  input: CreateTokenInput.and(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })),
  async run({ tx, viewer, recordedAt }, { name, scopes, national, provinces, hash }) {
    const row = await tx.apiToken.create({
      data: {
        name,
        hash,
        scopes,
        national,
        provinces,
        createdBy: viewer.user?.username ?? "—",
        createdAt: recordedAt,
      },
    });
    return { ok: true as const, value: { tokenId: row.id, name } };
  },
});

/** Ends a token for good; what it wrote stays. */
export const revokeToken = command({
  name: "token.revoke",
  may: "token:manage",
  input: z.object({ requestId: RequestId, tokenId: z.uuid() }),
  async run({ tx, viewer, recordedAt }, { tokenId }) {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: recordedAt, revokedBy: viewer.user?.username ?? "—" },
    });
    return count ? { ok: true as const, value: { tokenId } } : refuse("not_found");
  },
});

/**
 * Makes a secret and its token; the secret is in the answer and nowhere else. A repeated request makes another
 * token: the first secret cannot be told again.
 */
export async function issueToken(viewer: Viewer, input: unknown) {
  const secret = newSecret();
  const fields = z.looseObject({}).safeParse(input).data;
  const done = await createToken(viewer, { ...fields, requestId: undefined, hash: hashOf(secret) });
  return done.ok ? { ...done, value: { ...done.value, secret } } : done;
}
