import type { DeploymentRecord } from "@/lib/snapshot/schema";

export const DEPLOYMENT_STATES = ["prepositioned", "sent", "arrived", "working", "withdrawn"] as const;
/** Not heard of for longer than this many hours. */
export const AGES = ["6", "24", "72"] as const;

/** What the list shows; each part is empty when it does not narrow. */
export interface DeploymentFilter {
  /** A kind's code, or `teams` or `assets` for all of them. */
  kind: string;
  province: string;
  state: string;
  /** Hours: only what was last heard of within them. */
  age: string;
}

/** Reads the filter from the address; what is no value of ours does not narrow. */
export function parseFilter(get: (key: string) => unknown): DeploymentFilter {
  const one = (key: string, allowed: (value: string) => boolean) => {
    const value = get(key);
    return typeof value === "string" && allowed(value) ? value : "";
  };
  return {
    kind: one("kind", (value) => /^[a-z_]{1,60}$/.test(value)),
    province: one("province", (value) => /^[1-8]\d0000$/.test(value)),
    state: one("state", (value) => DEPLOYMENT_STATES.some((state) => state === value)),
    age: one("age", (value) => AGES.some((age) => age === value)),
  };
}

/** The deployments that a filter lets through at a world time (epoch ms). */
export function filterDeployments(
  deployments: readonly DeploymentRecord[],
  filter: DeploymentFilter,
  now: number,
): DeploymentRecord[] {
  return deployments.filter(
    (one) =>
      (!filter.kind ||
        one.kind === filter.kind ||
        (filter.kind === "assets" && one.asset) ||
        (filter.kind === "teams" && !one.asset)) &&
      (!filter.province ||
        one.places.some((place) => place.adcode?.slice(0, 2) === filter.province.slice(0, 2))) &&
      (!filter.state || one.status === filter.state) &&
      (!filter.age || now - Date.parse(one.at) <= Number(filter.age) * 3_600_000),
  );
}

export interface KindCount {
  kind: string;
  name: string;
  nameEn: string;
  icon: string;
  asset: boolean;
  entries: number;
  /** For each unit the sum of the counts that are given; `open` when some are not. */
  sums: readonly { unit: string; count: number }[];
  open: boolean;
}

/** Sums with one deployment more: pieces and sums of money of one kind are no one number. */
function added(sums: KindCount["sums"], { unit, count }: DeploymentRecord): KindCount["sums"] {
  if (count === null) return sums;
  return sums.some((one) => one.unit === unit)
    ? sums.map((one) => (one.unit === unit ? { unit, count: one.count + count } : one))
    : [...sums, { unit, count }];
}

/** How many of each kind, teams first, the most frequent first. */
export function countByKind(deployments: readonly DeploymentRecord[]): KindCount[] {
  const counts = new Map<string, KindCount>();
  for (const one of deployments) {
    const known = counts.get(one.kind);
    counts.set(one.kind, {
      kind: one.kind,
      name: one.kindName,
      nameEn: one.kindNameEn,
      icon: one.icon,
      asset: one.asset,
      entries: (known?.entries ?? 0) + 1,
      sums: added(known?.sums ?? [], one),
      open: (known?.open ?? false) || one.count === null,
    });
  }
  return [...counts.values()].sort(
    (a, b) => Number(a.asset) - Number(b.asset) || b.entries - a.entries || a.kind.localeCompare(b.kind),
  );
}
