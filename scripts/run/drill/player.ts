import { z } from "zod";
import { isoTime } from "@/lib/format";
import type { Step } from "./steps";

export interface Server {
  base: string;
  token: string;
}

const Refused = z.object({ refusal: z.string().optional(), detail: z.string().optional() });
const Accepted = z.object({ value: z.record(z.string(), z.unknown()) });

/** Sends one command; what came of it in words when it was refused. Throws when the server cannot be reached. */
export async function send(
  { base, token }: Server,
  command: string,
  input: object,
): Promise<{ ok: true; value: Record<string, unknown> } | { ok: false; why: string }> {
  const response = await fetch(`${base}/api/v1/commands/${command}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ ...input, requestId: crypto.randomUUID() }),
  });
  const body: unknown = await response.json();
  if (response.ok) return { ok: true, value: Accepted.parse(body).value };
  const { refusal, detail } = Refused.parse(body);
  return { ok: false, why: `${response.status} ${refusal ?? detail ?? ""} ${JSON.stringify(body)}` };
}

const Id = z.union([
  z.number(),
  z.string(),
  z
    .array(z.union([z.number(), z.string()]))
    .min(1)
    .transform((ids) => ids[0]),
]);

/** The act's input with the id it refers to; ids of the answers are kept by name as they come. */
function rememberer() {
  const ids = new Map<string, unknown>();
  return {
    inputOf: ({ input, refers }: Step) =>
      refers ? { ...input, [refers.field]: ids.get(refers.name) } : input,
    keep: ({ remember }: Step, value: Record<string, unknown>) => {
      if (remember) ids.set(remember.name, Id.parse(value[remember.from]));
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Faster than this the server's clock does not run; it is then set anew at each act. */
const FASTEST_CLOCK = 3600;

/**
 * Plays the acts in order. `speed` is seconds of the season a second: the server's exercise clock runs with it.
 * Returns how many were played and what was refused.
 */
export async function play(
  server: Server,
  steps: readonly Step[],
  options: { from: number; to: number; speed: number; say: (line: string) => void },
): Promise<{ played: number; refused: string[] }> {
  const { from, to, speed, say } = options;
  const steady = speed <= FASTEST_CLOCK;
  const setClock = async (at: number, rate: number) => {
    const done = await send(server, "setting.clock", { mode: "exercise", now: isoTime(at), rate });
    if (!done.ok) throw new Error(`the clock could not be set: ${done.why}`);
  };
  await setClock(from, steady ? speed : 0);
  const began = performance.now();
  const refused: string[] = [];
  const memory = rememberer();
  let shown = from;
  for (const step of steps) {
    const due = (step.at - from) / speed - (performance.now() - began);
    if (due > 0) await pause(due);
    if (!steady && step.at !== shown) await setClock(step.at, 0);
    shown = step.at;
    const done = await send(server, step.command, memory.inputOf(step));
    if (done.ok) memory.keep(step, done.value);
    const line = `${isoTime(step.at).slice(5, 16).replace("T", " ")}  ${step.what}`;
    say(done.ok ? line : `${line}  ✗ ${done.why}`);
    if (!done.ok) refused.push(`${line}: ${done.why}`);
  }
  const rest = (to - from) / speed - (performance.now() - began);
  if (rest > 0) await pause(rest);
  await setClock(to, 0);
  return { played: steps.length - refused.length, refused };
}
