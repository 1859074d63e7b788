import { type DivIcon, divIcon } from "leaflet";
import { signOf } from "@/components/deployments/kind-icon";
import type { Point } from "@/lib/geo/path";
import type { DeploymentRecord } from "@/lib/snapshot/schema";

const ROW_PX = 26;
const WIDE_PX = 64;
const TEAM_ABOVE_PX = -8;
/** The box of a group on the map, from its place: as wide as most are drawn. */
export const TEAM_BOX = { dy: 11 - TEAM_ABOVE_PX, width: 56, height: 24 };

interface Place {
  /** Which of those at one place this is, and how many there are: they stand one under the other. */
  index: number;
  of: number;
  /** State and age, once there is room. */
  label: string | null;
  /** How far it steps aside, in pixels. */
  aside: Point;
}

/** What a group shows: one sign and its count, or how many deployments of what kinds it stands for. */
function contents(deployments: readonly DeploymentRecord[]): { signs: string[]; text: string } {
  const signs = [...new Set(deployments.map((one) => signOf(one.icon)))];
  const [only] = deployments;
  if (deployments.length === 1) return { signs, text: only?.count == null ? "" : String(only.count) };
  return { signs: signs.slice(0, 2), text: String(deployments.length) };
}

const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A marker of teams and assets; nothing that a person typed goes into its HTML. */
export function deploymentIcon(
  deployments: readonly DeploymentRecord[],
  { index, of, label, aside: [dx, dy] }: Place,
): DivIcon {
  const { signs, text } = contents(deployments);
  const states = new Set(deployments.map((one) => one.status));
  const [state = ""] = states.size === 1 ? states : ["mixed"];
  const drawn = signs.map((sign) => `<svg width="14" height="14"><use href="#kind-${sign}"></use></svg>`);
  const words = label ? `<em>${safe(label)}</em>` : "";
  return divIcon({
    className: "map-team",
    html: `<span data-state="${state}">${drawn.join("")}${text ? `<b>${text}</b>` : ""}</span>${words}`,
    iconSize: [label ? 160 : WIDE_PX, 22],
    iconAnchor: [(label ? 11 : WIDE_PX / 2) - dx, TEAM_ABOVE_PX - index * ROW_PX + (of > 1 ? 4 : 0) - dy],
  });
}
