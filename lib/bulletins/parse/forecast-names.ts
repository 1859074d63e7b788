const LIST_END = /的?(?:部分|局部|个别|多个?)(?:地区|地方|地)?$/;
/** 浙北地区阴有, 南方此轮, 天津等地降雨量: what stands between the name and its rain. */
const TAIL =
  /(?:阴|阴天|多云|阴到多云|阴转多云|多云转阴|此|本|这|该|日?降[雨水]量|[雨水]量|累计|自[东西南北]{1,2}向[东西南北]{1,2})$/;
/** 浙江沿海居民要注意防范: whom it concerns. */
const CONCERNED =
  /(?:的?(?:人们|人|群众|居民|公众|民众))?(?:需要?|要|须|应|请)?(?:继续|加强|注意|重点|高度|做好|严密|特别)*(?:防范|警惕)$/;
const NOISE =
  /^(?:[上中下]旬|(?:白天|夜间|夜里|凌晨|早晨|上午|中午|下午|傍晚|晚上)(?:[到至](?:白天|夜间|夜里|凌晨|早晨|上午|中午|下午|傍晚|晚上))?|其中|另外|此外|近期|近日|当前|目前|除|前后|左右|起|但是|但|而|不过|尤其是|特别是|使得|仅|包括|预计|预测|届时|同时|并且|主要|也|还|仍|将|在|的|受.{0,12}影响)+/;
const LIST_OF =
  /等(?:[两三四五六七八九十\d]{1,2})?(?:流域|地区|地|省份|省区市|省区|省市|州市|市州|地市|县市|区县|市县|省|市|县)?(?:的?(?:部分|大部|局部|多)(?:地区|地))?$/;
const SUM = /(?<=[、和].*)[两二三四五六七八九十\d]+(?:省区市|省区|省市|省份|省|市|县|区|地)$/;
const NO_NAME =
  /^(?:(?:其[他它余]|上述|以上|大部|部分|相关|有关|受灾)(?:地区|地方|区域)?|地区|地方|区域|.*(?:部门|单位))$/;
/** 湘北地区, as the last of 湘中、湘北地区. */
const SHORT_AREA = /^([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁][东西南北中]{1,2})地区$/;

/** Cuts 四川东部、重庆、…、苏皖北部等地 into areas; 长江、淮河等流域 into basins. */
export function areasOf(text: string): string[] {
  const basins = /等(流域|地区)$/.exec(text)?.[1] === "流域";
  const plain = text
    .replace(/^\d{1,2}(?:日(?:前后?|后|内)|月份?)/, "")
    .replace(NOISE, "")
    .replace(TAIL, "")
    .replace(CONCERNED, "")
    // 江南中南部华南北部, 江淮江南: two that touch.
    .replace(/(部|江南|华南|江淮|江汉|黄淮|华北)(?=江南|华南|江淮|江汉|黄淮|华北|华东|华中)/g, "$1、")
    // 我国南方 is one name, 我国江淮 is 江淮.
    .replace(/^我国(?=[^东西南北中])/, "")
    .replace(LIST_OF, "")
    .replace(SUM, "")
    .replace(LIST_END, "");
  const areas = plain
    .replace(/和(?=[东西南北中]{1,2}部(?:[、，及和]|$))/g, "＋")
    .split(/[、，]|以及|及(?!其|周边)|和/)
    .map((area) =>
      area
        .replace(/＋/g, "和")
        .replace(/^(?:其中|以及)/, "")
        .replace(/的$/, ""),
    )
    .filter((area) => area.length > 1 && !NO_NAME.test(area))
    .map((area) => (basins && !area.endsWith("流域") ? `${area}流域` : area));
  return areas.length > 1 ? areas.map((area) => area.replace(SHORT_AREA, "$1")) : areas;
}

const PARTS = /^(?:[东西南北中]{1,2}部(?:[和及]?[东西南北中]{1,2}部)*(?:沿海|山区)?|沿海|山区)(?:地区)?$/;

/** 海南将有大雨，东部北部有暴雨: parts of the one place told of before bear its name. */
export function ofPlace(areas: string[], before: readonly string[] | undefined): string[] {
  const [place] = before ?? [];
  if (!place || before?.length !== 1 || !areas.every((area) => PARTS.test(area))) return areas;
  const head = place.replace(/(?:[东西南北中]{1,2}部.*|大部(?:地区)?)$/, "");
  return areas.map((area) => head + area);
}
