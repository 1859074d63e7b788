import { as, clauseEnds, is, type Token, textOf } from "./tokens";
import { causeFrom, exceptFrom } from "./water-causes";
import { pastBracket } from "./water-counts";

export type WaterStatus =
  | "normal"
  | "above_warning"
  | "above_guarantee"
  | "above_record"
  | "above_flood_limit";
export type WaterTrend = "rising" | "falling" | "steady" | "slowing";

export interface State {
  status: WaterStatus | null;
  trend: WaterTrend | null;
  below: boolean;
  seen: boolean;
  /** Index after the last word that says something of it. */
  end: number;
}

const NO_STATE = /不会|不致|接近|曾|一度|有望|何时|能否|逼近|可能|预计|将|防止|以免|严防|若|一旦/;
/** 流量上涨 is no stage that rises; 流量和水位均已回落 is one. */
const ONLY_FLOW = /流量(?!.*水位)|水位.*流量(?!和|、)/;
/** 涨至27米，目前已开始回落: what is so now outweighs what led there. */
const TURNS = /目前|当前|现已|现正|开始|转|已经|复涨|再次|重新|今天|今晨|今早|随后|之后|此后/;
/** 较上年同期升高0.2米: against other years, not against the hours before. */
const OTHER_YEAR = /[较比与](?!昨|前[日天]|\d{1,2}日)[^，]{0,6}(?:同期|往年|历年|常年|上年|去年)/;
/** 没有, 均未出现 before a mark. */
const NOT_OVER = /(?:没有|没|未|无|未曾)(?:发生|出现|达到|一处)?$/;
const NOT_YET =
  /(?:没有|未见|尚未|并未|仍未|还未|均未|都未|未曾|未能|未)(?:出现|开始|继续|再|完全|全部|明显|显著|有)*的?$/;
const NOT_DOWN = /(?:没有|尚未|并未|仍未|还未|均未|都未|未能|未)(?:回落|回退|下降|退|降|落)[至到]$/;
/** 5日退出警戒，8日再次超警: what came last is so now. */
const AGAIN_OVER = /再次|再度|重新|又/;
const CLAUSES = 4;
/** 超警戒水位1.6米，超保证水位0.6米: the higher mark says more. */
const MARKS: WaterStatus[] = ["normal", "above_warning", "above_guarantee", "above_record"];
export const NOTHING_SAID: State = { status: null, trend: null, below: false, seen: false, end: 0 };

/** 超警河流包括：赣江、修水, 超保的有汨罗江: the state before the list of those in it. */
export function statusBefore(tokens: readonly Token[], at: number): WaterStatus | null {
  let i = at - 1;
  let opens = false;
  for (
    ;
    i > at - 12 &&
    (is(tokens[i], "count") ||
      /^(有|包括|为|是|的|：|，|分别|分别为|分别是|其中|河|流|江|站|点|湖|泊|主|要|和|、)$/.test(
        tokens[i]?.text ?? "",
      ));
    i--
  )
    if (/^(有|包括|为|是|：|分别为|分别是)$/.test(tokens[i]?.text ?? "") && listOpens(tokens, i, at))
      opens = true;
  return opens ? (as(tokens[i], "status")?.status ?? null) : null;
}

/** 超警，有关部门…: 有 opens a list only when its waters follow at once. */
const listOpens = (tokens: readonly Token[], i: number, at: number): boolean =>
  tokens[i]?.text !== "有" || i === at - 1 || tokens[i - 1]?.text === "的";

