import { headers } from "next/headers";
import type { PUBLIC } from "./auth/roles";
import { viewerOf } from "./auth/viewer";
import type { Result } from "./command";
import { type Refusal, refuse } from "./errors";

/** Runs a command for whoever sent the request of this server action; Next has checked the origin already. */
export async function act<T>(
  run: (viewer: typeof PUBLIC, input: unknown) => Promise<Result<T>>,
  input: unknown,
): Promise<Result<T>> {
  const viewer = await viewerOf(await headers()).catch((): Refusal => refuse("unavailable"));
  return "refusal" in viewer ? viewer : run(viewer, input);
}
