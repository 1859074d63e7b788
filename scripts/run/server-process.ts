import { type ChildProcess, spawn } from "node:child_process";

/** Starts the product as a person would and waits for its ready line. Throws with its output when it ends first. */
export async function startProduct(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; base: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const base = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data;
      const ready = /is ready at (http:\/\/localhost:\d+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`the server ended before it was ready:\n${output}`)));
  });
  return {
    child,
    base,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
