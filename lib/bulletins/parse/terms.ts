import type { Term } from "./term";

/** The vocabulary of bulletins: each written form and what it is. The grammar files know kinds, never words. */

/** A word may have several readings (降至: an act of lowering, a falling stage); the grammar asks for the one it needs. */
export const TERMS = new Map<string, Term[]>();
const all = (term: Term, words: string) => {
  for (const word of words.split(" ")) {
    const readings = TERMS.get(word);
    if (readings) readings.push(term);
    else TERMS.set(word, [term]);
  }
};

// Who orders. A body that orders no flood response (flood: false) may still send teams.
const national = { kind: "issuer", name: "国家防总", tier: "national", flood: true } as const;
all(national, "国家防总 国家防汛抗旱总指挥部 国家防总办公室 国家防汛抗旱总指挥部办公室 国家防办");
all({ kind: "issuer", name: "水利部", tier: "ministry", flood: true }, "水利部");
all({ kind: "issuer", name: "应急管理部", tier: "ministry", flood: true }, "应急管理部 应急部");
for (const body of "国家减灾委 国家减灾委员会 国家防灾减灾救灾委员会 国家防灾减灾救灾委员会办公室 国家减灾委办公室 国家有关部门 国家卫生健康委 国家卫健委 自然资源部 住房城乡建设部 交通运输部 农业农村部 国家粮食和物资储备局 国家消防救援局 中国气象局 国务院抗震救灾指挥部办公室 国务院抗震救灾指挥部 国家发展改革委 国家发改委 财政部 国家疾控局 国家能源局 国务院 国家文物局 国家矿山安全监察局 国家林草局 国家铁路局 中国民航局 国家邮政局 中国地震局 生态环境部 教育部 文化和旅游部 工业和信息化部".split(
  " ",
))
  all({ kind: "issuer", name: body, tier: "ministry", flood: false }, body);
for (const [basin, words] of [
  ["长江流域", "长江水利委员会 长江委 长江防总 长江防汛抗旱总指挥部 长江防办"],
  ["黄河流域", "黄河水利委员会 黄委 黄委会 黄河防总 黄河防汛抗旱总指挥部 黄河防办"],
  ["淮河流域", "淮河水利委员会 淮委 淮河防总 淮河防汛抗旱总指挥部"],
  ["海河流域", "海河水利委员会 海委 海河防总 海河防汛抗旱总指挥部"],
  ["珠江流域", "珠江水利委员会 珠江委 珠江防总 珠江防汛抗旱总指挥部"],
  ["松辽流域", "松辽水利委员会 松辽委 松辽防总"],
  ["松花江流域", "松花江防总 松花江防汛抗旱总指挥部"],
  ["太湖流域", "太湖流域管理局 太湖局 太湖防总 太湖流域防汛抗旱总指挥部"],
] as const)
  for (const word of words.split(" "))
    all({ kind: "issuer", name: word, tier: "basin", basin, flood: true }, word);

for (const name of "兵团防汛抗旱总指挥部 兵团防汛抗旱指挥部 兵团防指 新疆生产建设兵团防汛抗旱总指挥部 新疆生产建设兵团防汛抗旱指挥部".split(
  " ",
))
  all({ kind: "issuer", name, tier: "basin", flood: true }, name);

// Headquarters after the name of a place.
all(
  { kind: "headquarters" },
  "防汛抗旱指挥部 防汛抗旱总指挥部 防汛抗旱指挥部办公室 防汛抗旱防台风指挥部 防汛防旱指挥部 防汛防旱防风指挥部 防汛防旱防风总指挥部 防汛防风防旱指挥部 防汛防风防旱总指挥部 防汛防旱总指挥部 防汛防台抗旱指挥部 防汛防台抗旱总指挥部 防汛指挥部 防汛总指挥部 防汛防台指挥部 抗旱指挥部 三防指挥部 三防总指挥部 三防办 防汛抗旱办 防指 防总 防办 防指办 防汛办 防指办公室 防汛抗旱防风指挥部 防汛抗旱应急指挥部 水利厅 水利局 水务局 水利和湖泊局",
);
// Bodies whose own responses are another system, or no order at all.
all(
  { kind: "org" },
  "河务局 海事局 气象局 气象台 气象部门 海洋局 海洋预报台 铁路局 铁路局集团公司 铁路部门 集团 公司 国铁 地铁 电网 管网 航道局 港口 机场 民航局 医院 学校 企业 战区 军区 部队 武警 武警官兵 官兵 解放军 消防救援总队 消防救援支队 消防总队 交通运输厅 交通运输局 交通部门 住建局 教育局 公路局 城管局 卫健委 卫生健康委 自然资源厅 自然资源局 农业农村厅 林业局 供电公司 应急管理厅 应急管理局 民政厅 民政部 公安部 公安局 商务部 税务总局 红十字会 电力部门 通信管理局 银保监会 国资委 南水北调集团",
);

