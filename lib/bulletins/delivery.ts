import { z } from "zod";
import { type Refusal, refuse } from "@/lib/errors";
import { readBody } from "@/lib/request";
import { MAX_BYTES } from "./extract/limits";

/** Media types that name no kind of ours are refused; these are read by their own first bytes. */
const TYPES =
  /^(text\/(plain|html|markdown)|application\/(xhtml\+xml|pdf|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;
/** Escapes of JSON make a text longer on its way than it is. */
const MAX_JSON = 2 * MAX_BYTES;
const Given = z.object({
  requestId: z.string().optional(),
  publisher: z.string().optional(),
  title: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
});

/**
 * A delivered bulletin as input of the command: JSON {text, publisher, title, published, url}, or the bytes of a file
 * with the other fields and its `filename` in the query. Bytes are counted as they come and refused beyond 5 MB.
 */
export async function readDelivery(request: Request): Promise<{ ok: true; input: unknown } | Refusal> {
  const header = request.headers.get("content-type") ?? "";
  const type = header.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const json = type === "application/json";
  if (!json && !TYPES.test(type)) return refuse("unsupported_type", { type: type.slice(0, 80) || "—" });
  const body = await readBody(request, json ? MAX_JSON : MAX_BYTES);
  if (!body) return refuse("file_too_large");
  if (json) {
    try {
      return { ok: true, input: JSON.parse(body.toString("utf8")) };
    } catch {
      return refuse("not_json");
    }
  }
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const name = (query.filename ?? "").slice(0, 300);
  return {
    ok: true,
    input: { ...Given.parse(query), file: { bytes: new Uint8Array(body), name, type: header.slice(0, 200) } },
  };
}
