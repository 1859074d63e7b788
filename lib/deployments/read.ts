import { may, mayActFor, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";

/** How to reach a deployment, for an officer of one of its provinces; null when none was given or it is not theirs to know. */
export async function readContact(viewer: Viewer, deploymentId: number): Promise<string | null> {
  if (!may(viewer, "event:write") || !Number.isSafeInteger(deploymentId)) return null;
  const row = await db().deployment.findUnique({
    where: { id: BigInt(deploymentId) },
    select: { contact: true, places: { select: { provinceId: true } } },
  });
  const provinces = row?.places.flatMap((place) => place.provinceId ?? []) ?? [];
  const own = provinces.length ? provinces.some((code) => mayActFor(viewer, code)) : viewer.national;
  return own ? (row?.contact ?? null) : null;
}