all({ kind: "hazard", hazard: "防汛防台风" }, "防汛防台风 防汛防台 防台防汛 防汛和防台风");
all({ kind: "hazard", hazard: "防台风" }, "防台风 防台");
for (const word of "防汛防风 防汛 防风 防洪 洪水防御 水旱灾害防御 抗旱 干旱防御".split(" "))
  all({ kind: "hazard", hazard: word }, word);
all(
  { kind: "other" },
  "救灾 救助 灾害救助 自然灾害救助 地震 抗震救灾 抗震 地质灾害 地质灾害防御 地质灾害防治 气象灾害 重大气象灾害 气象 海洋灾害 海洋 海浪 风暴潮 海事 交通运输 公路 铁路 民航 突发公共卫生事件 公共卫生 卫生 医疗 疫情 森林火灾 草原火灾 森林草原火灾 低温雨雪冰冻 雨雪冰冻 大风 寒潮 高温 山洪灾害 突发环境事件 环境 台风 防御台风 暴雨 水上交通 保供 供电 通信 生产安全",
);
all({ kind: "response" }, "应急响应 响应 响应行动 应急响应行动");
all({ kind: "rank" }, "级别 等级 应急 红色 橙色 黄色 蓝色");

all({ kind: "act", act: "activate" }, "启动 发布 升级发布 进入 实施 新增 进行 开启");
all({ kind: "act", act: "maintain" }, "维持 保持 延续 继续执行 处于 仍处于");
all({ kind: "act", act: "terminate" }, "终止 解除 结束 停止 取消 撤销");
all(
  { kind: "act", act: "raise" },
  "提升 提高 升级 上调 提级 调高 升至 升为 升到 提至 提为 提到 升格 调升 上升 连升两级 连升三级 直升 跃升",
);
all({ kind: "act", act: "lower" }, "下调 降低 降级 调低 调降 降至 降为 降到 下降");
all({ kind: "act", act: "adjust" }, "调整 更新 变更 转为 转入");

