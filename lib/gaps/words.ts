import { DIRECTIVE_TERMS } from "@/lib/directives/categories";
import { LEVELS, ResponseLevel } from "@/lib/responses/levels";
import type { English } from "@/lib/snapshot/english";
import type { GapRecord } from "./record";

/** A gap before it is put in words. */
export type Finding = Omit<GapRecord, "aboutEn" | "explanation" | "explanationEn" | "closes" | "closesEn">;

const STATUS: Record<string, [zh: string, en: string]> = {
  above_warning: ["超警戒", "above the warning mark"],
  above_guarantee: ["超保证", "above the guarantee mark"],
  above_record: ["超历史", "above the record"],
  above_flood_limit: ["超汛限", "above the flood limit"],
  unknown: ["状态不明", "in an unknown state"],
};
const CUTS: Record<string, [string, string]> = {
  road: ["断路", "road"],
  power: ["断电", "power"],
  network: ["断网", "network"],
};
const DIRECTIVES = DIRECTIVE_TERMS as Record<string, { zh: string; en: string } | undefined>;
const level = (code: unknown) => {
  const known = ResponseLevel.safeParse(code);
  return known.success ? LEVELS[known.data].term : String(code);
};
const status = (code: unknown, at: 0 | 1) => STATUS[String(code)]?.[at] ?? (at ? "not normal" : "异常");
const cuts = (list: unknown, at: 0 | 1) =>
  String(list)
    .split(",")
    .map((cut) => CUTS[cut]?.[at] ?? cut)
    .join(at ? ", " : "、");

/** Teams sent "to the province" say nothing of the place, but the chief may move them. */
const sent = (count: unknown, at: 0 | 1) =>
  Number(count) ? (at ? `; ${count} sent to its provinces` : `；派往所在省份的有 ${count} 批`) : "";

type Words = Pick<GapRecord, "explanation" | "explanationEn" | "closes" | "closesEn">;

function wordsFor({ rule, about, numbers: n }: Finding, english: English): Words {
  const aboutEn = english(about);
  const issuerEn = english(String(n.issuer));
  switch (rule) {
    case "province_without_team":
      return {
        explanation: `${about}由${n.issuer}定为${level(n.level)}响应（${level(n.limit)}及以上须有队伍），省内没有队伍。`,
        explanationEn: `${aboutEn} stands under level ${n.level} by ${issuerEn}; from level ${n.limit} on a team is due, and there is none.`,
        closes: "向该省派出一支队伍。",
        closesEn: "A team sent to the province.",
      };
    case "water_without_patrol":
      return {
        explanation: `${about}${status(n.status, 0)}，${n.limitHours} 小时内没有巡查报告${n.lastPatrol ? "（上一次已过时）" : ""}。`,
        explanationEn: `${aboutEn} is ${status(n.status, 1)} and has no patrol report within ${n.limitHours} h${n.lastPatrol ? " (the last one is older)" : ""}.`,
        closes: "一份该河段的巡查报告。",
        closesEn: "A patrol report for this section.",
      };
    case "water_without_team": {
      const near = n.nearestKm === null ? null : Number(n.nearestKm);
      const [zh, en] =
        n.searchedKm === null
          ? ["其位置未知，所在省份也没有队伍", "its position is not known and its provinces have no team"]
          : near === null
            ? [`${n.searchedKm} 公里内也没有`, `none within ${n.searchedKm} km either`]
            : [`最近的在 ${near} 公里外`, `the nearest is ${near} km away`];
      return {
        explanation: `${about}${status(n.status, 0)}，${n.limitKm} 公里内没有队伍，${zh}${sent(n.inProvince, 0)}。`,
        explanationEn: `${aboutEn} is ${status(n.status, 1)} with no team within ${n.limitKm} km; ${en}${sent(n.inProvince, 1)}.`,
        closes: `一支队伍到 ${n.limitKm} 公里以内，或上报其位置。`,
        closesEn: `A team within ${n.limitKm} km, or its position reported.`,
      };
    }
    case "outage_without_asset":
      return {
        explanation: `${about}${cuts(n.open, 0)}，没有通信装备在场或在途${n.nearestKm === null ? "，也没有位置已知的通信装备" : `，最近的在 ${n.nearestKm} 公里外`}。`,
        explanationEn: `${aboutEn} has lost ${cuts(n.open, 1)}; no communication asset is there or under way${n.nearestKm === null ? ", and none has a known position" : `; the nearest is ${n.nearestKm} km away`}.`,
        closes: "派出通信装备，或恢复网络。",
        closesEn: "A communication asset sent, or the network restored.",
      };
    case "directive_unanswered":
      return {
        explanation: `${about}对${n.issuer}关于${DIRECTIVES[String(n.category)]?.zh ?? n.category}的要求超过 ${n.limitHours} 小时未答复。`,
        explanationEn: `${aboutEn} has not answered the order of ${issuerEn} on ${DIRECTIVES[String(n.category)]?.en ?? n.category} for more than ${n.limitHours} h.`,
        closes: "该省填报进展。",
        closesEn: "The province's progress.",
      };
    case "level_silent":
      return {
        explanation: `${n.issuer}对${about}的${level(n.level)}响应超过 ${n.limitHours} 小时没有新消息。`,
        explanationEn: `Nothing has been heard of level ${n.level} by ${issuerEn} for ${aboutEn} in ${n.limitHours} h.`,
        closes: "确认、调整或终止该响应的消息。",
        closesEn: "Word that it is kept, changed or ended.",
      };
    case "water_silent":
      return {
        explanation: `${about}${status(n.status, 0)}，超过 ${n.limitHours} 小时没有新水情。`,
        explanationEn: `${aboutEn} was ${status(n.status, 1)}; no report for more than ${n.limitHours} h.`,
        closes: "一次新的水位或水情。",
        closesEn: "A new reading or report.",
      };
  }
}

export const inWords = (finding: Finding, english: English): GapRecord => ({
  ...finding,
  aboutEn: english(finding.about),
  ...wordsFor(finding, english),
});
