import { z } from "zod";
import { ResponseLevel } from "@/lib/responses/levels";

export const THRESHOLDS_SETTING = "thresholds";

const hours = (standard: number) => z.coerce.number().min(1).max(720).default(standard);
const km = (standard: number) => z.coerce.number().min(1).max(1000).default(standard);

/** What the desk calls a gap. Hours, kilometres (great circle) and days; each has a standard value. */
export const Thresholds = z.object({
  /** A province at this level or graver must have a team. */
  teamLevel: ResponseLevel.default("III"),
  /** A section over a mark must have a team this near. */
  teamWithinKm: km(50),
  /** … and a patrol no older than this. */
  patrolWithinHours: hours(12),
  /** A directive must be answered within this time. */
  directiveWithinHours: hours(24),
  /** A communication asset this near to a cut-off place stands there. */
  assetWithinKm: km(20),
  /** A loss of command communication from this long on is long. */
  longLossHours: hours(6),
  /** Slopes stay dangerous this many days after the rain. */
  geohazardDays: z.coerce.number().min(0).max(30).default(3),
});
export type Thresholds = z.output<typeof Thresholds>;

export const STANDARD_THRESHOLDS: Thresholds = Thresholds.parse({});
