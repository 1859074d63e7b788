import { expect, it } from "vitest";
import { recordConsultation } from "@/lib/consultations/commands";
import { deploy } from "@/lib/deployments/commands";
import { ownDatabase, SOURCE, value, viewerWith } from "./database";

const rows = ownDatabase();
const nation = viewerWith("chief");
const hunan = viewerWith("chief", { provinces: ["430000"] });

const team = (more: object = {}) => ({
  kindId: "tent",
  count: 500,
  from: "国家防总",
  mission: "待命",
  state: "PREPOSITIONED",
  at: "2024-07-04",
  contact: "13800000000",
  source: SOURCE,
  ...more,
});

it("what serves no province is the nation's to correct", async () => {
  const { deploymentId } = value(await deploy(nation, team()));
  const corrects = { id: deploymentId, reason: "数量有误" };
  const taken = team({ province: "430000", place: "岳阳市", count: 3, corrects });
  expect(await deploy(hunan, taken)).toMatchObject({ refusal: "forbidden" });
  expect(await deploy(nation, team({ count: 300, corrects }))).toMatchObject({ ok: true });
  const meeting = { kind: "MEETING", at: "2024-07-04", ledBy: "国家防总", decisions: "", source: SOURCE };
  const { consultationId } = value(await recordConsultation(nation, { ...meeting, provinces: [] }));
  expect(
    await recordConsultation(hunan, {
      ...{ ...meeting, provinces: ["430000"] },
      corrects: { id: consultationId, reason: "省份有误" },
    }),
  ).toMatchObject({ refusal: "forbidden" });
});

it("the audit tells what was done, and not how to reach a team", async () => {
  await deploy(nation, team());
  const [entry] = await rows(
    `select input from "AuditEntry" where command = 'deployment.send' order by id desc`,
  );
  expect(entry.input).toMatchObject({ count: 500, contact: "…" });
  expect(JSON.stringify(await rows(`select input, result from "AuditEntry"`))).not.toContain("13800000000");
});
