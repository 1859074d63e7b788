import { fromElsewhere } from "@/lib/auth/origin";
import { may } from "@/lib/auth/roles";
import { bearerOf } from "@/lib/auth/tokens";
import { viewerOf } from "@/lib/auth/viewer";
import { only, problem } from "@/lib/errors";
import { receivePhoto, storePhoto } from "@/lib/photos/commands";
import { MAX_PHOTO_BYTES } from "@/lib/photos/prepare";
import { readBody } from "@/lib/request";

export const dynamic = "force-dynamic";
export const { GET, PUT, PATCH, DELETE, OPTIONS } = only("POST, OPTIONS");

/** The file of a form's field `photo`, or the body itself when it is no form; undefined when the form has no such file. */
async function fileIn(body: Buffer, type: string): Promise<Buffer | undefined> {
  if (!/^multipart\/form-data\b/i.test(type)) return body;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get("photo");
  return file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : undefined;
}

/** Takes in one photo of at most 10 MB: the bytes, or a form with the field `photo`. Answers its `id` and what it offers. */
export async function POST(request: Request): Promise<Response> {
  if (bearerOf(request.headers) === undefined && fromElsewhere(request))
    return problem("other_origin", "The request came from another site and was refused.");
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer; nothing was saved.");
  if (!may(viewer, storePhoto.spec.may)) {
    // The command itself refuses, so that the attempt is in the audit.
    const denied = await storePhoto(viewer, {});
    return problem(denied.ok ? "forbidden" : denied.refusal, "This account may not upload photos.");
  }
  const body = await readBody(request, MAX_PHOTO_BYTES);
  if (!body) return problem("too_large", "A photo may have 10 MB at most.");
  const file = await fileIn(body, request.headers.get("content-type") ?? "");
  const result = file ? await receivePhoto(viewer, file) : undefined;
  if (!result) return problem("photo_not_image", "The form has no file in its field `photo`.");
  if (result.ok) {
    const { photoId, ...value } = result.value;
    return Response.json({ id: photoId, ...value }, { headers: { "cache-control": "no-store" } });
  }
  return problem(
    result.refusal,
    result.refusal === "photo_not_image"
      ? "This is no JPEG, PNG or WebP picture that can be drawn."
      : `The photo was refused: ${result.refusal.replaceAll("_", " ")}.`,
  );
}
