import { z } from "zod";
import { outOfReach } from "./auth/reach";
import { type Context, command } from "./command";
import { type Refusal, refuse } from "./errors";
import { RequestId, text } from "./fields";

const WithdrawInput = z.object({
  requestId: RequestId,
  kind: z.enum(["forecast", "consultation", "directive", "outage", "patrol", "deployment"]),
  id: z.coerce.number().int().positive(),
  reason: text(500),
});
type WithdrawInput = z.output<typeof WithdrawInput>;

interface Found {
  provinces: readonly string[];
  supersededBy: object | null;
  withdrawn: boolean;
  /** Writes the same row again as withdrawn, superseding the one found. */
  withdraw: (mark: Mark) => Promise<unknown>;
}
type Mark = { supersedesId: bigint; withdrawn: true; reason: string; version: bigint; recordedAt: Date };

const include = { supersededBy: { select: { id: true } } } as const;

/** One finder a kind: the row, whose it is, and how it is withdrawn. */
const FIND: Record<WithdrawInput["kind"], (context: Context, id: bigint) => Promise<Found | null>> = {
  async forecast({ tx }, id) {
    const row = await tx.rainForecast.findUnique({ where: { id }, include });
    if (!row) return null;
    const { id: _id, supersededBy, ...data } = row;
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces: row.provinceIds },
      withdraw: (mark) => tx.rainForecast.create({ data: { ...data, ...mark } }),
    };
  },
  async consultation({ tx }, id) {
    const row = await tx.consultation.findUnique({ where: { id }, include });
    if (!row) return null;
    const { id: _id, supersededBy, ...data } = row;
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces: row.provinceIds },
      withdraw: (mark) => tx.consultation.create({ data: { ...data, ...mark } }),
    };
  },
  async directive({ tx }, id) {
    const row = await tx.directive.findUnique({ where: { id }, include });
    if (!row) return null;
    const { id: _id, supersededBy, ...data } = row;
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces: row.provinceIds },
      withdraw: (mark) => tx.directive.create({ data: { ...data, ...mark } }),
    };
  },
  async outage({ tx }, id) {
    const row = await tx.outage.findUnique({ where: { id }, include });
    if (!row) return null;
    const { id: _id, supersededBy, ring, ...data } = row;
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces: [row.provinceId] },
      withdraw: (mark) => tx.outage.create({ data: { ...data, ring: ring ?? undefined, ...mark } }),
    };
  },
  async patrol({ tx }, id) {
    const row = await tx.patrolReport.findUnique({ where: { id }, include });
    if (!row) return null;
    const { id: _id, supersededBy, clientId, ...data } = row;
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces: [row.provinceId] },
      // The report itself keeps its number: sent once more, it is still known.
      withdraw: (mark) =>
        tx.patrolReport.create({ data: { ...data, ...mark, clientId: `${clientId}/withdrawn` } }),
    };
  },
  async deployment({ tx }, id) {
    const row = await tx.deployment.findUnique({ where: { id }, include: { ...include, places: true } });
    if (!row) return null;
    const { id: _id, supersededBy, places, ...data } = row;
    const provinces = places.flatMap((place) => place.provinceId ?? []);
    return {
      ...{ supersededBy, withdrawn: row.withdrawn, provinces },
      withdraw: (mark) => tx.deployment.create({ data: { ...data, ...mark } }),
    };
  },
};

async function run(context: Context, { kind, id, reason }: WithdrawInput) {
  const found = await FIND[kind](context, BigInt(id));
  const denied = found ? denial(context, found) : refuse("not_found");
  if (!found || denied) return denied ?? refuse("not_found");
  const { version, recordedAt } = context;
  await found.withdraw({ supersedesId: BigInt(id), withdrawn: true, reason, version, recordedAt });
  return { ok: true as const, value: { kind, id } };
}

/** Only the row tells whose it is: its provinces' officers may withdraw it; what names no province, national ones. */
function denial({ viewer }: Context, { provinces, supersededBy, withdrawn }: Found): Refusal | undefined {
  const foreign = outOfReach(viewer, provinces);
  if (foreign) return foreign;
  if (!provinces.length && !viewer.national) return refuse("forbidden");
  return withdrawn || supersededBy ? refuse("already_corrected") : undefined;
}

/** Takes back an event that should not have been recorded; the wrong row stays, with the reason. */
export const withdrawEvent = command({
  name: "event.withdraw",
  may: "event:correct",
  input: WithdrawInput,
  run,
});