/** What is said of the waters in the words from `from`: to the end of the sentence, the next waters or a change of subject. */
export function stateFrom(tokens: readonly Token[], from: number): State {
  const state: State = { ...NOTHING_SAID, end: from };
  let clauses = 0;
  let clause: Token[] = [];
  let other = false;
  let flows = false;
  // 除监利站外，其余江段…: what is told apart says nothing of the rest.
  const apart = exceptFrom(tokens, tokens[from]?.text === "，" ? from + 1 : from);
  for (let i = apart ?? from; i < tokens.length; i++) {
    const past = pastBracket(tokens, i);
    if (past > i) {
      i = past - 1;
      continue;
    }
    const token = tokens[i];
    if (clauseEnds(token)) {
      // 信江洪水已进入鄱阳湖，湖区水位上涨: what comes next is said of the second water.
      if (other && !state.seen) break;
      // ，23日22时，: the hour alone is no clause.
      const onlyTime = clause.length > 0 && clause.every((one) => is(one, "time", "adverb"));
      if (token?.text !== "：" && !onlyTime) clauses++;
      clause = [];
      // ；8时，水位27.32米: the same water goes on.
      if (token?.text === "；" && goesOn(tokens, i + 1)) clauses = 0;
      else if (clauses >= CLAUSES || token?.text === "；") break;
      // ，受上游来水影响，: why it is so says nothing of it.
      const cause = causeFrom(tokens, i + 1) ?? exceptFrom(tokens, i + 1);
      if (cause) {
        clauses--;
        i = cause - 1;
      }
      continue;
    }
    if (clauses > 0 && is(token, "water")) break;
    other ||= is(token, "water") && /[进入汇到至抵]$/.test(tokens[i - 1]?.text ?? "");
    if (
      clauses > 0 &&
      clause.length === 0 &&
      !TERSE[token?.text ?? ""] &&
      !(apart && token?.text === "其余") &&
      !continues(tokens, i)
    ) {
      // …，部分商铺进水，目前水位已回落: back to the same water after something else.
      const again = nowAgain(tokens, i);
      if (!again) break;
      i = again - 1;
      clauses = 1;
      continue;
    }
    // 超警0.9米，涨；: one character says it in a table.
    const terse = clause.length === 0 && clauseEnds(tokens[i + 1]) ? TERSE[token?.text ?? ""] : undefined;
    if (terse && state.seen) {
      state.trend = terse;
      state.end = i + 1;
      continue;
    }
    // 红色预警：预计五常站超保: what is foretold from there on.
    if (/^(?:预计|预测)$/.test(token?.text ?? "")) break;
    // 要求堤防…; 其中5条河流超保: another subject.
    if (!apart && clause.length === 0 && clauses > 0 && /^(?:其他|其它)/.test(textOf(tokens, i, i + 2)))
      break;
    if (is(token, "local", "order") || (apart ? /^其中$/ : /^(其中|其余)$/).test(token?.text ?? "")) break;
    if (token) clause.push(token);
    flows ||= clauses === 0 && /流量/.test(textOf(tokens.slice(i, i + 2)));
    if (flows && (clauses === 0 ? false : !clause.some((one) => is(one, "stage", "status")))) continue;
    if (!saysElse(tokens, i)) say(state, isNear(tokens, i) ? withoutStatus(token) : token, clause, clauses);
    if (token && clause.length > 0) state.end = i + 1;
  }
  return state;
}

const TERSE: Record<string, WaterTrend | undefined> = {
  涨: "rising",
  落: "falling",
  退: "falling",
  平: "steady",
};

/** Nothing but a time before its stage: 8时，水位…. */
function goesOn(tokens: readonly Token[], from: number): boolean {
  let i = from;
  while (is(tokens[i], "time", "adverb") || tokens[i]?.text === "，") i++;
  return i > from && is(tokens[i], "stage");
}

/** 地处长江超警河段, 超警流量, 回落至100立方米每秒: a mark or a move of something other than the stage. */
function saysElse(tokens: readonly Token[], at: number): boolean {
  const after = textOf(tokens.slice(at + 1, at + 7));
  if (is(tokens[at], "status")) return /^(?:河段|江段|堤段|堤防|断面|流量)/.test(after);
  // 水位上涨时要守堤: a rule.
  return /^(?:至|到|了)?\d[\d.万]*(?:立方米|个流量)|^时(?!间|段|期)/.test(after);
}

/** 涨至警戒水位附近: not at the mark, yet on its way. */
const isNear = (tokens: readonly Token[], at: number) =>
  is(tokens[at], "status") && /^(?:附近|左右|上下)/.test(textOf(tokens, at + 1, at + 3));
