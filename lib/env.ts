import { join, resolve } from "node:path";
import { z } from "zod";

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  XUNTU_MODE: z.enum(["live", "exercise"]).optional(),
  XUNTU_ADMIN_PASSWORD: z.string().min(10).max(128).optional(),
  XUNTU_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
});

/** The settings of this process, checked. Throws with one line per wrong variable. */
export function env() {
  const parsed = Env.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
}

/** The folder for the embedded database, the last snapshot and secrets; `./data` unless DATA_DIR is set. */
export function dataDir(): string {
  return resolve(/*turbopackIgnore: true*/ process.env.DATA_DIR ?? join(process.cwd(), "data"));
}
