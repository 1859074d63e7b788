import type { Context } from "./command";
import type { SourceInput } from "./fields";

/** Records where a fact comes from and returns the id that its rows carry. */
export async function recordSource({ tx, sourceId }: Context, source: SourceInput): Promise<string> {
  if (sourceId) return sourceId;
  const row = await tx.source.create({
    data: {
      publisher: source.publisher,
      title: source.title,
      published: source.published ?? null,
      url: source.url ?? null,
    },
  });
  return row.id;
}
