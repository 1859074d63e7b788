/** Waters that no package's list has, named as bulletins name them. */
export const EXTRA_WATERS = {
  river:
    "共渠 白龙江 白水江 香溪河 大运河 京杭大运河 袁水 淮河入海水道 海拉尔河 任河 关河 横江 伊敏河 诺敏河 阿伦河 雅鲁河 挠力河 安宁河 蚂蚁河 嘎呀河 螺河 武汉关 漳卫河 漳卫新河 漳卫南运河 共产主义渠 里运河 苏南运河 苏北运河 苏北灌溉总渠 新沂河 新沭河 望虞河 太浦河 沂沭泗河 北洛河 大汶河 东苕溪 西苕溪",
  lake: "衡水湖 升金湖 黄盖湖 汤逊湖 大冶湖 南漪湖 网湖 斧头湖 梁子湖 大通湖 东平湖老湖 南四湖",
  reservoir:
    "漳河水库 白莲河水库 向家坝水库 溪洛渡水库 白鹤滩水库 乌东德水库 水布垭水库 隔河岩水库 柘溪水库 凤滩水库 五强溪水库 潘口水库 瀑布沟水库 亭子口水库 新立城水库 新丰江水库 新安江水库",
} as const;

/** Stations and places known from bulletins, named without 站: 洞庭湖城陵矶, 淮河王家坝. */
export const STATIONS = new Set(
  "城陵矶 莲花塘 七里山 螺山 石首 监利 沙市 枝城 宜昌 寸滩 汉口 九江 湖口 星子 大通 芜湖 马鞍山 南京 王家坝 润河集 正阳关 鲁台子 蒋坝 花园口 小浪底 潼关 龙门 吴堡 外洲 桃江 桃源 石角 梧州 潮安 忠庙 哈尔滨 佳木斯 江桥 抚远 虎头 饶河 卢沟桥 第六埠".split(
    " ",
  ),
);
