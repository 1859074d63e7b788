import type { z } from "zod";
import { CLOCK_SETTING, EXERCISE_OPENS, LIVE, recordTime } from "@/lib/clock";
import type { db as Db, Transaction } from "@/lib/db";
import { isoTime } from "@/lib/format";

import { seedDomain } from "./seed-domain";
import { Rows, read, type Source } from "./seed-rows";

type Client = ReturnType<typeof Db>;
/** Loads provinces, areas, issuers, rivers, stations and marks; rows already there stay as they are. */
export async function seedReference(client: Client): Promise<void> {
  const skip = { skipDuplicates: true } as const;
  await client.province.createMany({ data: Rows.provinces.parse(read("provinces.json")), ...skip });
  await client.area.createMany({
    data: Rows.areas
      .parse(read("areas.json"))
      .map(({ province, ...row }) => ({ ...row, provinceId: province })),
    ...skip,
  });
  await client.issuer.createMany({ data: Rows.issuers.parse(read("issuers.json")), ...skip });
  await client.river.createMany({ data: Rows.rivers.parse(read("rivers.json")), ...skip });
  const kinds = Rows.kinds.parse(read("deployment-kinds.json"));
  await client.deploymentKind.createMany({ data: kinds, ...skip });
  // A kind that an older version has stored learns its drawing and whether it carries the network.
  for (const { code, icon, carriesNetwork } of kinds)
    await client.deploymentKind.updateMany({
      where: { code, OR: [{ icon: { not: icon } }, { carriesNetwork: { not: carriesNetwork } }] },
      data: { icon, carriesNetwork },
    });
  const sections = Rows.sections.parse(read("sections.json"));
  await client.riverSection.createMany({
    data: sections.map(({ river, provinces: _, ...row }) => ({ ...row, riverId: river })),
    ...skip,
  });
  await client.riverSectionProvince.createMany({
    data: sections.flatMap((row) => row.provinces.map((provinceId) => ({ sectionId: row.id, provinceId }))),
    ...skip,
  });
  if ((await client.stageMark.count()) > 0) return;
  await client.$transaction(
    async (tx) => {
      for (const { section, source, ...mark } of Rows.marks.parse(read("marks.json"))) {
        await tx.stageMark.create({
          data: { ...mark, sectionId: section, sourceId: await sourceId(tx, source) },
        });
      }
    },
    { timeout: 60_000 },
  );
}

const sources = new Map<string, string>();
async function sourceId(tx: Transaction, source: z.infer<typeof Source>): Promise<string> {
  const key = JSON.stringify(source);
  const known = sources.get(key);
  if (known) return known;
  const row = await tx.source.create({ data: source });
  sources.set(key, row.id);
  return row.id;
}

const isProvince = (adcode: string | null) => adcode?.endsWith("0000");

/** Loads the 2024 season into a database that has no event yet, in one transaction; returns how many rows. */
export async function seedSeason(client: Client): Promise<number> {
  sources.clear();
  if ((await client.responseAction.count()) > 0) return 0;
  const recordedAt = new Date(recordTime());
  const areas = new Set(Rows.areas.parse(read("areas.json")).map((row) => row.adcode));
  return client.$transaction(
    async (tx) => {
      const state = await tx.systemVersion.update({
        where: { id: 1 },
        data: { version: { increment: 1 }, recordedAt },
      });
      const { version } = state;
      let rows = 0;
      for (const row of Rows.responses.parse(read("responses.json"))) {
        const source = await sourceId(tx, row.source);
        for (const provinceId of row.provinces) {
          await tx.responseAction.create({
            data: {
              version,
              recordedAt,
              issuerId: row.issuer,
              hazard: row.hazard,
              provinceId,
              areaId: row.area ?? null,
              kind: row.action,
              level: row.level,
              fromLevel: row.fromLevel ?? null,
              effectiveAt: row.effectiveAt.at,
              precision: row.effectiveAt.precision,
              certainty: row.certainty,
              windowAfter: row.window?.after.at ?? null,
              windowBy: row.window?.by.at ?? null,
              reason: row.reason ?? null,
              sourceId: source,
            },
          });
          rows++;
        }
      }
      for (const { section, at, source, ...report } of Rows.reports.parse(read("reports.json"))) {
        await tx.stageReport.create({
          data: {
            ...report,
            version,
            recordedAt,
            sectionId: section,
            at: at.at,
            precision: at.precision,
            sourceId: await sourceId(tx, source),
          },
        });
        rows++;
      }
      for (const row of Rows.deployments.parse(read("deployments.json"))) {
        const source = await sourceId(tx, row.source);
        await tx.deployment.create({
          data: {
            version,
            recordedAt,
            kindId: row.kind,
            count: row.count,
            unit: row.unit,
            from: row.from,
            mission: row.mission,
            certainty: row.certainty,
            note: row.note,
            sourceId: source,
            places: {
              create: row.places.map((place) => ({
                name: place.name,
                lat: place.lat,
                lon: place.lon,
                approximate: place.position !== "point",
                provinceId: place.adcode ? `${place.adcode.slice(0, 2)}0000` : null,
                areaId:
                  place.adcode && !isProvince(place.adcode) && areas.has(place.adcode) ? place.adcode : null,
              })),
            },
            statuses: {
              create: [
                {
                  version,
                  recordedAt,
                  state: row.state,
                  at: row.at.at,
                  precision: row.at.precision,
                  sourceId: source,
                },
              ],
            },
          },
        });
        rows++;
      }
      return rows + (await seedDomain(tx, { version, recordedAt }, (source) => sourceId(tx, source)));
    },
    { timeout: 120_000 },
  );
}

/** Sets the clock of a new database: the season's exercise, or real time when asked for. */
export async function seedClock(client: Client, mode: "live" | "exercise"): Promise<void> {
  const value =
    mode === "live"
      ? LIVE
      : { mode, now: isoTime(Date.parse(EXERCISE_OPENS)), setAt: isoTime(recordTime()), rate: 0 };
  await client.setting.upsert({
    where: { key: CLOCK_SETTING },
    create: { key: CLOCK_SETTING, value },
    update: {},
  });
}
