/** What a bulletin orders, by the word for it; 督查 counts under 组织落实. */
export type DutyCategory =
  | "巡查防守"
  | "超汛限水库"
  | "堤防险段"
  | "组织落实"
  | "物资保障"
  | "转移安置"
  | "薄弱环节"
  | "地质灾害";

const WORDS: readonly (readonly [DutyCategory, string])[] = [
  [
    "巡查防守",
    "巡查防守 巡堤查险 巡坝查险 查险排险 查险抢险 巡查值守 巡查巡护 巡查守护 巡护 巡查 查险 防守 抢早抢小",
  ],
  [
    "超汛限水库",
    "超汛限水位水库 超汛限水库 超汛限水位运行 超汛限 汛限水位 病险水库 小型水库 中小型水库 水库安全 水库度汛 水库大坝 水库堤防 淤地坝",
  ],
  ["堤防险段", "堤防险段 险工险段 险工弱段 堤防 大堤 干堤 圩堤 堤坝 堤段 险段 大江大堤"],
  [
    "组织落实",
    "组织落实 组织领导 组织指挥 责任落实 工作责任 防汛责任 责任制 责任 督查 督导 督促检查 检查督促 应急值守 值班值守 值守 松懈麻痹 麻痹思想 带班",
  ],
  [
    "物资保障",
    "物资保障 物资储备 物资 装备 力量预置 预置力量 预置抢险 力量调派 队伍预置 抢险力量 救援力量 抢险队伍 救援队伍",
  ],
  ["转移安置", "转移安置 转移避险 避险转移 群众转移 人员转移 转移 撤离 避险 安置"],
  [
    "薄弱环节",
    "薄弱环节 短板弱项 短板 风险隐患 隐患排查 隐患 中小河流 山洪灾害 山洪 城市内涝 城乡内涝 内涝 低洼 地下空间 在建工程 旅游景区",
  ],
  ["地质灾害", "山洪地质灾害 地质灾害 次生灾害 滑坡 泥石流 崩塌"],
];

const CATEGORY = new Map(
  WORDS.flatMap(([category, words]) => words.split(" ").map((word) => [word, category])),
);
const DUTY = new RegExp([...CATEGORY.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

export interface Duty {
  category: DutyCategory;
  start: number;
  end: number;
}

/** The duties that a clause names, in order; places are indexes into the clause. */
export const dutiesIn = (clause: string): Duty[] =>
  [...clause.matchAll(DUTY)].flatMap((found) => {
    const category = CATEGORY.get(found[0]);
    return category ? [{ category, start: found.index, end: found.index + found[0].length }] : [];
  });
