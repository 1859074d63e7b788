import type { Term } from "./term";

/** The words for waters, their levels, marks and the way they go. */
export function waterTerms(all: (term: Term, words: string) => void): void {
  all(
    { kind: "reach" },
    "中上游 上中下游 北支 南支 上游 中游 下游 中下游 上中游 干流 支流 部分支流 干支流 流域 水系 主要河道 骨干河道 河道 河段 江段 湖区 全线 上下游 主要支流 部分河段",
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
      for (const verb of "超 超过 超出 突破 高于 达到 达 涨至 涨到 升至 进入 漫过 越过 高出 超越 刷新 破 达到或超过 达到或超出 超过或达到".split(
        " ",
      ))
        all({ kind: "status", status }, `${verb}${mark}`);
      // 水位涨至警戒水位: it got there by rising.
      for (const verb of ["涨至", "涨到", "升至"]) all({ kind: "trend", trend: "rising" }, `${verb}${mark}`);
      all({ kind: "status", status }, `与${mark}持平 平${mark} 达${mark}`);
      all(
        { kind: "status", status },
        `在${mark}以上 处于${mark}以上 位于${mark}以上 ${mark}以上 ${mark}之上`,
      );
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
    "超历史 超历史洪水 超实测记录 破历史记录 破历史纪录 创历史新高 创历史最高 超有实测记录以来最大洪水 有实测记录以来最高水位 有记录以来最高水位 有实测资料以来最高水位 有实测资料以来最大洪水 有实测记录以来最大洪水 有记录以来最大洪水 建站以来最高水位 建站以来最大洪水",
  );
  all({ kind: "status", status: "above_flood_limit" }, "超汛限运行 超汛限蓄水");
  for (const mark of "警戒 警戒水位 警戒线".split(" "))
    all(
      { kind: "status", status: "normal" },
      `低于${mark} ${mark}以下 ${mark}下 ${mark}之下 退出${mark} 脱离${mark} 落至${mark}以下 未超${mark} 未达${mark} 未达到${mark}`,
    );
  all({ kind: "status", status: "normal" }, "退警 未超警");
  // 由超保退为超警, 由超警涨为超保: the second is so now.
  for (const to of ["为", "至", "到"]) {
    for (const fall of ["退", "降", "回落", "转"]) {
      all({ kind: "status", status: "above_warning" }, `由超保${fall}${to}超警`);
      all({ kind: "trend", trend: "falling" }, `由超保${fall}${to}超警`);
    }
    for (const rise of ["涨", "升"]) {
      all({ kind: "status", status: "above_guarantee" }, `由超警${rise}${to}超保`);
      all({ kind: "trend", trend: "rising" }, `由超警${rise}${to}超保`);
    }
  }
  // The 设防 mark lies below the warning mark.
  all(
    { kind: "status", status: "normal" },
    "低于设防 低于设防水位 设防水位以下 设防以下 退出设防 退出设防水位",
  );
  // 退至警戒水位 is at the mark and no longer over it, as is 退至警戒水位以下.
  for (const fall of "退至 降至 落至 回落至 退到 降到 落到 回落到".split(" "))
    for (const mark of "警戒 警戒水位 警戒线".split(" "))
      for (const under of ["", "以下", "之下", "下"]) {
        all({ kind: "status", status: "normal" }, `${fall}${mark}${under}`);
        all({ kind: "trend", trend: "falling" }, `${fall}${mark}${under}`);
      }
  for (const yet of "暂未 尚未 并未 仍未 均未 都未".split(" "))
    for (const mark of "超警 超警戒 超警戒水位 达到警戒水位 达警戒水位 超过警戒水位".split(" "))
      all({ kind: "status", status: "normal" }, yet + mark);
  all(
    { kind: "status", status: "normal" },
    "水位正常 水位均正常 水位都正常 水位恢复正常 水位处于正常 水位处于正常范围 水位在正常范围 距警戒水位还有 距离警戒水位还有 距警戒水位尚有 距警戒水位仍有 距警戒水位还差",
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
    "日涨幅 微涨 略涨 见涨 转涨 续涨 稍涨 快涨 又涨 再涨 回升 猛升 缓升 骤升 急升 微升 稳中有涨 稳中有升 稳中略涨 稳中趋涨 还涨 仍涨 虽涨 重新上涨 略有回涨 有所回涨 略有上涨 略有上升 水势涨 水势上涨 平稳上涨 平稳上升",
  );
  all(
    { kind: "trend", trend: "falling" },
    "日降幅 微落 略落 续落 稍落 续退 又退 又落 微退 急退 缓降 微降 略降 消落 走低 止涨回落 止涨回退 止涨转退 峰后转退 转降 回退 退势 落势 退势缓慢 渐落 渐退 在退 在落 还退 还在退 仍退 仍落 仍在退 虽退 虽落 随潮水退落 水势落 水势下降 平稳下降 平稳回落 稳中有降 稳中趋降 稳中有落 稳中缓降 稳中有退 稳中趋落 稳中略降",
  );
  for (const rise of "涨势 涨势较昨日 涨势较昨天 涨幅 涨速 上涨趋势 上涨速度 上涨势头 涨水势头 上涨".split(
    " ",
  ))
    for (const how of ["", "已", "已经", "明显", "有所", "逐渐", "逐步", "开始", "正在"])
      for (const ease of "趋缓 减缓 减慢 变慢 放缓 变缓 渐缓 收窄 减小 平缓 趋稳 趋于平缓 趋于缓和".split(
        " ",
      ))
        all({ kind: "trend", trend: "slowing" }, `${rise}${how}${ease}`);
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
  all(
    { kind: "trend", trend: "steady" },
    "持平 平稳 变化不大 无明显变化 没有明显变化 基本稳定 维持平稳 保持平稳 趋稳",
  );
}
