#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp();
await allowTypeScript();
const { bench } = await import("./run/bench.ts");
await bench(process.argv.slice(2));
process.exit(0);
