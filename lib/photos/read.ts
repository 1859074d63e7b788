import { z } from "zod";
import type { Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";

/** A stored picture for somebody who has signed in; undefined when there is none. People may be seen on it: not public. */
export async function readPhoto(viewer: Viewer, id: string) {
  if (!viewer.user || !z.uuid().safeParse(id).success) return undefined;
  const photo = await db().photo.findUnique({
    where: { id },
    select: { bytes: true, mediaType: true, sha256: true },
  });
  return photo ?? undefined;
}
