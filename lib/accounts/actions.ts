"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { act } from "@/lib/acting";
import { auth } from "@/lib/auth/server";
import { viewerOf } from "@/lib/auth/viewer";
import { audit, fieldErrors } from "@/lib/command";
import { db } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { createUser, revokeSessions, updateUser } from "./commands";

export const submitUser = async (input: unknown) => act(createUser, input);
export const submitUserChange = async (input: unknown) => act(updateUser, input);
export const submitRevocation = async (input: unknown) => act(revokeSessions, input);

const PasswordInput = z
  .object({
    current: z.string().min(1).max(128),
    next: z.string().min(10, { error: "field_password" }).max(128, { error: "field_too_long" }),
  })
  // A first password that is "changed" into itself would still be known to who made the account.
  .refine(({ current, next }) => current !== next, { path: ["next"], error: "field_password_same" });

/** Changes the password of whoever is signed in and ends their other sessions; each attempt leaves an audit row. */
export async function changePassword(input: unknown): Promise<{ ok: true } | Refusal> {
  const parsed = PasswordInput.safeParse(input);
  if (!parsed.success) return refuse("bad_input", undefined, fieldErrors(parsed.error));
  const asked = await headers();
  const viewer = await viewerOf(asked).catch(() => undefined);
  if (!viewer) return refuse("unavailable");
  if (!viewer.user) return refuse("not_signed_in");
  const note = (outcome: "DONE" | "REFUSED", detail = "") =>
    audit(db(), viewer, { command: "user.password", outcome, detail, input: {} });
  try {
    await auth().api.changePassword({
      headers: asked,
      body: {
        currentPassword: parsed.data.current,
        newPassword: parsed.data.next,
        revokeOtherSessions: true,
      },
    });
    await db().user.update({ where: { id: viewer.user.id }, data: { mustChangePassword: false } });
    await note("DONE");
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Error) || !/password/i.test(error.message)) return refuse("unavailable");
    await note("REFUSED", "wrong_password").catch(() => undefined);
    return refuse("bad_input", undefined, { current: "wrong" });
  }
}