all({ kind: "lasting" }, "持续 持续中 正在持续 仍在持续 持续有效 继续有效 仍在生效 正在生效 生效中 不变");
all({ kind: "widen" }, "扩大至 扩大到 扩大为 扩至 扩展至 扩展到 拓展至 延伸至 扩围至");
// A body spoken of before.
all({ kind: "self" }, "该指挥部 该总指挥部 该办公室 该委 该局 该厅 该委员会 该机构");
all(
  { kind: "unnamed" },
  "各地 多地 各省 各省区市 有关地方 部分省份 多个省份 相关省份 有关省份 相关地区 有关地区 受灾地区 沿江各地 地方 多省 多市",
);
all({ kind: "toward" }, "针对 对 就 并对 并针对");
all({ kind: "object" }, "将 把 也将 还将");
all({ kind: "from" }, "由 从 自");
all({ kind: "to" }, "至 到 为 成");
all({ kind: "same" }, "同时 同步 并 均 也 还 此外 另外");
all(
  { kind: "adverb" },
  "继续 予以 全部 一并 相应 接连 统一 一律 连续 已 已经 决定 紧急 了 目前 当前 现 于 起 正式 直接 进一步 逐级 双双 各自 立即 果断 连夜 第一时间 率先 主动 随后 先行 依法 科学 会商 深夜 当即 迅即 快速 依规 按程序 统一 果断 全面 共同 联合 一致 新 跟进 随之 亦 又于 现将 拟定于 分别 再次 及时 迅速 火速 星夜 昼夜 全速 先 又 仍 仍然 全线 加 现已 随即 日前 近日 相继 陆续 各 全省 全市 全区 全县 全州 城市 省级 市级 国家",
);
all({ kind: "adverb" }, "其下辖的 下辖的 所辖的 所辖 其所辖 辖区内的 辖区内");
all({ kind: "here" }, "当地");
all({ kind: "back" }, "上述 以上 该 其 两省 三省 四省 五省");
all(
  { kind: "unreal", scope: "rest" },
  "如果 如遇 如 若 一旦 倘若 假如 当出现 达到条件 必要时 曾 一度 先后 模拟 假设 假定 设定 去年 前年 此前 往年 历史上 上年 曾经 复盘 回顾 总结 盘点 全年 共启动 累计启动 今年以来， 入汛以来， 今年入汛以来， 一年前 两年前 三年前 四年前 五年前 六年前 七年前 八年前 九年前 十年前 多年前 那年 当年 去年此时 几年前",
);
all(
  { kind: "unreal", scope: "clause" },
  "适时 视情 督促 责成 不排除 可自行 可 可以 拟 拟定 不 暂不 暂未 未能 不会 不得 无须 避免 是否 或将 计划 准备 预备 考虑 未 尚未 没有 无需 不再 并未 未曾 关于 为何 为什么 如何 怎样 建议 有望 将视情 何时 要求 应当 随时",
);
all(
  { kind: "unreal", scope: "sentence" },
  "网传 发帖 谣言 传言 谣传 辟谣 不实 不属实 未获证实 未经证实 未获官方证实 未得到证实 未得到官方证实 未经官方证实 未被证实 未经核实 尚未证实 尚待证实 尚待核实 有待证实 有待核实 子虚乌有 纯属虚构 虚假信息 假消息",
);
all(
  { kind: "unreal", scope: "sentence" },
  "有误 误报 勘误 更正：昨 更正：此前 更正：日前 更正：前 更正：本报 更正：本刊 更正：上",
);
all(
  { kind: "tale" },
  "纪录片 电视剧 灾难片 小说 剧中 影片 科普 什么是 应急响应分为 响应分为 启动条件 响应条件 知识问答 答题 规定， 规定： 明确规定 回忆 展板 展柜 碑文 老照片 话剧 舞台剧 史料记载 史书 回忆录",
);
all({ kind: "drill" }, "演练 演习 桌面推演 推演 实战拉练");
all({ kind: "joint" }, "、 和 及 以及 与 并对 暨");
all(
  { kind: "etc" },
  "等 等地 等区县 等县区 等市县 等县市 等市州 等地市 等区 等县 等省 等市 等省市 等省份 等省区",
);
all({ kind: "cause" }, "降雨 降雨过程 强降雨 强降雨过程 秋汛 暴雨 暴雨过程 洪水 暴雨洪水 台风");
all({ kind: "situation" }, "汛情 近期汛情 近期 严峻汛情 旱情 当前汛情 防汛形势 汛情形势");

all(
  { kind: "abroad" },
  "美国 日本 韩国 朝鲜 俄罗斯 印度 巴基斯坦 孟加拉国 尼泊尔 缅甸 泰国 越南 老挝 柬埔寨 菲律宾 马来西亚 印度尼西亚 印尼 新加坡 斯里兰卡 阿富汗 伊朗 德国 法国 英国 意大利 西班牙 波兰 捷克 奥地利 匈牙利 瑞士 比利时 荷兰 希腊 土耳其 乌克兰 巴西 墨西哥 加拿大 澳大利亚 新西兰 南非 肯尼亚 尼日利亚 苏丹 埃塞俄比亚 利比亚 欧洲 非洲 哈萨克斯坦",
);
all(
  { kind: "seat" },
  "政府 人民政府 省政府 市政府 县政府 区政府 省人民政府 市人民政府 县人民政府 省委 市委 县委 区委 省委省政府 市委市政府 县委县政府 区委区政府 省委、省政府 市委、市政府 县委、县政府 委、省政府 委、市政府 委、县政府 委、区政府 委省政府 委市政府 委县政府 委区政府",
);
// Orders and consultations.
all({ kind: "order" }, "要求 部署 安排部署 督促 责成 部署要求");
all({ kind: "saying" }, "强调 指出 提出");
all(
  { kind: "meeting" },
  "会商 视频会商 联合会商 会商会 会商调度 紧急会商 视频调度 视频连线 专题视频会 视频会 视频会议 视频调度会 防汛会商",
);
all({ kind: "call" }, "视频调度 视频连线 连线 视频会商 会商调度 调度 视频");

