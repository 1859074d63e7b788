import { PERMISSIONS, type Viewer } from "@/lib/auth/roles";

/** Whoever may run programs on the server may do everything; the audit says that it was done there. */
export const OPERATOR: Viewer = {
  user: {
    id: "operator",
    name: "operator",
    username: "operator",
    role: "administrator",
    mustChangePassword: false,
  },
  scopes: PERMISSIONS,
  national: true,
  provinces: [],
};
