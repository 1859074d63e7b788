import type { Token } from "./tokens";

/** 无明显强降雨. */
export const NONE = /(?:无|没有|不会有|暂无)(?:明显|较强|大范围|持续性?|区域性|的)*$/;

/** 强降水范围会收缩, 强降雨趋于结束: rain that goes is none to come. */
export const GOES =
  /^(?:洪涝|灾害|洪水|影响|区[内域部中的各])|^(?:天气|过程)?.{0,8}(?:范围(?!(?:将|还将|会|也将|进一步|有所)*(?:扩|增))|收缩|结束|停止|停歇|减少|减弱|趋弱|缓解|告一段落|趋停|收尾|渐止|明显减)/;

/** 南方强降雨带逐步南压，转移至…: where it moves to comes in the next clause, and where it was is no forecast. */
export const MOVES =
  /^(?:带|区|云团|雨带)[^，；。]{0,6}(?:[东西南北](?:移|压|抬|落|进|扩|上|下)|[东西南北]移[东西南北][压抬]|推移|移动|摆动)$/;

/** 将有, 将接连迎来, 将再次出现: words that foretell within a clause. */
export const COMES =
  /(?<!已)将[^，。；]{0,6}?(?:(?<![所没拥])有(?![关序效力])|出现(?!的)|迎来|遭遇|面临|来袭|持续|普降)/;

/** 这轮, 又有两轮: rain that was spoken of before. */
const SAME_RAIN = /(?:这|此|本|该)[一两三几]?[轮次场]|又(?:将|会)?有[一两三几][轮次场]/;

/** 这轮强降雨将持续到10日: the rain of the place spoken of before, and how long. */
export const goesOn = (lead: string, rest: string): boolean =>
  SAME_RAIN.test(lead) && /持续|来袭|维持|延续/.test(rest);

/** 今明两天，河南、山东等地要防范强降雨可能引发的内涝: told to those on whom it will fall. */
const GUARDED = /(?:防范|警惕|注意)(?:的?强降[雨水]|暴雨)(?:可能)?(?:引发|诱发|带来|造成|导致)/;

/**
 * What has fallen already, or a warning of what rain brings: no forecast of rain. `clause` up to its rain is `lead`; `days` whether
 * the days to come are told.
 */
export function isTold(words: string, clause: readonly Token[], lead: string, days: boolean): boolean {
  const text = clause.map((token) => token.text).join("");
  if (days && GUARDED.test(text) && !/要求|强调|部署|通知|指出/.test(words)) return false;
  // 江西已出现强降雨，…未来几天又有新一轮降雨: what has fallen, and what is to come without a grade.
  if (/(?:已经?|均已|业已)(?:出现|发生|遭遇|有|降)/.test(text)) return true;
  if (
    (/预警|影响|引发|导致|造成|受.*雨|防范|防御|应对|警惕|昨天|昨日|累计/.test(text) || /伴有/.test(lead)) &&
    !COMES.test(text) &&
    !/仍有/.test(text)
  )
    return true;
  // 华北也出现强降雨, 湖南今天遭遇暴雨: seen, when nothing in the sentence foretells.
  if (
    /出现|遭遇|迎来|普降|降下|袭击|持续强降|灾害|近期|前期/.test(text) &&
    !/预计|预报|预测|未来|(?<!已)将|可能|还会|仍有|今明|明后|明天/.test(words)
  )
    return true;
  return !/预计|预报|预测|未来|将|仍有|迎|持续|有|出现|成为|明天/.test(words);
}
