import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { parseTime } from "@/lib/format";
import { startProduct } from "../server-process";
import { planOf } from "./plan";
import { play, type Server } from "./player";

const USAGE = `usage: npm run drill -- [--from 2024-06-30] [--to 2024-07-11] [--speed 3600] [--exit]
                       [--url ADDRESS --token TOKEN]

Plays the flood days of 2024 through the interface, so that the map can be watched live.
--speed   seconds of the season in one second (3600: a day in 24 seconds)
--url     a running Xuntu without events of its own (start it with XUNTU_MODE=live and an empty DATA_DIR);
          without it, one is started on an empty folder and kept until Ctrl-C (--exit: until the end)
--token   made by: npm run -s token:create -- --name drill --may event:write,readings:write,setting:write`;

const Line = z.object({
  from: z.string().default("2024-06-30").transform(timeOf),
  to: z.string().default("2024-07-11").transform(timeOf),
  speed: z.coerce.number().positive().max(1e9).default(3600),
  exit: z.boolean().default(false),
  url: z.url().optional(),
  token: z.string().optional(),
});

function timeOf(text: string, context: z.RefinementCtx): number {
  const parsed = parseTime(text);
  if (parsed) return parsed.ms;
  context.addIssue({ code: "custom", message: `not a date or a time with offset: ${text}` });
  return z.NEVER;
}

function readLine(args: string[]): z.output<typeof Line> | undefined {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { from: text, to: text, speed: text, url: text, token: text, exit: { type: "boolean" } },
    });
    const line = Line.parse(values);
    if (Boolean(line.url) === Boolean(line.token) && line.from < line.to) return line;
  } catch (error) {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  }
  return undefined;
}

const Picture = z.object({ responses: z.array(z.unknown()) });

/** The drill adds to nothing: over a season already loaded its orders would contradict what is there. */
async function isEmpty({ base }: Server, from: number): Promise<boolean> {
  const answer = await fetch(`${base}/api/v1/snapshot?at=${new Date(from).toISOString()}`);
  return Picture.parse(await answer.json()).responses.length === 0;
}

/** A Xuntu of the drill's own on an empty folder, with a token to write. */
async function ownServer(): Promise<Server & { stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-drill-"));
  chmodSync(folder, 0o755);
  const env = { DATA_DIR: folder, XUNTU_MODE: "live", PORT: process.env.PORT ?? "3000" };
  const product = await startProduct(env);
  const { execFileSync } = await import("node:child_process");
  const token = execFileSync(
    process.execPath,
    ["scripts/token-create.mjs", "--name", "drill", "--may", "event:write,readings:write,setting:write"],
    { env: { ...process.env, ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  ).trim();
  return {
    base: product.base,
    token,
    stop: async () => {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `npm run drill`: 2 for a wrong line, 1 when something was refused. */
export async function drill(args: string[]): Promise<void> {
  const line = readLine(args);
  if (!line) {
    console.error(USAGE);
    process.exit(2);
  }
  const steps = planOf(line.from, line.to);
  const own = line.url ? undefined : await ownServer();
  const server = own ?? { base: (line.url ?? "").replace(/\/$/, ""), token: line.token ?? "" };
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await own?.stop();
    process.exit(code);
  };
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(0));
  try {
    if (!(await isEmpty(server, line.from))) {
      console.error(
        `There are responses in force at ${server.base} already; the drill plays on an empty Xuntu only.\n`,
      );
      console.error(USAGE);
      return await end(1);
    }
    console.log(`${steps.length} acts; watch them at ${server.base}`);
    const { played, refused } = await play(server, steps, { ...line, say: console.log });
    console.log(`${played} played, ${refused.length} refused`);
    if (own && !line.exit) {
      console.log(`The map stays at ${server.base} until Ctrl-C.`);
      return;
    }
    await end(refused.length ? 1 : 0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}
