import { describe, expect, it } from "vitest";
import { parseBulletin } from "@/lib/bulletins/parse";

const read = (text: string) => parseBulletin(text, "2024-07-04");
const outages = (text: string) =>
  read(text).outages.map(({ place, adcode, cuts, on, hour, people, doubt }) =>
    [place, adcode, cuts.join("+"), on, hour, people, doubt].filter((one) => one !== null).join(" "),
  );
const dangers = (text: string) =>
  read(text).dangers.map(({ kind, place, region, on, hour, state }) =>
    [kind, place, region?.adcode, on, hour, state].filter(Boolean).join(" "),
  );

describe("places cut off", () => {
  it.each([
    [
      "7月3日22时，湖北黄冈团风县断路断电断网，影响3.2万人。",
      ["团风县 421121 road+power+network 2024-07-03 22:00 32000"],
    ],
    ["今天，大雨使湖南郴州7条公路中断，4个乡镇通讯中断。", ["郴州 431000 road+network 2024-07-04"]],
    ["受暴雨影响，湖南资兴市部分村庄电力、通信中断。", ["资兴市 431081 power+network"]],
    ["广东徐闻县供电线路受损、道路被倒伏树木阻断。", ["徐闻县 440825 road"]],
    ["甘肃文县碧口镇道路、电力均已中断，抢修正在进行。", ["文县碧口镇 621222 road+power"]],
    ["截至4日17时，河南卢氏县和灵宝市6个乡镇通信中断。", ["卢氏县 411224 network", "灵宝市 411282 network"]],
    [
      "辽宁建昌县养马甸子乡水电路讯中断，目前已全部恢复。",
      ["建昌县养马甸子乡 211422 road+power+network outage_restored"],
    ],
    [
      "湖北团风县道路中断。当地组织抢修。湖北团风县道路、通信中断。",
      ["团风县 421121 road", "团风县 421121 network"],
    ],
  ])("are read: %s", (text, wanted) => expect(outages(text)).toEqual(wanted));

  it.each([
    "浙江仙居县因台风停电的3000多户家庭已全面恢复供电。",
    "针对灾区断路断网断电极端情况，应急管理部在湖北预置专网通信基站。",
    "国家防总要求湖北防范道路中断、通信中断。",
    "预计4日夜间湖北黄冈有大暴雨，道路可能中断。",
    "演练模拟湖北荆州道路中断、通信中断。",
    "上海、杭州已取消计划停电。",
    "福建宁德市没有道路中断。",
    "陕西、四川全力开展公路损毁和阻断的应急处置。",
    "部分山区道路中断。",
    "今年汛期以来，湖北未出现长时间应急指挥通信中断。",
  ])("are none where nothing is cut, or nowhere: %s", (text) => expect(outages(text)).toEqual([]));

  it("come with the words that say so", () => {
    const { clean, outages: list } = read(
      "强降雨来袭，湖南郴州10多条道路中断，10多个乡镇通信中断，当地正在抢险。",
    );
    expect(list.map((one) => clean.text.slice(...one.span))).toEqual([
      "湖南郴州10多条道路中断，10多个乡镇通信中断",
    ]);
  });
});

describe("dangers on dikes", () => {
  it.each([
    [
      "7月5日16时许，湖南华容县团洲垸一线堤防（桩号19+800）发生管涌险情，17时48分，封堵失败，导致堤坝决堤。",
      [
        "piping 湖南华容县团洲垸一线堤防（桩号19+800） 430623 2024-07-05 16:00 found",
        "breach 湖南华容县团洲垸一线堤防（桩号19+800） 430623 2024-07-05 17:48 found",
      ],
    ],
    [
      "湖南华容县钱团间堤出现两处管涌险情，目前险情得到初步控制。",
      ["piping 湖南华容县钱团间堤 430623 controlled"],
    ],
    [
      "安徽东至县县城大堤昨晚出现管涌险情，当地正在抢险。",
      ["piping 安徽东至县县城大堤 341721 2024-07-03 in_hand"],
    ],
    [
      "今天，安徽马鞍山善厚镇接连发生多处漫堤险情。",
      ["overtopping 安徽马鞍山善厚镇 340500 2024-07-04 found"],
    ],
    ["强降雨造成湖北洪湖市某圩堤出现渗水险情。", ["seepage 湖北洪湖市某圩堤 421083 found"]],
    [
      "湖北洪湖市长江干堤发生管涌险情。当地组织抢险。湖北洪湖市长江干堤发生管涌险情。",
      ["piping 湖北洪湖市长江干堤 421083 found"],
    ],
    ["江西彭泽县城附近的芙蓉圩堤，今早发生管涌险情。", ["piping 芙蓉圩堤 360430 2024-07-04 found"]],
  ])("are read: %s", (text, wanted) => expect(dangers(text)).toEqual(wanted));

  it.each([
    "要及时发现和处置堤防管涌、渗漏等险情。",
    "国家防总调拨防管涌围井围板等物资支援湖北。",
    "湖北长江干堤发生管涌的风险很大。",
    "四川巴中多地出现道路滑坡。",
    "演练模拟湖北荆州长江干堤发生管涌险情。",
    "水利部要求湖北发现堤防管涌立即处置。",
  ])("are none where none was found: %s", (text) => expect(dangers(text)).toEqual([]));
});
