import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { setInterval as every } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { MAX_BYTES } from "@/lib/bulletins/extract/limits";
import { type Refusal, refuse } from "@/lib/errors";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh.json";
import { openDatabase } from "./open-database";
import { OPERATOR } from "./operator";

const USAGE = `usage: npm run bulletin:import -- [--publisher NAME] [--published YYYY-MM-DD] [--url ADDRESS] FILE…
       npm run bulletin:import -- --watch FOLDER
.txt .md .html .docx .pdf, at most 5 MB each. Ends with 0 when all are in (new or known), 1 when one was refused,
2 for a wrong line, 3 when there is no database. With --watch it takes what is put into FOLDER until it is stopped.`;

interface Line {
  publisher?: string | undefined;
  published?: string | undefined;
  url?: string | undefined;
  watch?: string | undefined;
  files: string[];
}

function readLine(args: string[], from: string): Line | undefined {
  const option = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { publisher: option, published: option, url: option, watch: option },
    });
    const files = positionals.map((file) => resolve(from, file));
    const watch = values.watch === undefined ? undefined : resolve(from, values.watch);
    if (files.length > 0 !== (watch === undefined)) return undefined;
    return { ...values, watch, files };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LANG || "");
const say = createTranslator({
  locale: chinese ? "zh" : "en",
  messages: chinese ? zh : en,
  namespace: "refusal",
});
const wordsFor = ({ refusal, values }: Refusal) =>
  say.has(refusal as "not_found") ? say(refusal as "not_found", values) : refusal.replaceAll("_", " ");

type Verdict = { ok: true; words: string } | { ok: false; words: string };

/** One file through the same command as the page; its size is looked at before a byte of it is read. */
async function deliver(file: string, { publisher, published, url }: Line): Promise<Verdict> {
  const { receiveBulletin } = await import("@/lib/bulletins/commands");
  const size = existsSync(file) && statSync(file).isFile() ? statSync(file).size : undefined;
  if (size === undefined) return { ok: false, words: wordsFor(refuse("file_missing")) };
  if (size > MAX_BYTES) return { ok: false, words: wordsFor(refuse("file_too_large")) };
  const done = await receiveBulletin(OPERATOR, {
    publisher,
    published,
    url,
    file: { bytes: new Uint8Array(readFileSync(file)), name: basename(file), type: "" },
  });
  if (!done.ok) return { ok: false, words: wordsFor(done) };
  const { bulletinId, known, proposals } = done.value;
  return { ok: true, words: known ? `known\t${bulletinId}` : `new\t${bulletinId}\t${proposals}` };
}

const show = (name: string, verdict: Verdict) =>
  console.log(`${name}\t${verdict.ok ? verdict.words : `refused\t${verdict.words}`}`);

async function importAll(line: Line): Promise<number> {
  let refused = 0;
  for (const [index, file] of line.files.entries()) {
    console.error(`[${index + 1}/${line.files.length}] ${basename(file)}`);
    const verdict = await deliver(file, line);
    show(basename(file), verdict);
    if (!verdict.ok) refused++;
  }
  console.error(`${line.files.length - refused} in, ${refused} refused`);
  return refused ? 1 : 0;
}

const LOOK_MS = 1000;

/** Takes each file of the folder once it no longer grows, and moves it to `taken` or, with the reason, to `refused`. */
async function watchFolder(folder: string, line: Line): Promise<number> {
  for (const part of ["taken", "refused"]) mkdirSync(join(folder, part), { recursive: true });
  const seen = new Map<string, string>();
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  console.error(`watching ${folder}; stop with Ctrl-C`);
  try {
    for await (const _ of every(LOOK_MS, undefined, { signal: end.signal })) {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isFile() || entry.name.startsWith(".")) continue;
        const file = join(folder, entry.name);
        const { size, mtimeMs } = statSync(file);
        const state = `${size} ${mtimeMs}`;
        if (seen.get(file) !== state) {
          seen.set(file, state);
          continue;
        }
        const verdict = await deliver(file, line);
        show(entry.name, verdict);
        const target = join(folder, verdict.ok ? "taken" : "refused", `${Math.round(mtimeMs)}-${entry.name}`);
        renameSync(file, target);
        if (!verdict.ok) writeFileSync(`${target}.reason.txt`, `${verdict.words}\n`);
        seen.delete(file);
      }
    }
  } catch (error) {
    if (!end.signal.aborted) throw error;
  }
  return 0;
}

/** Runs one command line; returns the exit code. */
export async function importBulletins(args: string[], from: string): Promise<number> {
  const line = readLine(args, from);
  if (!line) {
    console.error(USAGE);
    return 2;
  }
  if (line.watch && !(existsSync(line.watch) && statSync(line.watch).isDirectory())) {
    console.error(`${line.watch} is no folder`);
    return 2;
  }
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    database = await openDatabase(console.error);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 3;
  }
  const [{ refresh }, { store }] = await Promise.all([
    import("@/lib/live/listen"),
    import("@/lib/live/store"),
  ]);
  await refresh(true);
  const up = store().database === "up";
  const code = !up ? 3 : line.watch ? await watchFolder(line.watch, line) : await importAll(line);
  await database.stop();
  return code;
}
