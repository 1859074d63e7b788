import { z } from "zod";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { RequestId, text } from "@/lib/fields";

/** The drawings that the map has for kinds of deployments. */
export const KIND_ICONS = [
  "team",
  "briefcase",
  "graduation",
  "radar",
  "gauge",
  "pump",
  "antenna",
  "satellite",
  "helicopter",
  "boat",
  "box",
  "flame",
  "shield",
  "wrench",
  "cross",
  "drone",
  "tent",
  "bolt",
] as const;

/** Adds a kind of team or asset to the closed table of kinds. */
export const addKind = command({
  name: "deployment.kind",
  may: "setting:write",
  input: z.object({
    requestId: RequestId,
    code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, { error: "field_kind_code" }),
    term: text(30),
    termEn: text(60),
    unit: text(6),
    icon: z.enum(KIND_ICONS),
    isAsset: z.boolean(),
    /** Whether it brings a cut-off place its network back. */
    carriesNetwork: z.boolean(),
  }),
  async run({ tx }, { requestId: _request, ...kind }) {
    const taken = await tx.deploymentKind.findFirst({
      where: { OR: [{ code: kind.code }, { term: kind.term }] },
    });
    if (taken)
      return refuse("kind_taken", undefined, { [taken.code === kind.code ? "code" : "term"]: "kind_taken" });
    await tx.deploymentKind.create({ data: kind });
    return { ok: true as const, value: { code: kind.code } };
  },
});
