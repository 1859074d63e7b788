#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp();
await allowTypeScript();
const { migrateOnce } = await import("./run/migrate-once.ts");
await migrateOnce(process.argv.slice(2));
