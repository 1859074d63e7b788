#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp();
await allowTypeScript();
const { drill } = await import("./run/drill/drill.ts");
await drill(process.argv.slice(2));
