import { as, is, type Token } from "./tokens";

/** No subject stands further from its verb, in words. */
export const FAR = 160;

export interface Body {
  name: string;
  region: { name: string; adcode: string | null } | null;
  flood: boolean;
}

export function bodyAt(token: Token | undefined): Body | undefined {
  const issuer = as(token, "issuer");
  if (issuer)
    return {
      name: issuer.name,
      region: issuer.basin ? { name: issuer.basin, adcode: null } : null,
      flood: issuer.flood,
    };
  const own = as(token, "place_issuer");
  if (own) return { name: own.name, region: { name: own.place.name, adcode: own.place.adcode }, flood: true };
  return undefined;
}

/** 国家防总, or 国家防总副总指挥, whose words end before `to`: the index of the body. */
function titled(tokens: readonly Token[], to: number): number | undefined {
  for (let i = to - 1; i >= Math.max(0, to - 8); i--) {
    if (bodyAt(tokens[i])) {
      const words = tokens.slice(i + 1, to).map((token) => token.text);
      return /^(?:(?:常务)?副?(?:总指挥|指挥长|秘书长|主任|部长|厅长|局长))?$/.test(words.join(""))
        ? i
        : undefined;
    }
    if (is(tokens[i], "mark")) return undefined;
  }
  return undefined;
}

/** 国家防总会同应急管理部、水利部: the first one acts. The index of the body that leads. */
export function leader(tokens: readonly Token[], at: number): number {
  let i = at;
  // 国家防总副总指挥、应急管理部部长: one person with two posts, who speaks for the first.
  let spoken = false;
  while (is(tokens[i - 1], "joint")) {
    const before = titled(tokens, i - 1);
    if (before === undefined) break;
    spoken ||= before < i - 2;
    i = before;
  }
  if (spoken) return i;
  return tokens[i - 1]?.text === "会同" && bodyAt(tokens[i - 2]) ? i - 2 : at;
}

export const WATER_BODY = /水利|委员会|[江黄淮海辽]委|水务|太湖局|流域管理局/;

/** 水利部启动洪水防御…，国家防总启动四级应急响应: the two have words of their own for the hazard, none carries over. */
export const otherSystem = (before: string | null | undefined, now: string | undefined) =>
  before && now && before !== now ? WATER_BODY.test(before) !== WATER_BODY.test(now) : false;

/** The nearest bodies before `to` as the text writes them, 、 between those that act together; null when none is named. */
export function bodiesBefore(tokens: readonly Token[], to: number): string | null {
  for (let i = to - 1; i >= Math.max(0, to - FAR); i--) {
    if (is(tokens[i], "org", "here")) return null;
    if (!bodyAt(tokens[i])) continue;
    if (/据$|^按照$/.test(tokens[i - 1]?.text ?? "") && !bodyAt(tokens[i - 1])) continue;
    if (isCalled(tokens, i)) continue;
    const last = leader(tokens, i);
    let first = last;
    while (is(tokens[first - 1], "joint") && bodyAt(tokens[first - 2])) first -= 2;
    const names = tokens.slice(first, last + 1).flatMap((token) => (bodyAt(token) ? [token.text] : []));
    return names.join("、");
  }
  return null;
}

/** 视频连线湖北防指，要求…: the one that is called does not order. */
function isCalled(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !/^[，；。]$/.test(tokens[i]?.text ?? ""); i--)
    if (is(tokens[i], "call")) return true;
  return false;
}
