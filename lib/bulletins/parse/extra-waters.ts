/** Waters that no package's list has, named as bulletins name them. */
export const EXTRA_WATERS = {
  river:
    "共渠 白龙江 白水江 香溪河 大运河 京杭大运河 袁水 淮河入海水道 海拉尔河 任河 关河 横江 伊敏河 诺敏河 阿伦河 雅鲁河 挠力河 安宁河 蚂蚁河 嘎呀河 螺河 武汉关 漳卫河 漳卫新河 漳卫南运河 共产主义渠 里运河 苏南运河 苏北运河 苏北灌溉总渠 新沂河 新沭河 望虞河 太浦河 沂沭泗河 北洛河 大汶河 东苕溪 西苕溪 盘龙江 习水河 芙蓉江 牛栏江 普渡河 沩水 蒸水 夫夷水 溇水 渫水 遂川江 秋浦河 派河 西淝河 白塔河 沱河 分水江 大樟溪 霍童溪 西枝江 潖江 罗定江 桑干河 北拒马河 南拒马河 磁河 潴龙河 清漳河 浊漳河 潮河 泃河 青龙河 大沽河 弥河 潍河 海兰河 布尔哈通河 珲春河 绰尔河 霍林河 乌裕尔河 牤牛河 梧桐河 呼玛河 大辽河 中运河 江南运河 大黑河 率水 赧水 舞水 辰水 㵲水 武水 濂水 湘水 西汉水 湑水河 褒河 旬河 金钱河 白石天河 南淝河 洹河 北汝河 永安溪 始丰溪 楠溪江 恭城河 阿蓬江 酉水河 釜溪河 新盛河 乌斯浑河 内七星河 南柳树河 平而河 天等河 小柳河 玉龙喀什河 奎濉河 复新河 大沙河 第二松花江 江山港 常山港 兰江 逊毕拉河 松阿察河 尼洋河",
  lake: "衡水湖 升金湖 黄盖湖 汤逊湖 大冶湖 南漪湖 网湖 斧头湖 梁子湖 大通湖 镜泊湖 抚仙湖 白荡湖 华阳河湖泊群 华阳河湖群 东平湖老湖 南四湖 东洞庭 西洞庭 南洞庭 东洞庭湖 西洞庭湖 南洞庭湖",
  reservoir:
    "漳河水库 白莲河水库 向家坝水库 溪洛渡水库 白鹤滩水库 乌东德水库 水布垭水库 隔河岩水库 柘溪水库 凤滩水库 五强溪水库 潘口水库 瀑布沟水库 亭子口水库 白盆珠水库 大黑汀水库 桃林口水库 磨盘山水库 紧水滩水库 滩坑水库 老石坎水库 赋石水库 亭下水库 板桥水库 新立城水库 新丰江水库 新安江水库",
} as const;

/** Rivers and lakes with the stations on them that bulletins name without 站: 洞庭湖城陵矶, 淮河王家坝. */
const KNOWN_STATIONS = {
  长江: "莲花塘 螺山 石首 监利 沙市 枝城 宜昌 寸滩 汉口 九江 湖口 大通 芜湖 马鞍山 南京",
  洞庭湖: "城陵矶 七里山",
  鄱阳湖: "星子",
  巢湖: "忠庙",
  洪泽湖: "蒋坝",
  淮河: "王家坝 润河集 正阳关 鲁台子",
  黄河: "花园口 小浪底 潼关 龙门 吴堡",
  松花江: "哈尔滨 佳木斯",
  嫩江: "江桥",
  黑龙江: "抚远",
  乌苏里江: "虎头 饶河",
  赣江: "外洲",
  资水: "桃江",
  沅水: "桃源",
  北江: "石角",
  西江: "梧州",
  韩江: "潮安",
  永定河: "卢沟桥",
  独流减河: "第六埠",
} as const;

/** Station → the water it stands on. */
export const STATION_WATERS: ReadonlyMap<string, string> = new Map(
  Object.entries(KNOWN_STATIONS).flatMap(([water, stations]) =>
    stations.split(" ").map((station): [string, string] => [station, water]),
  ),
);
export const STATIONS: ReadonlySet<string> = new Set(STATION_WATERS.keys());
