import { viewerOf } from "@/lib/auth/viewer";
import { readContact } from "@/lib/deployments/read";
import { only, problem } from "@/lib/errors";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** How to reach a deployment, for an officer of its provinces; never part of the public picture. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer.");
  if (!viewer.user)
    return problem("not_signed_in", "Contacts are shown to the officers of the provinces served.");
  const { id } = await params;
  const contact = /^\d{1,15}$/.test(id) ? await readContact(viewer, Number(id)) : null;
  if (contact === null)
    return problem("not_found", "There is no contact for this deployment, or it is not yours to see.");
  return Response.json({ contact }, { headers: { "cache-control": "no-store" } });
}
