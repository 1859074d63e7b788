import { join, resolve } from "node:path";
import { z } from "zod";

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  XUNTU_MODE: z.enum(["live", "exercise"]).optional(),
  XUNTU_ADMIN_PASSWORD: z.string().min(10).max(128).optional(),
  XUNTU_MAP_APPROVAL: z.string().max(100).optional(),
  XUNTU_TILE_URL: z
    .string()
    .regex(/^https:\/\/.*\{z\}.*$/, "must be an https address with {z}, {x} and {y}")
    .optional(),
  XUNTU_TILE_CREDIT: z.string().max(200).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  XUNTU_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
});

/** The settings of this process, checked. Throws with one line per wrong variable. */
export function env() {
  const parsed = Env.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
}

/** What the operator says of the base map: its approval number (审图号), and tiles of their own to lie under the shapes. */
export interface BaseMap {
  approval: string | null;
  tiles: string | null;
  credit: string | null;
}

/** The base map as the environment sets it; null for what it leaves out. */
export function baseMap(): BaseMap {
  const { XUNTU_MAP_APPROVAL, XUNTU_TILE_URL, XUNTU_TILE_CREDIT } = process.env;
  return {
    approval: XUNTU_MAP_APPROVAL || null,
    tiles: XUNTU_TILE_URL || null,
    credit: XUNTU_TILE_CREDIT || null,
  };
}

/** The folder for the embedded database, the last snapshot and secrets; `./data` unless DATA_DIR is set. */
export function dataDir(): string {
  return resolve(/*turbopackIgnore: true*/ process.env.DATA_DIR ?? join(process.cwd(), "data"));
}
