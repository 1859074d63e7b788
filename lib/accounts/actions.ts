"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { act } from "@/lib/acting";
import { auth } from "@/lib/auth/server";
import { viewerOf } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { createUser, revokeSessions, updateUser } from "./commands";

export const submitUser = async (input: unknown) => act(createUser, input);
export const submitUserChange = async (input: unknown) => act(updateUser, input);
export const submitRevocation = async (input: unknown) => act(revokeSessions, input);

const PasswordInput = z.object({ current: z.string().min(1).max(128), next: z.string().min(10).max(128) });

/** Changes the password of whoever is signed in and ends their other sessions. */
export async function changePassword(input: unknown): Promise<{ ok: true } | Refusal> {
  const parsed = PasswordInput.safeParse(input);
  if (!parsed.success) return refuse("bad_input", undefined, { next: "field_password" });
  const asked = await headers();
  try {
    const { user } = await viewerOf(asked);
    if (!user) return refuse("not_signed_in");
    await auth().api.changePassword({
      headers: asked,
      body: {
        currentPassword: parsed.data.current,
        newPassword: parsed.data.next,
        revokeOtherSessions: true,
      },
    });
    await db().user.update({ where: { id: user.id }, data: { mustChangePassword: false } });
    return { ok: true };
  } catch (error) {
    return error instanceof Error && /password/i.test(error.message)
      ? refuse("bad_input", undefined, { current: "wrong" })
      : refuse("unavailable");
  }
}
