import { createHash } from "node:crypto";
import sharp from "sharp";
import { type Refusal, refuse } from "@/lib/errors";
import { type Offered, offeredBy } from "./exif";
import { imageKind } from "./kind";

export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** Longer sides are made smaller; enough to see a crack, little enough for a bad network. */
const LONGEST_SIDE = 1600;
const MOST_PIXELS = 64_000_000;

export interface Prepared {
  sha256: string;
  mediaType: "image/jpeg";
  width: number;
  height: number;
  bytes: Buffer;
  offered: Offered;
}

/**
 * A picture encoded anew as JPEG, upright, without any metadata: what else the file carried (scripts, a second file
 * behind the first) does not come through. Refuses what is no JPEG, PNG or WebP or cannot be drawn.
 */
export async function preparePhoto(file: Buffer): Promise<{ ok: true; photo: Prepared } | Refusal> {
  if (!imageKind(file)) return refuse("photo_not_image");
  try {
    const input = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error" });
    const { exif } = await input.metadata();
    const { data, info } = await input
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 80 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true });
    return {
      ok: true,
      photo: {
        sha256: createHash("sha256").update(data).digest("hex"),
        mediaType: "image/jpeg",
        width: info.width,
        height: info.height,
        bytes: data,
        offered: offeredBy(exif),
      },
    };
  } catch {
    return refuse("photo_not_image");
  }
}
