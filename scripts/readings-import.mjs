#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

const from = process.cwd();
process.chdir(root);
setUp(console.error);
await allowTypeScript();
const { importFromLine } = await import("./run/readings-import.ts");
await importFromLine(process.argv.slice(2), from);