// Words that must not be read as shorter ones.
all(
  { kind: "plain" },
  "直升机 此前为 此前是 原为 平均 水利部门 应急管理部门 应急部门 组成 教育部门 财政部门 农业农村部门 对于 对此 对照 对口 应对 针对性 就地 就近 到位 到达 达到 得到 受到 遭到 看到 直到 不到 到期 为了 因为 成为 作为 认为 较为 为期 由于 自然 自身 自动 来自 各自 自治区 自救 从事 从严 加强 加快 加大 加密 加固 加派 起来 发起 引起 国家级 国家队 专家组成 当局 按照 根据 落实 贯彻 依据 研判 安排 研究 分析 结果 机制 会议 通知 强化 务必 必须 布设 引发 导致 造成 致使 携带 架设 搭建 配备 投入 水位站 水文站 包括 分别为 平稳过境 平稳运行 平稳度汛 穿越 跨越 超越 翻越 卓越 优越 飞越 日本海 对外 绝对 相对 面对 可能 可见 可达 可视 可控 可靠 认可 许可 派出所 派送 在于 存在 现在 正在 所在 在线 在建 在内 正在逐步 将军 即将 将近 转为 人为 行为 先进 先锋 优先 首先 领先 党员先锋队 及其 现场 出现 发现 实现 呈现 体现 现代 展现 现有 并且 合并 并非 并网 各级 各部门 各市县 各类 其他 其余 其间 该地 应该 该县 该市 会同",
);

// Who is sent, and how it is said.
all(
  { kind: "send" },
  "派出 派 加派 增派 调派 派遣 派驻 预置 前置 调集 调度 组派 选派 抽调 安排 部署 前期派出 再派 出动 组织 调动 抽派",
);
all({ kind: "stand" }, "仍在 继续在 正在 仍然在 一直在 在");
all(
  { kind: "go" },
  "驻守 到达 前置 坚守 转战 转赴 转场至 赴 赶往 飞往 开往 奔向 分赴 赶赴 前往 奔赴 急赴 驰援 增援 支援 深入 抵达 到 开赴 飞赴 下沉 进驻 预置 抵",
);
for (const team of "工作组 专家组 工作组专家组 督导组 督查组 检查组 指导组 暗访组 专家指导组 技术指导组 专家服务组 督导检查组 督导帮扶组 现场工作组 先遣工作组 先遣组 专家工作组 联合工作组 前方协调组 前线工作组 指导工作组 抗洪抢险工作组 防汛救灾工作组 抗洪救灾工作组 前方工作组 前方指挥部 应急监测队伍 应急监测队 救援队伍 工程救援队伍 救援力量 消防救援力量 消防救援队伍 国家综合性消防救援队伍 抢险队伍 抢险救援队伍 应急救援队伍 专业救援队伍 排涝队伍 应急队伍 社会应急力量 指战员 消防员 消防指战员 救援人员 抢险人员 专家 技术人员 水文应急监测队 水文应急监测队伍 工程抢险队伍 应急抢险队伍 救援队 抢险队".split(
  " ",
))
  all({ kind: "team", team }, team);
all({ kind: "team", team: "消防救援总队" }, "消防救援总队");
all(
  { kind: "work" },
  "协助 指导 开展 督导 巡查 核查 查勘 勘查 踏勘 察看 核实 会诊 驻点 蹲点 包保 检查 实地 查看 帮助 参与 执行 展开 全力 防汛 抢险 防范 进行 做好 携带 负责 了解 实施 防御 排查 助力 抗旱 救灾 督查 担负 备勤 待命 集结 处置 救援 值守 驻守 抗洪 参加 督促 查灾 核灾 查灾核灾 督战 慰问 推动 联合 会同 加强 支持 协调 排涝 清淤 封堵 排险 巡堤 搜救 查险",
);

