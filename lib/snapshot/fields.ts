import { z } from "zod";

/** ISO 8601 with the offset of China Standard Time. */
export const Time = z.string();
export const SourceRecord = z.object({
  publisher: z.string(),
  title: z.string(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  // A copy on disk of an earlier release has no such field.
  bulletin: z
    .object({ id: z.string(), span: z.tuple([z.number(), z.number()]), fact: z.number() })
    .nullable()
    .default(null),
});
/** The later publications that say the same; left out when there is none. */
export const FurtherSources = z.array(SourceRecord).optional();
