import { clauseEnds, type Token } from "./tokens";

const AS = /影响$|来水$|[雨水]$|[加增][大多加剧强]$/;
const SAYS = /介绍$|消息$|通报$|监测$|显示$|统计$|分析$/;

/** Where the clause of a cause or of a source that begins at `from` ends: 受连日大雨、黄河泄洪等影响, 据防汛部门介绍. */
export function causeFrom(tokens: readonly Token[], from: number): number | undefined {
  const source = tokens[from]?.text === "据";
  if (!source && !/^(受|因|由于|随着)$/.test(tokens[from]?.text ?? "")) return undefined;
  let end = from;
  while (end < tokens.length && !clauseEnds(tokens[end])) end++;
  const last = `${tokens[end - 2]?.text ?? ""}${tokens[end - 1]?.text ?? ""}`;
  return end < tokens.length && (source ? SAYS : AS).test(last) ? end : undefined;
}

/** ，除王家坝河段缓落外，: what is so elsewhere. Where that clause ends. */
export function exceptFrom(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.text !== "除") return undefined;
  let outside: number | undefined;
  for (let i = from; i < tokens.length && !clauseEnds(tokens[i]); i++)
    if (tokens[i]?.text === "外" && tokens[i + 1]?.text !== "洲") outside = i + 1;
  return outside;
}
