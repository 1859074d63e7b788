import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";

const shared = globalThis as typeof globalThis & { xuntuPrisma?: PrismaClient };

/** The one Prisma client of this process. Pages and route handlers hold different copies of a module, so it lives on globalThis. */
export function db(): PrismaClient {
  shared.xuntuPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 3000,
      // A question to a server that is cut off must end, so that the person asking hears of it.
      query_timeout: 8000,
    }),
  });
  return shared.xuntuPrisma;
}

export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>;
