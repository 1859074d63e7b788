import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
);
const sheets = new Map(
  files
    .filter((file) => file.endsWith(".module.css"))
    .map((file) => {
      const selectors = readFileSync(file, "utf8")
        .replace(/\/\*.*?\*\/|:global\([^)]*\)/gs, "")
        .replace(/\{[^{}]*\}/g, "{}");
      return [file, new Set([...selectors.matchAll(/\.([A-Za-z_][\w-]*)/g)].map((match) => match[1] ?? ""))];
    }),
);

/** Which classes of which sheet a file names; `*` where it computes the name. */
const uses = files
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) => {
    const code = readFileSync(file, "utf8");
    return [...code.matchAll(/import (\w+) from "([^"]+\.module\.css)"/g)].flatMap(
      ([, name = "", path = ""]) => {
        const sheet = path.startsWith("@/") ? path.slice(2) : join(file, "..", path);
        const named = [...code.matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)|\\[)`, "g"))];
        return named.map((match) => ({ file, sheet, name: match[1] ?? "*" }));
      },
    );
  })
  .filter((use) => use.name !== "module");

it("draws with no class that its sheet does not have", () => {
  expect(uses.length).toBeGreaterThan(300);
  const missing = uses.filter(
    ({ sheet, name }) => !existsSync(sheet) || (name !== "*" && !sheets.get(sheet)?.has(name)),
  );
  expect(missing).toEqual([]);
});

it("keeps no class that nothing draws with", () => {
  const unused = [...sheets].flatMap(([sheet, classes]) => {
    const own = uses.filter((use) => use.sheet === sheet);
    if (own.some((use) => use.name === "*")) return [];
    return [...classes]
      .filter((name) => !own.some((use) => use.name === name))
      .map((name) => `${sheet} .${name}`);
  });
  expect(unused).toEqual([]);
});
