"use server";
import { headers } from "next/headers";
import { may } from "@/lib/auth/roles";
import { viewerOf } from "@/lib/auth/viewer";
import { isoDay } from "@/lib/format";
import { clockNow } from "@/lib/live/store";
import type { Head } from "./publisher";
import { receiveApart } from "./reader/pool";

/** A server action carries 1 MB; what is longer gets its head when it is received. */
const MOST = 300_000;

/** What a pasted text says of its publisher, title and time, before it is received. Writes nothing. */
export async function proposeHead(text: unknown): Promise<Head | null> {
  if (typeof text !== "string" || !text.trim() || text.length > MOST) return null;
  const viewer = await viewerOf(await headers()).catch(() => undefined);
  if (!viewer || !may(viewer, "bulletin:receive")) return null;
  const read = await receiveApart({
    file: { bytes: new Uint8Array(Buffer.from(text, "utf8")), name: "", type: "text/plain; charset=utf-8" },
    published: null,
    today: isoDay(clockNow()),
  });
  return read.ok ? read.received.head : null;
}
