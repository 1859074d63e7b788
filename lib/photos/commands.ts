import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/roles";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { RequestId } from "@/lib/fields";
import { type Prepared, preparePhoto } from "./prepare";

const shared = globalThis as typeof globalThis & { xuntuPhotos?: Map<string, Prepared> };
/** Pictures encoded anew and not stored yet, by a name that only this process knows: nothing else can be stored. */
const waiting = (): Map<string, Prepared> => {
  shared.xuntuPhotos ??= new Map();
  return shared.xuntuPhotos;
};

/** Keeps a picture that was prepared here; the same picture again is the first one. */
export const storePhoto = command({
  name: "photo.store",
  may: "event:write",
  input: z.object({ requestId: RequestId, prepared: z.uuid() }),
  async run({ tx, viewer, recordedAt }, input) {
    const photo = waiting().get(input.prepared);
    if (!photo) return refuse("not_found");
    const { offered, bytes, ...row } = photo;
    const known = await tx.photo.findUnique({ where: { sha256: row.sha256 }, select: { id: true } });
    const { id } =
      known ??
      (await tx.photo.create({
        data: {
          ...row,
          bytes: new Uint8Array(bytes),
          userName: viewer.user?.username ?? "—",
          recordedAt,
        },
        select: { id: true },
      }));
    return {
      ok: true as const,
      value: { photoId: id, width: row.width, height: row.height, bytes: bytes.length },
    };
  },
});

/** Encodes a picture anew and stores it; answers its id and what the file said of place and time, for the form to offer. */
export async function receivePhoto(viewer: Viewer, file: Buffer) {
  const made = await preparePhoto(file);
  if (!made.ok) return made;
  const prepared = randomUUID();
  waiting().set(prepared, made.photo);
  try {
    const stored = await storePhoto(viewer, { prepared });
    return stored.ok ? { ...stored, value: { ...stored.value, ...made.photo.offered } } : stored;
  } finally {
    waiting().delete(prepared);
  }
}
