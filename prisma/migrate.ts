import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const folder = join(process.cwd(), "prisma", "migrations");
const filters = { externalTables: [], externalEnums: [] };

function migrationsList() {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => statSync(join(folder, name)).isDirectory())
        .sort()
    : [];
  return {
    baseDir: folder,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a function body. PostgreSQL takes a whole
 * script in one query, and then runs it as one transaction: a migration happens entirely or not at all.
 */
function adapterFactory(connectionString: string) {
  const factory = new PrismaPg({ connectionString });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

const datamodel = () => {
  const path = join(process.cwd(), "prisma", "schema.prisma");
  return { path, content: readFileSync(path, "utf8") };
};

let loaded = false;
async function loadEngine(): Promise<typeof engineModule.SchemaEngine> {
  if (!loaded) {
    const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
    const bytes = readFileSync(join(file, "..", "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, {
      "./schema_engine_bg.js": { ...engineModule },
    });
    engineModule.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
    loaded = true;
  }
  return engineModule.SchemaEngine;
}

async function withEngine<T>(
  url: string,
  use: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  const SchemaEngine = await loadEngine();
  const factory = adapterFactory(url);
  const { path, content } = datamodel();
  const engine = await SchemaEngine.new({ datamodels: [[path, content]] }, () => undefined, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

/**
 * Applies the migrations that the database lacks and returns their names. Prisma's own engine runs as
 * WebAssembly, so nothing is downloaded; it keeps the same history table as `prisma migrate deploy`.
 */
export async function migrate(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters,
    });
    return appliedMigrationNames;
  });
}
