import type { Day } from "./times";

export interface PlaceName {
  name: string;
  adcode: string | null;
}

/** What the sentences before leave behind for one that leaves it out. */
export interface Memory {
  same: Day;
  issuers: string[];
  places: PlaceName[];
  /** The lists of places named in this paragraph, for 上述三省. */
  lists: PlaceName[][];
  /** Who sent the last team of this paragraph, as the text says. */
  sender: string | null;
}
