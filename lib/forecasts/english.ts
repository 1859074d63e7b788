import { provinceName } from "@/lib/provinces/list";
import { provincesIn, splits } from "./areas";

const SIDES: Readonly<Record<string, string>> = {
  东: "eastern",
  西: "western",
  南: "southern",
  北: "northern",
  中: "central",
  东南: "south-eastern",
  东北: "north-eastern",
  西南: "south-western",
  西北: "north-western",
  中东: "central and eastern",
  中西: "central and western",
  中南: "central and southern",
  中北: "central and northern",
  大部: "most of",
  沿海: "coastal",
  沿江: "riverside",
  山区: "the hills of",
};

/** Weather regions that have an English name; the others keep their own. */
const REGIONS: Readonly<Record<string, string>> = {
  东北: "North-east China",
  华北: "North China",
  华东: "East China",
  华中: "Central China",
  华南: "South China",
  西南: "South-west China",
  西北: "North-west China",
  黄淮: "Huanghuai (Yellow River to Huai)",
  江淮: "Jianghuai (Yangtze to Huai)",
  江汉: "Jianghan (Hubei plain)",
  江南: "Jiangnan (south of the Yangtze)",
  四川盆地: "Sichuan Basin",
  云贵高原: "Yunnan–Guizhou Plateau",
  青藏高原: "Qinghai–Tibet Plateau",
  京津冀: "Beijing–Tianjin–Hebei",
  长三角: "Yangtze Delta",
  珠三角: "Pearl River Delta",
  山东半岛: "Shandong Peninsula",
  辽东半岛: "Liaodong Peninsula",
  雷州半岛: "Leizhou Peninsula",
  长江中下游: "middle and lower Yangtze",
  长江中游: "middle Yangtze",
  长江下游: "lower Yangtze",
  长江上游: "upper Yangtze",
  长江流域: "Yangtze basin",
  淮河流域: "Huai basin",
  太湖流域: "Lake Tai basin",
  珠江流域: "Pearl River basin",
  松花江流域: "Songhua basin",
  海河流域: "Hai basin",
};

function whole(words: string): string | undefined {
  const region = REGIONS[words] ?? REGIONS[words.replace(/(?:地区|一带)$/, "")];
  return (
    region ??
    provincesIn(words)
      ?.map((code) => provinceName(code, "en"))
      .join(" and ")
  );
}

/** 四川东部 as "eastern Sichuan", 苏皖北部 as "northern Jiangsu and Anhui"; words without an English name as they are. */
export function areaInEnglish(text: string): string {
  const plain = text.trim().replace(/(?:等地|等)$/, "");
  const named = whole(plain);
  if (named) return named;
  for (const [outer, part] of splits(plain.replace(/地区$/, ""))) {
    const [name, side] = [whole(outer), SIDES[part]];
    if (name && side) return `${side} ${name}`;
  }
  return text;
}
