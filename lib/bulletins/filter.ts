import { z } from "zod";
import { Adcode } from "@/lib/fields";

/** Which published bulletins are asked for. `from` and `to` are days of the publisher, both included. */
export interface BulletinFilter {
  from: string | null;
  to: string | null;
  publisher: string | null;
  /** The code of a province that a fact is about. */
  province: string | null;
  /** The id of the last bulletin of the page before. */
  after: string | null;
}

const SHAPES = {
  from: z.iso.date(),
  to: z.iso.date(),
  publisher: z.string().min(1).max(120),
  province: Adcode,
  after: z.uuid(),
} satisfies Record<keyof BulletinFilter, z.ZodType<string>>;

/** Reads the filter from an address; what cannot be read is left out and named in `wrong`. */
export function parseFilter(get: (key: string) => string | null | undefined): {
  filter: BulletinFilter;
  wrong: (keyof BulletinFilter)[];
} {
  const wrong: (keyof BulletinFilter)[] = [];
  const one = (key: keyof BulletinFilter) => {
    const value = get(key);
    if (!value) return null;
    const parsed = SHAPES[key].safeParse(value);
    if (!parsed.success) wrong.push(key);
    return parsed.data ?? null;
  };
  const filter = {
    from: one("from"),
    to: one("to"),
    publisher: one("publisher"),
    province: one("province"),
    after: one("after"),
  };
  return { filter, wrong };
}

/** The address parameters of a filter; what is not set is left out. */
export function filterParams(filter: Partial<BulletinFilter>): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])),
  ).toString();
  return query ? `?${query}` : "";
}
