import rows from "@/prisma/data/datums.json";

/** What a stage is measured from; number 0 is "the source does not say". Terms as in GB/T 50138 (水位观测标准). */
export interface Datum {
  id: number;
  code: string;
  name: string;
  nameEn: string;
}

export const DATUMS: readonly (Datum & { aliases: string[] })[] = rows;
export const NOT_STATED = 0;

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
const byName = new Map(
  DATUMS.flatMap((row) =>
    [row.code, row.name, row.nameEn, ...row.aliases].map((name) => [plain(name), row] as const),
  ),
);
const byId = new Map(DATUMS.map((row) => [row.id, row]));

/** The datum that a file, a form or a mark names; undefined when we know none of that name. Blank: not stated. */
export function datumNamed(text: string): Datum | undefined {
  return plain(text) === "" ? byId.get(NOT_STATED) : byName.get(plain(text));
}

export const datumOf = (id: number): Datum => byId.get(id) ?? { id, code: "", name: "?", nameEn: "?" };

/** A datum's name as a reader of the language knows it; a name we do not know stays as it is. */
export function datumWords(name: string, locale: string): string {
  const datum = datumNamed(name);
  return (locale === "en" ? datum?.nameEn : datum?.name) ?? name;
}
