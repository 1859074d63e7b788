import { z } from "zod";
import { may } from "@/lib/auth/roles";
import { command } from "@/lib/command";
import { db } from "@/lib/db";
import { refuse } from "@/lib/errors";
import { RequestId } from "@/lib/fields";
import { openAndRead, ReceiveInput, takeIn } from "./receive";
import { headOf } from "./state";

const ApartInput = z.object({
  requestId: RequestId,
  bulletinId: z.uuid(),
  start: z.number().int().min(0),
  end: z.number().int().positive(),
});

/**
 * Takes one article of a page received earlier as a bulletin of its own, also after the page was published: its words,
 * with the day and the address of the page. The page changes nothing; the same article twice leads to the first.
 */
export const takeArticleApart = command({
  name: "bulletin.apart",
  may: "bulletin:receive",
  input: ApartInput,
  async prepare(viewer, { bulletinId, start, end }) {
    if (!may(viewer, "event:write")) return refuse("forbidden");
    const row = await db().bulletin.findUnique({
      where: { id: bulletinId },
      omit: { original: true },
      include: { heads: { orderBy: { id: "asc" } } },
    });
    if (!row) return refuse("not_found");
    const text = row.text.slice(start, end).trim();
    if (!text || end > row.text.length) return refuse("bulletin_part");
    const { published, url } = headOf(row);
    const input = ReceiveInput.parse({ text, published, url: url ?? "" });
    const read = await openAndRead(input);
    return read.ok ? { ok: true, value: { input, read: read.value } } : read;
  },
  run: (context, _input, { input, read }) => takeIn(context, input, read),
});
