type Named = ReadonlyMap<string, { name: string; nameEn: string }>;
interface Names {
  issuers: ReadonlyMap<string, { name: string; nameEn: string; areaId: string | null }>;
  /** Prefectures and counties have no English name of their own, but some have a headquarters that has. */
  areas: ReadonlyMap<string, { name: string }>;
  sections: Named;
  provinces: Named;
}

/** The English of a Chinese name of ours: an issuer, a water, a province; the name itself where none is known. */
export type English = (name: string) => string;

const made = new WeakMap<Names["issuers"], Map<string, string>>();

/** Built once for each reading of the reference; a province's name wins over a water's (黑龙江). */
function namesOf({ issuers, areas, sections, provinces }: Names): Map<string, string> {
  const known = made.get(issuers);
  if (known) return known;
  const names = new Map<string, string>();
  for (const { areaId, nameEn } of issuers.values()) {
    const area = areaId === null ? undefined : areas.get(areaId)?.name;
    const own = /^(.+) Flood Control Headquarters$/.exec(nameEn)?.[1];
    if (area && own) names.set(area, own);
  }
  for (const row of [...sections.values(), ...issuers.values(), ...provinces.values()])
    names.set(row.name, row.nameEn);
  made.set(issuers, names);
  return names;
}

const OFFICE = "办公室";

/** Also reads an issuer's office, and several names joined by 、 or a space. */
export function englishOf(reference: Names): English {
  const names = namesOf(reference);
  const one = (name: string): string => {
    const whole = names.get(name);
    if (whole) return whole;
    const issuer = name.endsWith(OFFICE) ? names.get(name.slice(0, -OFFICE.length)) : undefined;
    return issuer ? `Office of the ${issuer}` : name;
  };
  return (name) => {
    const whole = one(name);
    if (whole !== name) return whole;
    return name
      .split(/[、\s]+/)
      .map((part) => (part === "会同" ? "with" : one(part)))
      .join(/会同/.test(name) ? " " : name.includes("、") ? ", " : " ");
  };
}
