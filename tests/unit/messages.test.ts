import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh.json";
import { ResponseLevel } from "@/lib/responses/levels";
import { illegality } from "@/lib/responses/rules";
import { ActionKind } from "@/lib/responses/schema";

const keys = (tree: object, path = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value, `${path}${key}.`) : [path + key],
  );
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

it("has words for every refusal the commands return", () => {
  const words = [
    "responses",
    "waters",
    "deployments",
    "accounts",
    "forecasts",
    "consultations",
    "directives",
    "outages",
    "patrols",
    "photos",
    "positions",
  ];
  for (const file of [
    ...words.map((word) => `${word}/commands`),
    "deployments/places",
    "deployments/kinds",
    "corrections",
    "photos/prepare",
  ]) {
    const code = readFileSync(`lib/${file}.ts`, "utf8");
    for (const [, key = ""] of code.matchAll(/refuse\("(\w+)"/g)) expect(zh.refusal, key).toHaveProperty(key);
  }
});

it("never calls a response by a colour", () => {
  expect(texts(zh).filter((text) => /[红橙黄蓝]色响应/.test(text))).toEqual([]);
});