const withoutStatus = (token: Token | undefined): Token | undefined =>
  token && { ...token, readings: token.readings.filter(({ kind }) => kind !== "status") };

/** How far a sentence may come back to its water, in words. */
const AGAIN = 40;

/** Where 目前水位 opens a later clause, when no other water was named before it. */
function nowAgain(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + AGAIN); i++) {
    if (is(tokens[i], "water") || tokens[i]?.text === "；") return undefined;
    if (!clauseEnds(tokens[i]) || !/^(目前|当前|现|现已|截至)$/.test(tokens[i + 1]?.text ?? "")) continue;
    const next = tokens.slice(i + 2, i + 5).find((token) => !is(token, "time", "mark", "adverb"));
    if (is(next, "stage")) return i + 1;
  }
  return undefined;
}

/** What may stand between a water and its state: how, how fast, since when, on what part. Another thing's name has other characters. */
const OF_STAGE =
  /^[自以呈发生出现开始高低位波动最洪峰流量和及较比与同期前昨时分日天月年小大幅度明显普遍总体整缓慢快速迅急剧多一二两三直处于偏在内的周边之后首次又再由因涨退落虽然但且并至第号水正每约近达超过左右余个趋势态状线逐步渐稳中有所不断几乎刚连续段目已经也都依旧尚却依回凌晨午晚夜早米厘公毫点站面重要主控制河江湖泊库区等其它他支干域创实测保持头先进入形成平均基本受潮了随即迎来转为该级这里此降雨值到今网系止四五“”顶各程略陡节路沿代表情城道外双见式则相境溪融雪\d.~—]*$/;
/** 入库来水现峰转退: what comes in, and no level. */
const OF_FLOW = /来水|[入出]库(?!水位)/;
/** Against what, and why: 较昨日分洪时下降, 受降雨影响上涨. */
const BESIDE =
  /今?[上下中]午|傍晚|夜间|[^，]{0,10}(?:[区闸库坝口]|进洪|启用|分洪|泄洪|调度|拦洪|蓄洪|排洪)后|受[^，]{1,14}影响|因[^，]{1,12}而|水文站|[较比][^，]{1,12}(?:时刻|时|前|峰值)|[较比]?(?:上一?|前一?|昨|今)[天日]|[与和较比]?(?:警戒|保证)相?比较?|[较比](?:今|今天|当日)?(?:上午|早上|早晨|中午|凌晨|清晨)/g;
const NEAR = 24;

/** Whether what the clause says up to its last word is said of the water's level, and of nothing else that falls or stays. */
function speaksOfStage(clause: readonly Token[]): boolean {
  const words = textOf(
    clause
      .slice(0, -1)
      .slice(-NEAR)
      .filter((one) => one.readings.length === 0 || is(one, "cause", "plain", "place", "other"))
      .filter((one) => !is(one, "stage", "adverb", "same", "time", "mark", "water")),
  );
  const said = words.replace(BESIDE, "");
  return OF_STAGE.test(said) && !OF_FLOW.test(said);
}

