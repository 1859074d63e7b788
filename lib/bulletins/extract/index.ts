import { declaredIn, decode } from "./decode";
import { docxToText } from "./docx";
import { htmlToText } from "./html";
import { kindOf, MEDIA_TYPES } from "./kinds";
import { MAX_BYTES, Unreadable } from "./limits";
import { pdfToText } from "./pdf";

export interface File {
  bytes: Uint8Array;
  /** The name it came under, and the media type its sender gave; both may be empty. */
  name: string;
  type: string;
}

const readers = {
  text: (bytes: Uint8Array, charset?: string) => decode(bytes, charset),
  html: (bytes: Uint8Array, charset?: string) => htmlToText(decode(bytes, charset ?? declaredIn(bytes))),
  docx: (bytes: Uint8Array) => docxToText(bytes),
  pdf: (bytes: Uint8Array) => pdfToText(bytes),
};

/** The words of a file and its media type by its own bytes. Throws `Unreadable` with the refusal. */
export async function extract({ bytes, name, type }: File): Promise<{ text: string; mediaType: string }> {
  if (bytes.length > MAX_BYTES) throw new Unreadable("file_too_large");
  if (bytes.length === 0) throw new Unreadable("text_empty");
  const kind = kindOf(bytes, name, type.toLowerCase());
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
  // PostgreSQL's text holds no NUL; the original bytes are kept beside.
  const text = (await readers[kind](bytes, charset)).replaceAll("\u0000", "\ufffd");
  // Signs without a width are no words.
  if (!text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, "")) throw new Unreadable("text_empty");
  const markdown = kind === "text" && /\.md$/i.test(name);
  return { text, mediaType: markdown ? "text/markdown" : MEDIA_TYPES[kind] };
}
