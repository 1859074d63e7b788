import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { MAX_PAGES, Unreadable } from "./limits";

const CMAPS = () =>
  join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps", "/");

/** pdf.js wants these to draw with; its text layer is read without drawing. */
function standIns(): void {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
}

/** Characters that a font without a map to Unicode leaves: they say nothing. */
const NO_WORDS = /[\p{Cc}\p{Co}\p{Cn}\ufffd\s]/gu;

/** The words of a PDF's text layer, page after page. Refused: under a password, without words, damaged. */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  standIns();
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: new Uint8Array(bytes),
    // The maps of Chinese fonts that a file names and does not carry.
    cMapUrl: CMAPS(),
    cMapPacked: true,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const file = await task.promise;
    if (file.numPages > MAX_PAGES) throw new Unreadable("file_many_pages", { max: MAX_PAGES });
    const pages: string[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""),
      );
      page.cleanup();
    }
    const text = pages.join("\n").trim();
    const words = text.replace(NO_WORDS, "").length;
    if (words < 2 * file.numPages || words < text.length / 4) throw new Unreadable("file_no_text_layer");
    return text;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof Error && error.name === "PasswordException") throw new Unreadable("file_encrypted");
    throw new Unreadable("file_damaged");
  } finally {
    await task.destroy();
  }
}
