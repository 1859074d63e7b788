/** What a page of the desk needs. */
type Need = "write" | "manage";

interface DeskPage {
  path: string;
  /** Its word in the messages under `admin`. */
  label: string;
  needs?: Need;
}

interface DeskGroup {
  /** Its word in the messages under `admin.group`. */
  name: "entry" | "field" | "bulletins" | "review" | "system";
  pages: readonly DeskPage[];
}

/** The pages of the desk in groups, so that the way to each stays short on a phone: one line a page. */
const DESK: readonly DeskGroup[] = [
  {
    name: "entry",
    pages: [
      { path: "/admin", label: "response", needs: "write" },
      { path: "/admin/water", label: "water", needs: "write" },
      { path: "/admin/readings/new", label: "readingNew", needs: "write" },
      { path: "/admin/water/crest", label: "crest", needs: "write" },
      { path: "/admin/water/mark", label: "mark", needs: "write" },
      { path: "/admin/forecast", label: "forecast", needs: "write" },
      { path: "/admin/consultation", label: "consultation", needs: "write" },
      { path: "/admin/directive", label: "directive", needs: "write" },
    ],
  },
  {
    name: "field",
    pages: [
      { path: "/admin/deployment", label: "deployment", needs: "write" },
      { path: "/admin/status", label: "status", needs: "write" },
      { path: "/admin/progress", label: "progress", needs: "write" },
      { path: "/admin/outage", label: "outage", needs: "write" },
      { path: "/admin/outage/restore", label: "restore", needs: "write" },
      { path: "/admin/patrol", label: "patrol", needs: "write" },
    ],
  },
  { name: "bulletins", pages: [{ path: "/admin/bulletins", label: "bulletins", needs: "write" }] },
  {
    name: "review",
    pages: [
      { path: "/admin/readings", label: "quarantine", needs: "write" },
      { path: "/admin/positions", label: "positions", needs: "write" },
      { path: "/admin/readings/correct", label: "readingCorrect", needs: "write" },
      { path: "/admin/audit", label: "audit" },
    ],
  },
  {
    name: "system",
    pages: [
      { path: "/admin/users", label: "users", needs: "manage" },
      { path: "/admin/tokens", label: "tokens", needs: "manage" },
      { path: "/admin/clock", label: "clock", needs: "manage" },
      { path: "/admin/thresholds", label: "thresholds", needs: "manage" },
      { path: "/admin/texts", label: "texts", needs: "manage" },
      { path: "/admin/account", label: "account" },
    ],
  },
];

/** The groups with the pages that this account may use. */
export const deskGroups = (may: Record<Need, boolean>): readonly DeskGroup[] =>
  DESK.map((group) => ({
    ...group,
    pages: group.pages.filter((page) => !page.needs || may[page.needs]),
  })).filter((group) => group.pages.length);

/** The page of the desk that an address belongs to: the longest path it begins with. */
export function pageAt(groups: readonly DeskGroup[], path: string): DeskPage | undefined {
  return groups
    .flatMap((group) => group.pages)
    .filter((page) => path === page.path || (page.path !== "/admin" && path.startsWith(`${page.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
