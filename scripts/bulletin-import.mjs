#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

// Names of files are meant from where the command was called, before the process moves to the project's folder.
const from = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
setUp(console.error);
await allowTypeScript();
const { importBulletins } = await import("./run/bulletin-import.ts");
process.exit(await importBulletins(process.argv.slice(2), from));
