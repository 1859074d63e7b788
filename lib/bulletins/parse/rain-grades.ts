import { as, is, type Token } from "./tokens";

/** The rain words that begin at `at`, joined by 或, 到, 、: 大雨或暴雨, 大到暴雨. */
export function rainAt(tokens: readonly Token[], at: number): { rain: string[]; next: number } | undefined {
  const rain: string[] = [];
  let i = at;
  while (as(tokens[i], "rain")) {
    for (const word of as(tokens[i], "rain")?.rain ?? []) if (!rain.includes(word)) rain.push(word);
    i++;
    const joint = tokens[i]?.text === "或" || is(tokens[i], "to") || is(tokens[i], "joint");
    if (joint && as(tokens[i + 1], "rain")) i++;
    // 大到暴雨、局地大暴雨: the local maximum within the same list.
    else if (joint && is(tokens[i + 1], "local") && as(tokens[i + 2], "rain")) i += 2;
    // 大雨局部暴雨.
    else if (is(tokens[i], "local") && tokens[i]?.text !== "其中" && as(tokens[i + 1], "rain")) i++;
  }
  return rain.length ? { rain, next: i } : undefined;
}

/** Rain that is strong and has no grade of its own. */
const STRONG: Record<string, string> = { 较强降雨: "强降雨", 较强降水: "强降水" };

/** 暴雨黄色预警, 暴雨区内: the name of a warning or of a place, no rain. */
const isName = (next: Token | undefined) => /^(?:[蓝黄橙红预]|区)/.test(next?.text ?? "");

/** 南方将有较强降雨 tells of 强降雨 where the sentence knows no other grade. */
export function withGrades(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => text.length === 4 && STRONG[text])) return tokens;
  if (tokens.some((token, i) => is(token, "rain") && !isName(tokens[i + 1]))) return tokens;
  return tokens.map((token) => {
    const rain = STRONG[token.text];
    return rain ? { ...token, readings: [{ kind: "rain", rain: [rain] }] } : token;
  });
}
