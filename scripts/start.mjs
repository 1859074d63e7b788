#!/usr/bin/env node
import { allowTypeScript, root, setUp } from "./run/setup.mjs";

process.chdir(root);
process.env.NODE_ENV ??= process.argv.includes("--dev") ? "development" : "production";
setUp();
await allowTypeScript();
const { serve } = await import("./run/serve.ts");
await serve({ dev: process.argv.includes("--dev") });
