import { viewerOf } from "@/lib/auth/viewer";
import { only, problem } from "@/lib/errors";
import { readPhoto } from "@/lib/photos/read";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** One photo, for whoever has signed in. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer.");
  if (!viewer.user) return problem("not_signed_in", "Photos are shown to those who have signed in.");
  const { id } = await params;
  const photo = await readPhoto(viewer, id);
  if (!photo) return problem("not_found", "There is no such photo.");
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      "content-type": photo.mediaType,
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      // A photo never changes under its id.
      "cache-control": "private, max-age=86400, immutable",
      etag: `"${photo.sha256.slice(0, 16)}"`,
    },
  });
}
