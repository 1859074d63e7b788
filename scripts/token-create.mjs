#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp(console.error);
await allowTypeScript();
const { createFromLine } = await import("./run/token-create.ts");
await createFromLine(process.argv.slice(2));
