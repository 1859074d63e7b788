import { once } from "node:events";
import mammoth from "mammoth";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { MAX_INFLATED, MAX_PARTS, MAX_RATIO, SMALL_PART, Unreadable } from "./limits";

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(error) : resolve(zip),
    ),
  );

/** The bytes one part grows to, counted as they come and never kept; ends as soon as they are too many. */
function inflatedSize(zip: ZipFile, entry: Entry, left: number): Promise<number> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error);
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > left) stream.destroy(new Unreadable("file_bomb"));
      });
      stream.on("end", () => resolve(size));
      stream.on("error", reject);
    }),
  );
}

/** Refuses an archive that grows beyond measure or is no Word file: first by what it says of itself, then by counting. */
async function checkArchive(bytes: Buffer): Promise<void> {
  const zip = await open(bytes);
  const entries: Entry[] = [];
  let declared = 0;
  zip.on("entry", (entry: Entry) => {
    declared += entry.uncompressedSize;
    entries.push(entry);
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (
      declared > MAX_INFLATED ||
      entries.length > MAX_PARTS ||
      (entry.uncompressedSize > SMALL_PART && ratio > MAX_RATIO)
    )
      zip.emit("error", new Unreadable("file_bomb"));
    else if (entry.isEncrypted()) zip.emit("error", new Unreadable("file_encrypted"));
    else zip.readEntry();
  });
  zip.readEntry();
  await once(zip, "end");
  if (!entries.some((entry) => entry.fileName === "word/document.xml"))
    throw new Unreadable("file_unsupported", { kind: "ZIP" });
  let left = MAX_INFLATED;
  for (const entry of entries)
    if (/\.(xml|rels)$/i.test(entry.fileName)) left -= await inflatedSize(zip, entry, left);
}

/** The words of a Word file (.docx), one paragraph a block, without text that was struck out. */
export async function docxToText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    await checkArchive(buffer);
    const { value } = await mammoth.extractRawText({ buffer });
    return value.trim();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("file_damaged");
  }
}
