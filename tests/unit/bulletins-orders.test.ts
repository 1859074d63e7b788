import { describe, expect, it } from "vitest";
import { parseBulletin } from "@/lib/bulletins/parse";

const read = (text: string) => parseBulletin(text, "2024-07-04");
const orders = (text: string) =>
  read(text).directives.map((one) =>
    [
      one.issuer,
      one.addressed.map((place) => place.adcode).join(","),
      one.category,
      one.also.join("+"),
      one.text,
    ]
      .filter(Boolean)
      .join(" "),
  );

describe("what a bulletin orders", () => {
  it.each([
    [
      "应急管理部负责人强调，沿江各地要盯住超警堤段和超汛限水库等要害部位的巡堤查险。受雨带影响的地方还要提防泥石流。",
      [
        "应急管理部 巡查防守 堤防险段+超汛限水库 盯住超警堤段和超汛限水库等要害部位的巡堤查险",
        "应急管理部 地质灾害 提防泥石流",
      ],
    ],
    [
      "国家防办、水利部部署湖北、湖南压紧防汛责任，加强应急值守，备足抢险物资。",
      [
        "国家防办、水利部 420000,430000 组织落实 湖北、湖南压紧防汛责任，加强应急值守",
        "国家防办、水利部 420000,430000 物资保障 备足抢险物资",
      ],
    ],
    [
      "国家防总要求做好群众转移、物资储备等准备。",
      ["国家防总 转移安置 做好群众转移、物资储备等准备", "国家防总 物资保障 做好群众转移、物资储备等准备"],
    ],
    ["湖北按照国家防总要求加强堤防巡查，已转移两千人。", []],
    ["气象部门提醒公众注意避险。", []],
    ["演练中，国家防总要求荆州转移群众。", []],
  ])("%s", (text, wanted) => expect(orders(text)).toEqual(wanted));

  it("gives the exact words of each duty", () => {
    const { clean, directives } = read("水利部要求，一要看住病险水库；二要抓好人员转移、物资储备。");
    expect(directives.map((one) => clean.text.slice(...one.span))).toEqual([
      "一要看住病险水库",
      "人员转移",
      "物资储备",
    ]);
  });
});

describe("consultations", () => {
  it("says who led it, when, with whom, and what was decided", () => {
    const { consultations, directives } = read(
      "国家防总办公室5日8时会商汛情，视频连线安徽、湖北荆州和江西省防指，研判雨带走势，要求安徽加固圩堤。",
    );
    expect(consultations).toMatchObject([
      {
        by: ["国家防总办公室"],
        on: "2024-07-05",
        hour: "08:00",
        decisions: { text: "研判雨带走势，要求安徽加固圩堤" },
      },
    ]);
    expect(consultations[0]?.provinces.map((place) => place.adcode)).toEqual(["340000", "421000", "360000"]);
    expect(directives).toMatchObject([
      { issuer: "国家防总办公室", category: "堤防险段", addressed: [{ adcode: "340000" }] },
    ]);
  });

  it.each([
    "根据国家防总会商结果，湖北汛情趋缓。",
    "水利部拟于明日会商。",
    "水利部要求各地加强会商。",
    "国务院抗震救灾指挥部办公室会商震情。",
  ])("%s: none was held", (text) => expect(read(text).consultations).toEqual([]));
});

describe("communication assets", () => {
  it("says how many, from whom, to where, and whether they wait there or go", () => {
    const { comms } = read(
      "应急管理部在湖北洪湖预置12套卫星便携站和一架大型无人机通信平台，派出2辆通信指挥车赴九江。",
    );
    expect(
      comms.map(({ kind, count, units, from, adcode, posture }) => [
        kind,
        count,
        units,
        from,
        adcode,
        posture,
      ]),
    ).toEqual([
      ["卫星便携站", 12, "套", "应急管理部", "421083", "prepositioned"],
      ["大型无人机通信平台", 1, "架", "应急管理部", "421083", "prepositioned"],
      ["通信指挥车", 2, "辆", "应急管理部", "360400", "sent"],
    ]);
  });

  it("takes none that is only ordered or drilled, and notes that command was never cut off long", () => {
    expect(read("国家防总要求湖北预置专网通信基站。").comms).toEqual([]);
    expect(read("演练中，调派3架翼龙无人机赴灾区。").comms).toEqual([]);
    expect(read("今年以来没有出现应急指挥通信长时间中断。").notes).toMatchObject([
      { kind: "no_long_command_outage" },
    ]);
    expect(read("昨夜出现应急指挥通信长时间中断。").notes).toEqual([]);
  });
});
