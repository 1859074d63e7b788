import { describe, expect, it } from "vitest";
import { deskGroups, pageAt } from "@/components/admin/desk-pages";
import { searchAreas } from "@/lib/areas/search";
import { countByKind, filterDeployments, parseFilter } from "@/lib/deployments/filter";
import { countInWords } from "@/lib/deployments/words";
import { DeploymentRecord } from "@/lib/snapshot/schema";

const NOW = Date.parse("2024-07-04T20:00:00+08:00");
const deployment = (part: object) =>
  DeploymentRecord.parse({
    id: "1",
    kind: "working_group",
    kindName: "工作组",
    kindNameEn: "Working group",
    count: 2,
    unit: "个",
    from: "国家防总",
    place: "湖南",
    adcode: "430000",
    lat: null,
    lon: null,
    places: [{ name: "湖南", adcode: "430000", lat: null, lon: null, approximate: true }],
    mission: "指导",
    status: "sent",
    at: "2024-07-04T16:00:00+08:00",
    precision: "MINUTE",
    certainty: "STATED",
    source: { publisher: "a", title: "b", published: null, url: null },
    ...part,
  });

describe("the list of deployments", () => {
  const boat = { id: "2", kind: "boat", asset: true, count: null, status: "working" };
  const all = [deployment({}), deployment(boat), deployment({ id: "3", at: "2024-07-01T00:00:00+08:00" })];
  const ids = (query: Record<string, string>) =>
    filterDeployments(
      all,
      parseFilter((key) => query[key]),
      NOW,
    ).map((one) => one.id);

  it("is narrowed by kind, province, state and age", () => {
    expect(ids({})).toEqual(["1", "2", "3"]);
    expect(ids({ kind: "assets" })).toEqual(["2"]);
    expect(ids({ kind: "teams", age: "24" })).toEqual(["1"]);
    expect(ids({ province: "420000" })).toEqual([]);
    expect(ids({ state: "working" })).toEqual(["2"]);
  });
  it("is not narrowed by what is no value of ours", () => {
    expect(ids({ kind: "<script>", province: "43", state: "gone", age: "-1" })).toEqual(["1", "2", "3"]);
  });
  it("counts each kind, and says when a number is missing", () => {
    expect(countByKind(all)).toMatchObject([
      { kind: "working_group", entries: 2, sums: [{ unit: "个", count: 4 }], open: false },
      { kind: "boat", entries: 1, sums: [], open: true },
    ]);
  });
  it("never adds pieces to money", () => {
    const supplies = (count: number, unit: string) => deployment({ kind: "supplies", count, unit });
    const [one] = countByKind([supplies(800, "件"), supplies(813, "万元"), supplies(200, "件")]);
    expect(one?.sums).toEqual([
      { unit: "件", count: 1000 },
      { unit: "万元", count: 813 },
    ]);
  });
  it("writes counts with the words of each language", () => {
    expect(countInWords(1200, "人", "zh")).toBe("1,200 人");
    expect(countInWords(2, "支", "en")).toBe("2");
    expect(countInWords(1, "人", "en")).toBe("1 person");
    expect(countInWords(2, "套", "en")).toBe("2 sets");
    expect(countInWords(null, "支", "zh")).toBe("");
  });
});

describe("areas by name", () => {
  it("finds a county with what it lies in, what begins with the words first", () => {
    const [first] = searchAreas("洪湖", { locale: "zh", limit: 5 });
    expect(first).toMatchObject({
      adcode: "421083",
      name: "洪湖市",
      within: "湖北 荆州市",
      province: "420000",
    });
  });
  it("keeps to a province, and finds nothing for nothing", () => {
    expect(
      searchAreas("南", { locale: "zh", limit: 99, province: "430000" }).every(
        (a) => a.province === "430000",
      ),
    ).toBe(true);
    expect(searchAreas("  ", { locale: "zh", limit: 5 })).toEqual([]);
  });
});

describe("the desk's pages", () => {
  it("shows each account only what it may do", () => {
    const paths = (may: { write: boolean; manage: boolean }) =>
      deskGroups(may).flatMap((group) => group.pages.map((page) => page.path));
    expect(paths({ write: false, manage: false })).toEqual(["/admin/audit", "/admin/account"]);
    expect(paths({ write: true, manage: false })).not.toContain("/admin/users");
  });
  it("knows the page of an address by its longest path", () => {
    const groups = deskGroups({ write: true, manage: true });
    expect(pageAt(groups, "/admin/outage/restore")?.label).toBe("restore");
    expect(pageAt(groups, "/admin/bulletins/new")?.label).toBe("bulletins");
    expect(pageAt(groups, "/admin")?.label).toBe("response");
    expect(pageAt(groups, "/elsewhere")).toBeUndefined();
  });
});
