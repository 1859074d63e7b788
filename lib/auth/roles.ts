/** What each role may do. An administrator may do everything; a viewer signs in only to read what is not public. */
export const PERMISSIONS = [
  "event:write",
  "event:correct",
  "bulletin:receive",
  "bulletin:publish",
  "readings:write",
  "positions:write",
  "audit:read",
  "user:manage",
  "token:manage",
  "setting:write",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What keeps the picture true, by hand or by machine. */
const DUTY = [
  "event:write",
  "event:correct",
  "bulletin:receive",
  "readings:write",
  "positions:write",
] as const;

export const ROLES = {
  viewer: ["audit:read"],
  duty_officer: [...DUTY, "audit:read"],
  chief: [...DUTY, "bulletin:publish", "audit:read"],
  administrator: [...PERMISSIONS],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;
export const isRole = (text: string | null | undefined): text is Role =>
  typeof text === "string" && Object.hasOwn(ROLES, text);

/** What a token may be allowed: everything but making accounts and other tokens. */
export const TOKEN_SCOPES = PERMISSIONS.filter(
  (permission) => permission !== "user:manage" && permission !== "token:manage",
);

/** Who asks. The public has no user; everybody else has a role and the provinces they may act for. */
export interface Viewer {
  /** Set for a token: it may do these things and nothing else. */
  scopes?: readonly Permission[];
  user: { id: string; name: string; username: string; role: Role; mustChangePassword: boolean } | null;
  national: boolean;
  provinces: readonly string[];
}

export const PUBLIC: Viewer = { user: null, national: false, provinces: [] };

/** Whether somebody may do this: by the scopes of a token, else by the role. The public may nothing. */
export const may = (viewer: Viewer, permission: Permission): boolean =>
  viewer.user !== null &&
  (viewer.scopes ?? (ROLES[viewer.user.role] as readonly Permission[])).includes(permission);

/** Whether somebody may write for a province (adcode). */
export const mayActFor = (viewer: Viewer, province: string): boolean =>
  viewer.national || viewer.provinces.includes(province);
