import read from "exif-reader";
import { isoTime } from "@/lib/format";

export interface Offered {
  /** Degrees (WGS 84), as the camera wrote them; null when it wrote none. */
  position: { lat: number; lon: number } | null;
  /** ISO 8601; without a zone in the file it is taken as China Standard Time. */
  takenAt: string | null;
}

const CST_MS = 8 * 3_600_000;

/** Degrees, minutes and seconds as one number, south and west negative; undefined when they are none. */
function degrees(parts: unknown, reference: unknown, most: number): number | undefined {
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [d, m, s] = parts.map(Number);
  const value = (d ?? Number.NaN) + (m ?? 0) / 60 + (s ?? 0) / 3600;
  if (!Number.isFinite(value) || value < 0 || value > most) return undefined;
  return (reference === "S" || reference === "W" ? -value : value) || 0;
}

function offsetMs(text: unknown): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(typeof text === "string" ? text.trim() : "");
  if (!match) return CST_MS;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

/** Where and when a picture says it was taken: offered to its sender, never kept. A broken EXIF block says nothing. */
export function offeredBy(exif: Buffer | undefined): Offered {
  const nothing = { position: null, takenAt: null };
  if (!exif) return nothing;
  try {
    const { GPSInfo: gps, Photo: photo } = read(exif);
    const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 90);
    const lon = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 180);
    const taken = photo?.DateTimeOriginal?.getTime();
    return {
      position: lat === undefined || lon === undefined || (lat === 0 && lon === 0) ? null : { lat, lon },
      // The reader takes the camera's clock for UTC.
      takenAt:
        taken === undefined || Number.isNaN(taken)
          ? null
          : isoTime(taken - offsetMs(photo?.OffsetTimeOriginal)),
    };
  } catch {
    return nothing;
  }
}
