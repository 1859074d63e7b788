import { outOfReach } from "./auth/reach";
import { may } from "./auth/roles";
import type { Context } from "./command";
import { type Refusal, refuse } from "./errors";
import type { Corrects } from "./fields";

interface Wrong {
  withdrawn: boolean;
  supersededBy: object | null;
  provinces: readonly string[];
}

/**
 * What a correcting row carries: the row it supersedes and the reason. Refuses when the officer may not correct, the
 * wrong row is of provinces (or of a nation) that are not theirs, is not there, or was corrected before.
 */
export async function correcting(
  context: Context,
  corrects: Corrects,
  find: (id: bigint) => Promise<Wrong | null>,
): Promise<{ ok: true; row: { supersedesId?: bigint; reason?: string } } | Refusal> {
  if (!corrects) return { ok: true, row: {} };
  if (!may(context.viewer, "event:correct")) return refuse("forbidden");
  const id = BigInt(corrects.id);
  const wrong = await find(id);
  if (!wrong) return refuse("not_found");
  const foreign = outOfReach(context.viewer, wrong.provinces);
  if (foreign) return foreign;
  // What names no province is the nation's.
  if (!wrong.provinces.length && !context.viewer.national) return refuse("forbidden");
  if (wrong.withdrawn || wrong.supersededBy) return refuse("already_corrected");
  return { ok: true, row: { supersedesId: id, reason: corrects.reason } };
}

/** The provinces whose officers may act on what names none: all of them, so it takes a national account. */
export const orNation = (provinces: readonly string[], nation: readonly string[]) =>
  provinces.length ? [...provinces] : [...nation];
