import { auth } from "@/lib/auth/server";
import { only, problem } from "@/lib/errors";

/**
 * The ends of the accounts library that pages use. It has many more (an administration of its own, a change of name or
 * address), which would pass by our commands, their rules and their audit.
 */
const OPEN: ReadonlySet<string> = new Set(["sign-in/username", "sign-out"]);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only("POST, OPTIONS");

export async function POST(
  request: Request,
  { params }: { params: Promise<{ all: string[] }> },
): Promise<Response> {
  return OPEN.has((await params).all.join("/"))
    ? auth().handler(request)
    : problem("not_found", "There is nothing at this address.");
}
