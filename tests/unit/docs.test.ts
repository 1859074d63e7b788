import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`);
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...["docs", "prisma/geo", "scripts"].flatMap(below).filter((file) => file.endsWith(".md")),
];
const told = read("docs/api.md") + read("docs/domain.md");

it("links to what is there", () => {
  expect(documents.length).toBeGreaterThan(20);
  const links = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => ({ file, path })),
  );
  expect(links.filter(({ file, path }) => !existsSync(join(file, "..", path)))).toEqual([]);
});

it("names npm commands that there are, and each of them somewhere", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = documents.flatMap((file) =>
    [...read(file).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = ""]) => name),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const silent = Object.keys(scripts).filter(
    (name) => !["start", "test"].includes(name) && !named.includes(name),
  );
  expect(silent).toEqual([]);
});

it("tells of every address of the interface", () => {
  const routes = below("app/api")
    .filter((file) => file.endsWith("/route.ts"))
    .map((file) => file.replace(/^app|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}"))
    // The library of accounts, the answer for no address, and a script of the patrol page.
    .filter((path) => !/\[|patrol-worker/.test(path));
  expect(routes.length).toBeGreaterThan(12);
  expect(routes.filter((path) => !told.includes(`${path}\``))).toEqual([]);
});

it("tells of every command", () => {
  const names = below("lib")
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...read(file).matchAll(/= command\(\{\s*name: "([\w.]+)"/g)].map(([, name = ""]) => name),
    )
    // A secret and a photo come in through addresses of their own.
    .filter((name) => !["token.create", "photo.store"].includes(name));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

it("tells every setting of the environment that is read, and no other", () => {
  const used = ["lib", "scripts", "app"]
    .flatMap(below)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/\b(XUNTU_[A-Z_]+|TRUST_PROXY|DATA_DIR|DATABASE_URL)\b/g)])
    .map(([name = ""]) => name)
    // Set by the tests for themselves.
    .filter((name) => !/^XUNTU_(BASE|CHROMIUM|SUITE|DATA)$/.test(name));
  const readme = read("README.md");
  expect([...new Set(used)].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  const named = [...readme.matchAll(/`(XUNTU_[A-Z_]+)`/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !used.includes(name))).toEqual([]);
});
