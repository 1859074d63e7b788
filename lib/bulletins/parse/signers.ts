import type { PlaceName } from "./memory";
import { tokenise } from "./tokenise";
import { as } from "./tokens";

/** The headquarters whose paper a text is: its name stands alone at the head, or before the date at the foot. */
export interface Signer extends PlaceName {
  /** The place of `body`. */
  name: string;
  body: string;
  /** Where in the text it stands. */
  at: number;
  /** It stands over the date, as a signature does; else it is a letterhead. */
  dated: boolean;
}

const BODY = "[\\u4e00-\\u9fff]{2,14}(?:指挥部|防[指总办汛]|水利[厅局]|水务局)(?:办公室)?";
const DAY = "(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日";
/** A line (in a quotation, a column of a table) that is the name, or the name and a full date. */
const ALONE = new RegExp(
  `(?:^|[\\n“])(${BODY})(?:(?:文件)?(?=关于|[\\n”“]|$)|[\\n”“]{0,2}${DAY}(?=[\\n”“，]|$))`,
  "g",
);

/** The date that stands under a signature. */
const UNDER = new RegExp(`^[\\n”“]{0,2}${DAY}`);

/** Every such name in the cleaned text, in its order. */
function signersOf(text: string): Signer[] {
  const signers: Signer[] = [];
  for (const found of text.matchAll(ALONE)) {
    const name = found[1] ?? "";
    const at = found.index + found[0].indexOf(name);
    const [token, ...more] = tokenise(text, at, at + name.length);
    const own = more.length ? undefined : as(token, "place_issuer");
    if (!own) continue;
    const dated = UNDER.test(text.slice(at + name.length, at + name.length + 16));
    signers.push({ name: own.place.name, adcode: own.place.adcode, body: own.name, at, dated });
  }
  return signers;
}

/** Whose paper each place of the text, asked in its order, stands in: the next name after it, else, of one letterhead, that one. */
export function signerFinder(text: string): (at: number) => Signer | null {
  const signers = signersOf(text);
  const [first] = signers;
  const only = first && signers.every((one) => one.body === first.body) ? first : null;
  let next = 0;
  return (at) => {
    while (next < signers.length && (signers[next]?.at ?? 0) <= at) next++;
    return signers[next] ?? only;
  };
}
