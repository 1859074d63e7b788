import { type PhotoPosition, photoPosition } from "@/lib/patrols/exif";

/** What a camera makes is smaller; what is larger is not read at all. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

export type Prepared =
  | { ok: true; photo: Blob; position: PhotoPosition | null }
  | { ok: false; why: "photo_too_large" | "photo_unreadable" };

/** A photo made small enough for a bad network, without what the camera wrote into it; its position apart. */
export async function preparePhoto(file: File): Promise<Prepared> {
  if (file.size > MAX_PHOTO_BYTES) return { ok: false, why: "photo_too_large" };
  const position = photoPosition(await file.arrayBuffer());
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return photo ? { ok: true, photo, position } : { ok: false, why: "photo_unreadable" };
  } catch {
    return { ok: false, why: "photo_unreadable" };
  }
}