// Waters and what is said of them.
all(
  { kind: "reach" },
  "中上游 上中下游 北支 南支 上游 中游 下游 中下游 上中游 干流 支流 部分支流 干支流 流域 水系 河道 河段 江段 湖区 全线 上下游 主要支流 部分河段",
);
all(
  { kind: "stage" },
  "水位 蓄水位 库水位 坝前水位 坝上水位 闸上水位 平均水位 河水 湖水 水势 主要控制站 控制站 洪水位 湖区水位 行洪河道 泄洪河道 分洪河道 排洪河道 滞洪河道",
);
for (const [status, marks] of [
  ["above_guarantee", "保证 保证水位 保证线 防洪保证水位 保证洪水位"],
  ["above_warning", "警戒 警戒水位 警戒线 防洪警戒水位 警戒洪水位"],
  ["above_flood_limit", "汛限 汛限水位"],
  ["above_record", "历史最高水位 历史极值 历史纪录 历史记录 历史实测记录 历史实测最高水位 实测最高水位"],
] as const)
  for (const mark of marks.split(" ")) {
    for (const verb of "超 超过 超出 突破 高于 达到 达 涨至 涨到 升至 漫过 越过 高出 超越 刷新 破".split(" "))
      all({ kind: "status", status }, `${verb}${mark}`);
    // 水位涨至警戒水位: it got there by rising.
    for (const verb of ["涨至", "涨到", "升至"]) all({ kind: "trend", trend: "rising" }, `${verb}${mark}`);
    all({ kind: "status", status }, `与${mark}持平 平${mark} 达${mark}`);
    all({ kind: "status", status }, `在${mark}以上 处于${mark}以上 位于${mark}以上 ${mark}以上 ${mark}之上`);
  }
all(
  { kind: "status", status: "above_guarantee" },
  "超保 维持超保 超保洪水 超保以上洪水 超保水位 超设计水位 超保证洪水 超保证水位洪水",
);
all(
  { kind: "status", status: "above_warning" },
  "超警 超警以上洪水 超警洪水 超警戒水位洪水 维持超警 超警水位 超警戒洪水 超警戒以上洪水 超警戒水位以上洪水 超警及以上洪水",
);
all(
  { kind: "status", status: "above_record" },
  "超历史 超历史洪水 超实测记录 破历史记录 破历史纪录 创历史新高 创历史最高 超有实测记录以来最大洪水 有实测记录以来最高水位 有记录以来最高水位",
);
all({ kind: "status", status: "above_flood_limit" }, "超汛限运行 超汛限蓄水");
for (const mark of "警戒 警戒水位 警戒线".split(" "))
  all(
    { kind: "status", status: "normal" },
    `低于${mark} ${mark}以下 ${mark}下 ${mark}之下 退出${mark} 脱离${mark} 落至${mark}以下 未超${mark} 未达${mark} 未达到${mark}`,
  );
all({ kind: "status", status: "normal" }, "退警 未超警");
for (const yet of "暂未 尚未 并未 仍未 均未 都未".split(" "))
  for (const mark of "超警 超警戒 超警戒水位 达到警戒水位 达警戒水位 超过警戒水位".split(" "))
    all({ kind: "status", status: "normal" }, yet + mark);
all(
  { kind: "status", status: "normal" },
  "水位正常 水位均正常 水位都正常 水位恢复正常 水位处于正常 水位处于正常范围 水位在正常范围",
);
all({ kind: "below" }, "保证水位以下 保证以下 低于保证水位 退出保证 退出保证水位");
all(
  { kind: "trend", trend: "rising" },
  "升高 走高 上涨 猛涨 暴涨 持续上涨 不断上涨 迅速上涨 快速上涨 复涨 起涨 涨至 涨水 缓涨 持续上升 上升 抬升 涨势 涨幅 回涨 缓慢上涨 仍在上涨 仍在涨 还在涨 在涨 续涨 日涨 陡涨 骤涨 激涨 急涨 飙升 攀升 开始上涨 明显上涨 小幅上涨 全线上涨 有所上涨 反弹 涨到 上涨到 上涨至 略有反弹 有所反弹 小幅反弹 出现反弹",
);
all(
  { kind: "trend", trend: "falling" },
  "降落 下跌 回落 下降 消退 缓退 退水 缓落 持续下降 逐渐回落 缓慢回落 退至 降至 波动缓退 持续回落 落至 转退 下落 转落 正在消退 缓慢下降 有所回落 全面退至 降到 退到 落到 开始回落 开始下降 开始消退 开始缓退 开始退水 开始下落 逐步回落 逐步下降 明显回落 明显下降 快速回落 迅速回落 小幅回落 全线回落 转为回落 稳步下降 略有回落 略有下降 有所下降",
);
all(
  { kind: "trend", trend: "rising" },
  "日涨幅 微涨 略涨 见涨 转涨 续涨 稍涨 快涨 又涨 再涨 回升 猛升 缓升 骤升 急升 微升 稳中有涨 稳中有升 稳中略涨 稳中趋涨 水势涨 水势上涨 平稳上涨 平稳上升",
);
all(
  { kind: "trend", trend: "falling" },
  "日降幅 微落 略落 续落 稍落 续退 又退 又落 微退 急退 缓降 微降 略降 消落 走低 止涨回落 止涨回退 止涨转退 峰后转退 转降 回退 退势 落势 退势缓慢 水势落 水势下降 平稳下降 平稳回落 稳中有降 稳中趋降 稳中有落 稳中缓降 稳中有退 稳中趋落 稳中略降",
);
for (const rise of "涨势 涨幅 涨速 上涨趋势 上涨速度 上涨势头 涨水势头 上涨".split(" "))
  for (const ease of "趋缓 减缓 放缓 变缓 渐缓 收窄 减小 平缓 趋稳 趋于平缓 趋于缓和 明显趋缓 明显减缓 明显放缓 有所减缓 有所趋缓 逐渐趋缓 逐步趋缓".split(
    " ",
  ))
    all({ kind: "trend", trend: "slowing" }, `${rise}${ease}`);