/** Adds what one word says, seen with its clause so far. */
function say(state: State, token: Token | undefined, clause: readonly Token[], clauses: number): void {
  const status = as(token, "status")?.status;
  const trend = as(token, "trend")?.trend;
  if (!status && !trend && !is(token, "below")) return;
  if (!speaksOfStage(clause)) return;
  const said = textOf(clause);
  if (NO_STATE.test(said) || ONLY_FLOW.test(said) || isYesterday(clause)) return;
  if (trend && OTHER_YEAR.test(said)) return;
  const ahead = said.slice(0, said.length - (token?.text.length ?? 0));
  // 尚未退出警戒 is above it; 没有明显回落 tells no way.
  const stays =
    status === "normal" && (/退|脱离|落至/.test(token?.text ?? "") ? NOT_YET : NOT_DOWN).test(ahead);
  if (stays) {
    Object.assign(state, { status: "above_warning", seen: true });
    return;
  }
  if (trend && NOT_YET.test(ahead)) return;
  // 仍未退出保证水位.
  if (is(token, "below") && (NOT_YET.test(ahead) || NOT_DOWN.test(ahead)))
    Object.assign(state, { status: "above_guarantee", seen: true });
  else if (is(token, "below")) Object.assign(state, fallsBelow(state, said));
  else if (status && status !== "normal" && NOT_OVER.test(ahead)) {
    // 没有超警 is below the mark; 未超保 alone says nothing of warning.
    if (status === "above_warning") Object.assign(state, { status: "normal", seen: true });
  } else if (status && status !== "normal" && clauses > 0 && AGAIN_OVER.test(said)) {
    const trend = state.trend === "rising" ? state.trend : null;
    Object.assign(state, { status, trend, below: false, seen: true });
  } else if (status && (!state.below || /仍/.test(said))) {
    // 发生超历史洪水，目前…仍超保证水位: what is so still outweighs what was.
    const still = clauses > 0 && /仍/.test(said);
    const over = state.status !== null && state.status !== "normal";
    const more = over && MARKS.indexOf(status) > MARKS.indexOf(state.status ?? status);
    state.status = status === "normal" || still || more || !state.status ? status : state.status;
    state.seen = true;
    if (status === "normal" && (clauses > 0 || !state.trend) && /退|降|落|回/.test(said))
      state.trend = "falling";
  }
  if (trend && !(trend === "rising" && state.trend === "slowing")) {
    state.trend = state.trend && clauses > 0 && !TURNS.test(said) ? state.trend : trend;
    state.seen = true;
  }
}

/** 昨晚发生超历史洪水 is over; 自昨晚起, 较昨日 are not. */
function isYesterday(clause: readonly Token[]): boolean {
  return clause.some((token, i) => {
    const shift = as(token, "time")?.time.shift;
    if (typeof shift !== "number" || shift >= 0) return false;
    return (
      !/^[自从较比与于]$/.test(clause[i - 1]?.text ?? "") &&
      !/^[起以开]$/.test(clause[i + 1]?.text ?? "") &&
      /发生|出现|曾|一度/.test(textOf(clause.slice(i)))
    );
  });
}

/** 退至保证水位以下 says that it falls; 低于保证水位 alone says nothing of warning. */
const fallsBelow = (state: State, said: string): Partial<State> =>
  /退|降|落|回/.test(said)
    ? { status: null, trend: state.trend ?? "falling", below: true, seen: true }
    : { below: true };

/** 蒙洼蓄洪区启用后涨势趋缓: since when it is so. */
const AFTER_RELIEF =
  /^[^，；。]{2,10}(?:[区闸库坝口]|进洪|启用|分洪|泄洪|调度|拦洪|蓄洪|排洪)后(?:水位|涨|退|落|回落|下降|上涨)/;

/** A clause goes on about the same water when it begins with its stage, a small word or the state itself. */
const continues = (tokens: readonly Token[], i: number): boolean =>
  is(tokens[i], "stage", "adverb", "same", "status", "trend", "time", "unreal", "below", "stand") ||
  /^[由受但已仍尚转较达且持比与并全均都为处呈其正每再又缓快从自却依到]|^(?:洪水|由于)$/.test(
    tokens[i]?.text ?? "",
  ) ||
  /^(?:(?:过去|近)?\d{1,2}小时|[一每]天|[一每]小时|每日|还超|波动)/.test(textOf(tokens.slice(i, i + 5))) ||
  AFTER_RELIEF.test(textOf(tokens, i, i + 14)) ||
  /^(最高|这里|此处|该站|流量|洪峰|日均|中午|午后|下午|上午|清晨|傍晚|夜间|随后|之后|此后)/.test(
    `${tokens[i]?.text ?? ""}${tokens[i + 1]?.text ?? ""}`,
  );

/** 暴涨的嘉陵江河水, 不断上涨的岷江水位: the trend before its water. */
export function trendBefore(tokens: readonly Token[], at: number): WaterTrend | null {
  return tokens[at - 1]?.text === "的" ? (as(tokens[at - 2], "trend")?.trend ?? null) : null;
}
