import fc from "fast-check";
import { expect, it } from "vitest";
import { photoPosition } from "@/lib/patrols/exif";

/** A JPEG that holds nothing but an EXIF block with a GPS directory, written by hand. */
function withPosition(little: boolean): ArrayBuffer {
  const tiff = new DataView(new ArrayBuffer(200));
  const short = (at: number, value: number) => tiff.setUint16(at, value, little);
  const long = (at: number, value: number) => tiff.setUint32(at, value, little);
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  short(2, 42);
  long(4, 8);
  short(8, 1);
  short(10, 0x8825);
  long(18, 26);
  short(26, 4);
  const entries: [number, number][] = [
    [1, "N".charCodeAt(0) << (little ? 0 : 24)],
    [2, 100],
    [3, "E".charCodeAt(0) << (little ? 0 : 24)],
    [4, 130],
  ];
  entries.forEach(([tag, value], i) => {
    short(28 + i * 12, tag);
    long(28 + i * 12 + 8, value);
  });
  for (const [start, parts] of [
    [100, [29, 30, 36]],
    [130, [113, 15, 0]],
  ] as const)
    parts.forEach((value, i) => {
      long(start + i * 8, value);
      long(start + i * 8 + 4, 1);
    });
  const head = new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 208, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  const all = new Uint8Array(212);
  all.set(head);
  all.set(new Uint8Array(tiff.buffer), 12);
  return all.buffer;
}

it.each([true, false])("reads the position of a photo (little endian: %s)", (little) => {
  const found = photoPosition(withPosition(little));
  expect(found?.lat).toBeCloseTo(29.51, 6);
  expect(found?.lon).toBeCloseTo(113.25, 6);
});

it("finds none in what is no photo, and never throws", () => {
  expect(photoPosition(new ArrayBuffer(0))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(211), fc.nat(255), (noise, at, value) => {
      photoPosition(noise.slice().buffer);
      const broken = withPosition(true);
      new Uint8Array(broken)[at] = value;
      const found = photoPosition(broken);
      if (found) expect(Math.abs(found.lat)).toBeLessThanOrEqual(90);
    }),
  );
});
