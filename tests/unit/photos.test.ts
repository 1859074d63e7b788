import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { offeredBy } from "@/lib/photos/exif";
import { imageKind } from "@/lib/photos/kind";
import { preparePhoto } from "@/lib/photos/prepare";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 120, b: 60 } } });
const GPS = {
  GPSLatitudeRef: "N",
  GPSLatitude: "29/1 21/1 3600/100",
  GPSLongitudeRef: "E",
  GPSLongitude: "112/1 52/1 1200/100",
};

describe("a photo", () => {
  it("comes out small, upright, without a word of its maker, and offers its place and time", async () => {
    const file = await picture(3000, 2000)
      .withExif({
        IFD0: { Make: "SecretCamera", Orientation: "6" },
        IFD2: { DateTimeOriginal: "2024:07:05 16:00:00" },
        IFD3: GPS,
      })
      .jpeg()
      .toBuffer();
    expect(file.includes("SecretCamera")).toBe(true);
    const made = await preparePhoto(file);
    if (!made.ok) throw new Error(made.refusal);
    const { photo } = made;
    expect(Math.max(photo.width, photo.height)).toBe(1600);
    expect(photo.bytes.includes("SecretCamera")).toBe(false);
    expect((await sharp(photo.bytes).metadata()).exif).toBeUndefined();
    expect(photo.offered.position?.lat).toBeCloseTo(29.36, 5);
    expect(photo.offered.position?.lon).toBeCloseTo(112.87, 5);
    expect(photo.offered.takenAt).toBe("2024-07-05T16:00:00+08:00");
  });
  it("is the same bytes each time it is prepared, and keeps its size when it is small", async () => {
    const file = await picture(40, 30).png().toBuffer();
    const [a, b] = [await preparePhoto(file), await preparePhoto(file)];
    if (!a.ok || !b.ok) throw new Error("refused");
    expect(a.photo.sha256).toBe(b.photo.sha256);
    expect(a.photo).toMatchObject({
      width: 40,
      height: 30,
      mediaType: "image/jpeg",
      offered: { position: null, takenAt: null },
    });
  });
  it("loses whatever is hidden behind it", async () => {
    const file = await picture(40, 30).jpeg().toBuffer();
    const made = await preparePhoto(Buffer.concat([file, Buffer.from("<script>alert(1)</script><?php ?>")]));
    if (!made.ok) throw new Error(made.refusal);
    expect(made.photo.bytes.includes("script")).toBe(false);
  });
  it.each([
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["HTML", Buffer.from("<html><script>alert(1)</script></html>")],
    ["nothing", Buffer.alloc(0)],
    ["random bytes", Buffer.from([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7])],
    ["a JPEG that is none", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>")])],
    ["a PNG that is cut off", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
  ])("is not %s", async (_what, file) => {
    expect(await preparePhoto(file)).toEqual({ ok: false, refusal: "photo_not_image" });
  });
  it("is not a picture of more pixels than memory should hold", async () => {
    // A PNG of one colour is tiny as a file and 100 megapixels when it is drawn.
    const bomb = await picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await preparePhoto(bomb)).toMatchObject({ refusal: "photo_not_image" });
  });
  it("is known by its first bytes", () => {
    expect(imageKind(Buffer.from("RIFF1234WEBPVP8 "))).toBe("webp");
    expect(imageKind(Buffer.from("RIFF1234WAVEfmt "))).toBeUndefined();
    expect(offeredBy(Buffer.from("no exif at all"))).toEqual({ position: null, takenAt: null });
  });
});
