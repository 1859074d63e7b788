import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Who may import whom: app → components → lib, never upward. Scripts and the migrator may use lib. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ["components", "lib"],
  components: ["components", "lib", "prisma/geo"],
  lib: ["lib", "prisma/generated", "prisma/data"],
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}
const imports = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/from "@\/([^"]+)"/g)].map((match) => match[1] ?? "");

it.each(Object.entries(MAY_IMPORT))("%s imports only what lies below it", (layer, allowed) => {
  const wrong = filesIn(layer).flatMap((file) =>
    imports(file)
      .filter((path) => !allowed.some((prefix) => path.startsWith(`${prefix}/`)))
      .map((path) => `${file} → ${path}`),
  );
  expect(wrong).toEqual([]);
});

it("keeps the rules free of database, clock and React", () => {
  const pure = filesIn("lib").filter((file) => /\/(rules|build|schema|levels|path)\.ts$/.test(file));
  const wrong = pure.filter((file) =>
    /from "(react|next|@\/lib\/db|pg)|Date\.now\(|new Date\(\)/.test(readFileSync(file, "utf8")),
  );
  expect(pure.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});

it("asks the time in one place", () => {
  const asking = filesIn("lib").filter((file) => /Date\.now\(|new Date\(\)/.test(readFileSync(file, "utf8")));
  expect(asking).toEqual(["lib/clock.ts"]);
});

it("lets map layers draw only", () => {
  const fetching = filesIn("components/map").filter((file) => /\bfetch\(/.test(readFileSync(file, "utf8")));
  // Shapes of borders and waters, asked for when somebody zooms in; no layer asks for facts.
  expect(fetching).toEqual(["components/map/use-geometry.ts"]);
});

it("keeps files short enough to read", () => {
  const long = ["app", "components", "lib", "scripts", "prisma", "tests"]
    .flatMap(filesIn)
    .filter((file) => !/prisma\/generated/.test(file) && readFileSync(file, "utf8").split("\n").length > 300);
  expect(long).toEqual([]);
});

/** What a file imports as it loads: types and `import()` are left out. */
const loads = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm)].map(
    (match) => match[1] ?? "",
  );

function resolved(file: string, path: string): string | undefined {
  const base = path.startsWith("@/") ? path.slice(2) : path.startsWith(".") ? join(file, "..", path) : "";
  return [`${base}.ts`, `${base}.tsx`].find((name) => base && existsSync(name));
}

it("keeps the schema library out of the first load", () => {
  const seen = new Set<string>();
  const heavy: string[] = [];
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const path of loads(file)) {
      if (path.startsWith("zod") || path === "recharts") heavy.push(`${file} → ${path}`);
      const next = resolved(file, path);
      if (next) visit(next);
    }
  };
  for (const file of ["shell/shell", "home/home", "map/live-map"]) visit(`components/${file}.tsx`);
  expect(seen.size).toBeGreaterThan(20);
  expect(heavy).toEqual([]);
});

/** The circles among files or folders: each a list of those that reach one another. */
function circles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = (from: string) => {
    const seen = new Set<string>();
    const open = [...(arrows.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      if (!seen.has(next)) {
        seen.add(next);
        open.push(...(arrows.get(next) ?? []));
      }
    return seen;
  };
  const reached = new Map([...arrows.keys()].map((one) => [one, reach(one)]));
  const tied = [...arrows.keys()].filter((one) => reached.get(one)?.has(one));
  return tied.map((one) => tied.filter((other) => reached.get(one)?.has(other)));
}

function arrowsOf(files: readonly string[], name: (file: string) => string) {
  const arrows = new Map<string, Set<string>>();
  for (const file of files)
    for (const path of loads(file)) {
      const next = resolved(file, path);
      if (!next || name(next) === name(file)) continue;
      arrows.set(name(file), (arrows.get(name(file)) ?? new Set()).add(name(next)));
    }
  return arrows;
}

it("lets no imports run in circles: not among files, nor among the folders of components", () => {
  expect(
    circles(
      new Map([
        ["a", new Set(["b"])],
        ["b", new Set(["a", "c"])],
        ["c", new Set()],
      ]),
    ),
  ).toHaveLength(2);
  expect(circles(arrowsOf(["app", "components", "lib", "prisma"].flatMap(filesIn), (file) => file))).toEqual(
    [],
  );
  const folder = (file: string) => file.split("/").slice(0, 2).join("/");
  expect(circles(arrowsOf(filesIn("components"), folder))).toEqual([]);
});
