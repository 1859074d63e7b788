/** A position in degrees (WGS 84). */
export interface PhotoPosition {
  lat: number;
  lon: number;
}

const EXIF = 0xe1;
const GPS_POINTER = 0x8825;
const [LAT_REF, LAT, LON_REF, LON] = [1, 2, 3, 4];

/**
 * The GPS position in a JPEG's EXIF block (CIPA DC-008, tags 0x8825 and 1–4); null when there is none or it is
 * damaged. It reads what a camera wrote and trusts no length in it.
 */
export function photoPosition(bytes: ArrayBuffer): PhotoPosition | null {
  try {
    return readPosition(new DataView(bytes));
  } catch {
    // A length that points outside the file: a RangeError of the view.
    return null;
  }
}

function readPosition(view: DataView): PhotoPosition | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 < view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff || marker === 0xffda) return null;
    if ((marker & 0xff) === EXIF && view.getUint32(at + 4) === 0x45786966) return inTiff(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function inTiff(view: DataView, start: number): PhotoPosition | null {
  const little = view.getUint16(start) === 0x4949;
  const short = (at: number) => view.getUint16(start + at, little);
  const long = (at: number) => view.getUint32(start + at, little);
  const entry = (directory: number, tag: number): number | undefined => {
    for (let i = 0; i < short(directory); i++)
      if (short(directory + 2 + i * 12) === tag) return directory + 2 + i * 12;
    return undefined;
  };
  const pointer = entry(long(4), GPS_POINTER);
  if (pointer === undefined) return null;
  const gps = long(pointer + 8);
  const degrees = (tag: number): number | null => {
    const found = entry(gps, tag);
    if (found === undefined) return null;
    const at = long(found + 8);
    const part = (i: number) => long(at + i * 8) / long(at + i * 8 + 4);
    return part(0) + part(1) / 60 + part(2) / 3600;
  };
  const sign = (tag: number, negative: string) => {
    const found = entry(gps, tag);
    return found !== undefined && view.getUint8(start + found + 8) === negative.charCodeAt(0) ? -1 : 1;
  };
  const [lat, lon] = [degrees(LAT), degrees(LON)];
  if (lat === null || lon === null || !Number.isFinite(lat) || !Number.isFinite(lon)) return null;
  if (lat > 90 || lon > 180) return null;
  return { lat: lat * sign(LAT_REF, "S"), lon: lon * sign(LON_REF, "W") };
}