// 转涨为落, 由落转涨: the way it goes now is the second one.
for (const rise of ["涨", "升"])
  for (const fall of ["落", "退", "降", "跌"]) {
    for (const turn of [
      `转${rise}为${fall}`,
      `由${rise}转${fall}`,
      `由${rise}变${fall}`,
      `止${rise}转${fall}`,
    ])
      all({ kind: "trend", trend: "falling" }, turn);
    for (const turn of [
      `转${fall}为${rise}`,
      `由${fall}转${rise}`,
      `由${fall}变${rise}`,
      `止${fall}转${rise}`,
    ])
      all({ kind: "trend", trend: "rising" }, turn);
  }
all({ kind: "trend", trend: "rising" }, "止落回涨 止跌回升 止降回升 止退回涨 止退复涨 止落复涨 止落回升");
all(
  { kind: "trend", trend: "steady" },
  "走平 转平 企稳 止涨 变化平缓 涨落平缓 总体稳定 趋于稳定 趋于平稳 保持稳定",
);
all({ kind: "trend", trend: "steady" }, "持平 平稳 变化不大 基本稳定 维持平稳 保持平稳 趋稳");
all(
  { kind: "trend", trend: "slowing" },
  "涨势趋缓 涨势明显趋缓 涨势减缓 涨幅减小 涨势放缓 涨势渐缓 涨速放缓 涨幅趋缓 涨势明显减缓",
);
all({ kind: "future" }, "将 预计 可能 预报 预测 有可能 未来 将有 仍将 还将 也将 即将 届时");

const rains: [string, string[]][] = [
  ["小雨", ["小雨"]],
  ["中雨", ["中雨"]],
  ["大雨", ["大雨"]],
  ["暴雨", ["暴雨"]],
  ["大暴雨", ["大暴雨"]],
  ["特大暴雨", ["特大暴雨"]],
  ["小到中雨", ["小雨", "中雨"]],
  ["中到大雨", ["中雨", "大雨"]],
  ["大到暴雨", ["大雨", "暴雨"]],
  ["大到大暴雨", ["大雨", "大暴雨"]],
  ["暴雨到大暴雨", ["暴雨", "大暴雨"]],
  ["暴雨至大暴雨", ["暴雨", "大暴雨"]],
  ["大雨到暴雨", ["大雨", "暴雨"]],
  ["强降雨", ["强降雨"]],
  ["强降水", ["强降水"]],
  ["最强降雨", ["强降雨"]],
  ["强降雨过程", ["强降雨"]],
  ["强降水过程", ["强降水"]],
  ["暴雨过程", ["暴雨"]],
];
for (const [word, rain] of rains) all({ kind: "rain", rain }, word);
all({ kind: "area" }, "短时强降雨 短时强降水 较强降雨 较强降水 阵雨 雷阵雨 雷雨 雨势 降水");
all({ kind: "local" }, "局地 局部 部分地区 个别地区 局部地区 部分地方 其中");

/** The names of the bodies that order: what a line may break. */
export const BODIES: ReadonlySet<string> = new Set(
  [...TERMS].flatMap(([word, readings]) =>
    readings.some((one) => one.kind === "issuer" || one.kind === "headquarters") ? [word] : [],
  ),
);
