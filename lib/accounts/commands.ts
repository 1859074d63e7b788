import { z } from "zod";
import { createAccount } from "@/lib/auth/accounts";
import { ROLES, type Role } from "@/lib/auth/roles";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, RequestId, text } from "@/lib/fields";

const roles = Object.keys(ROLES).filter((key): key is Role => Object.hasOwn(ROLES, key));
const RoleName = z.custom<Role>((value) => roles.some((role) => role === value), {
  error: "field_invalid_value",
});
const Area = { role: RoleName, national: z.boolean(), provinces: z.array(Adcode).max(34) };

export const CreateUserInput = z.object({
  requestId: RequestId,
  username: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._]{2,40}$/, { error: "field_username" }),
  name: text(60),
  password: z.string().min(10, { error: "field_password" }).max(128, { error: "field_too_long" }),
  ...Area,
});

/** Makes an account; its password must be changed at first sign-in. */
export const createUser = command({
  name: "user.create",
  may: "user:manage",
  input: CreateUserInput,
  async run({ tx }, input) {
    if (await tx.user.findUnique({ where: { username: input.username.toLowerCase() } }))
      return refuse("name_taken", undefined, { username: "name_taken" });
    const userId = await createAccount({ ...input, mustChangePassword: true });
    return { ok: true as const, value: { userId } };
  },
});

export const UpdateUserInput = z.object({
  requestId: RequestId,
  userId: z.string().min(1).max(80),
  banned: z.boolean(),
  ...Area,
});

/** Changes role, areas and whether an account may sign in; its sessions end when it may not. */
export const updateUser = command({
  name: "user.update",
  may: "user:manage",
  input: UpdateUserInput,
  async run({ tx }, { userId, role, national, provinces, banned }) {
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) return refuse("not_found");
    const others = await tx.user.count({
      where: { role: "administrator", banned: { not: true }, id: { not: userId } },
    });
    if (user.role === "administrator" && !others && (role !== "administrator" || banned))
      return refuse("last_administrator");
    await tx.userProvince.deleteMany({ where: { userId } });
    await tx.user.update({
      where: { id: userId },
      data: {
        role,
        national,
        banned,
        provinces: { create: provinces.map((provinceId) => ({ provinceId })) },
      },
    });
    if (banned) await tx.session.deleteMany({ where: { userId } });
    return { ok: true as const, value: { userId } };
  },
});

export const revokeSessions = command({
  name: "user.revoke",
  may: "user:manage",
  input: z.object({ requestId: RequestId, userId: z.string().min(1).max(80) }),
  async run({ tx }, { userId }) {
    const { count } = await tx.session.deleteMany({ where: { userId } });
    return { ok: true as const, value: { count } };
  },
});
