import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { STATUSES } from "@/lib/errors";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh.json";
import { REASONS } from "@/lib/readings/rules";
import { ResponseLevel } from "@/lib/responses/levels";
import { illegality } from "@/lib/responses/rules";
import { ActionKind } from "@/lib/responses/schema";

const keys = (tree: object, path = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value, `${path}${key}.`) : [path + key],
  );
const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
const texts = (tree: object): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "object" ? texts(value) : [String(value)]));

it("says everything in both languages", () => {
  expect(keys(en).sort()).toEqual(keys(zh).sort());
  expect(texts(zh).filter((text) => text.trim() === "")).toEqual([]);
});

it("has words for every contradiction a rule can name", () => {
  for (const inForce of [null, ...ResponseLevel.options])
    for (const kind of ActionKind.options)
      for (const level of ResponseLevel.options) {
        const wrong = illegality(inForce, { kind, level });
        if (wrong) {
          expect(zh.refusal).toHaveProperty(wrong);
          expect(zh.contradiction).toHaveProperty(wrong);
        }
      }
});

it("has words for every refusal that is named anywhere", () => {
  const files = [...sources("lib"), ...sources("app")];
  const named = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(/(?:refuse|problem|sendProblem)\((?:response, )?\s*"(\w+)"/g),
    ].map(([, key = ""]) => key),
  );
  expect(named.length).toBeGreaterThan(100);
  for (const key of [...named, ...Object.keys(STATUSES)]) expect(zh.refusal, key).toHaveProperty(key);
});

it("has words for every reason to doubt a reading", () => {
  for (const reason of REASONS) expect(zh.readings.reason).toHaveProperty(reason);
});

it("never calls a response by a colour", () => {
  expect(texts(zh).filter((text) => /[红橙黄蓝]色响应/.test(text))).toEqual([]);
});
