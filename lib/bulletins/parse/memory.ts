import type { ResponseFact } from "./responses";
import type { Signer } from "./signers";
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
  /** The place whose headquarters was named last: 省防指 is its own. */
  home: PlaceName | null;
  /** The orders of the sentence before. */
  last: readonly ResponseFact[];
  /** The hazard of each body's last order in this text, for one that names none. */
  hazards: Map<string, string>;
  /** The headquarters whose letterhead or signature the paper bears. */
  signer: Signer | null;
  /** Who sent the last team of this paragraph, as the text says. */
  sender: string | null;
  /** The body that the sentence before began with. */
  opener: string | null;
}
