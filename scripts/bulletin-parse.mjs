#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp(console.error);
await allowTypeScript();
const { parseLines } = await import("./run/bulletin-parse.ts");
await parseLines(process.stdin, process.stdout);
