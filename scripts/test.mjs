#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
setUp();
await allowTypeScript();
const { testAll } = await import("./run/test-all.ts");
await testAll({ quick: false });
