/** Waters that no package's list has, named as bulletins name them. */
export const EXTRA_WATERS = {
  river:
    "白龙江 白水江 香溪河 大运河 京杭大运河 袁水 淮河入海水道 海拉尔河 任河 关河 横江 伊敏河 诺敏河 阿伦河 雅鲁河 挠力河 安宁河 蚂蚁河 嘎呀河 螺河 武汉关 漳卫河 漳卫新河 漳卫南运河 共产主义渠 里运河 苏北灌溉总渠 新沂河 新沭河 望虞河 太浦河 沂沭泗河 北洛河 大汶河 东苕溪 西苕溪",
  lake: "衡水湖 升金湖 黄盖湖 汤逊湖 大冶湖 南漪湖 网湖 斧头湖 梁子湖 大通湖 东平湖老湖 南四湖",
  reservoir: "漳河水库 白莲河水库",
} as const;
