import { Unreadable } from "./limits";

export type FileKind = "text" | "html" | "docx" | "pdf";

export const MEDIA_TYPES: Record<FileKind, string> = {
  text: "text/plain; charset=utf-8",
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

const starts = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[i] === byte);
const latin = (bytes: Uint8Array, end: number) => Buffer.from(bytes.subarray(0, end)).toString("latin1");

/** First bytes of what is no text and cannot be read: pictures, other archives, programs. */
const FOREIGN: [string, readonly number[]][] = [
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["gzip", [0x1f, 0x8b]],
  ["ELF", [0x7f, 0x45, 0x4c, 0x46]],
  ["EXE", [0x4d, 0x5a, 0x90]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** What the name or the sender's media type claims; undefined when they claim nothing we know. */
function claimed(name: string, type: string): FileKind | undefined {
  if (/\.docx$/i.test(name) || type.startsWith(MEDIA_TYPES.docx)) return "docx";
  if (/\.pdf$/i.test(name) || type.startsWith("application/pdf")) return "pdf";
  if (/\.x?html?$/i.test(name) || /^(text\/html|application\/xhtml)/.test(type)) return "html";
  return undefined;
}

/**
 * The kind of a file by its own first bytes; the name only decides between text and HTML. A name that promises
 * Word or PDF over other bytes is refused, and so is what is neither text nor a document.
 */
export function kindOf(bytes: Uint8Array, name: string, type: string): FileKind {
  const claim = claimed(name, type);
  if (latin(bytes, 1024).includes("%PDF-")) return "pdf";
  if (starts(bytes, ZIP)) return "docx";
  if (starts(bytes, OLE)) {
    // A Word file under a password is packed the old way, with this name in its directory.
    const packed = Buffer.from("EncryptedPackage", "utf16le");
    throw new Unreadable(Buffer.from(bytes).includes(packed) ? "file_encrypted" : "file_old_word");
  }
  const foreign = FOREIGN.find(([, signature]) => starts(bytes, signature));
  if (foreign) throw new Unreadable("file_unsupported", { kind: foreign[0] });
  if (claim === "docx" || claim === "pdf") throw new Unreadable("file_not_as_named", { kind: claim });
  const wide = UTF16.some((mark) => starts(bytes, mark));
  if (!wide && /^\s*<(!doctype html|html|head|body)\b/i.test(latin(bytes, 1024))) return "html";
  return claim ?? "text";
}
