import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import type { Role } from "./roles";
import { auth } from "./server";

/** The address better-auth asks for; nobody is ever written to at it. */
const addressOf = (username: string) => `${username.toLowerCase()}@users.xuntu.invalid`;

/** Makes an account with a password (10 to 128 characters); throws better-auth's error when the name is taken. */
export async function createAccount(input: {
  username: string;
  name: string;
  password: string;
  role: Role;
  national: boolean;
  provinces: readonly string[];
  mustChangePassword: boolean;
}): Promise<string> {
  const { user } = await auth().api.createUser({
    body: {
      email: addressOf(input.username),
      password: input.password,
      name: input.name,
      role: input.role,
      data: { username: input.username.toLowerCase(), displayUsername: input.username },
    },
  });
  await db().user.update({
    where: { id: user.id },
    data: {
      national: input.national,
      mustChangePassword: input.mustChangePassword,
      provinces: { create: input.provinces.map((provinceId) => ({ provinceId })) },
    },
  });
  return user.id;
}

/** On a database without accounts, makes the first administrator; returns the password when it was made up here. */
export async function ensureAdministrator(given: string | undefined): Promise<string | undefined> {
  if ((await db().user.count()) > 0) return undefined;
  const password = given ?? randomBytes(9).toString("base64url");
  await createAccount({
    username: "admin",
    name: "管理员",
    password,
    role: "administrator",
    national: true,
    provinces: [],
    mustChangePassword: given === undefined,
  });
  return given === undefined ? password : undefined;
}
