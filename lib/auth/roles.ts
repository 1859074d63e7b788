/** What each role may do. An administrator may do everything; a viewer signs in only to read what is not public. */
export const PERMISSIONS = [
  "event:write",
  "event:correct",
  "bulletin:publish",
  "audit:read",
  "user:manage",
  "setting:write",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = {
  viewer: ["audit:read"],
  duty_officer: ["event:write", "event:correct", "audit:read"],
  chief: ["event:write", "event:correct", "bulletin:publish", "audit:read"],
  administrator: [...PERMISSIONS],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;
export const isRole = (text: string | null | undefined): text is Role =>
  typeof text === "string" && Object.hasOwn(ROLES, text);

/** Who asks. The public has no user; everybody else has a role and the provinces they may act for. */
export interface Viewer {
  user: { id: string; name: string; username: string; role: Role; mustChangePassword: boolean } | null;
  national: boolean;
  provinces: readonly string[];
}

export const PUBLIC: Viewer = { user: null, national: false, provinces: [] };

export const may = (viewer: Viewer, permission: Permission): boolean =>
  viewer.user !== null && (ROLES[viewer.user.role] as readonly Permission[]).includes(permission);

export const mayActFor = (viewer: Viewer, province: string): boolean =>
  viewer.national || viewer.provinces.includes(province);
