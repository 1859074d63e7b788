#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp(console.error);
await allowTypeScript();
const { simulateFromLine } = await import("./run/readings-simulate.ts");
await simulateFromLine(process.argv.slice(2));
