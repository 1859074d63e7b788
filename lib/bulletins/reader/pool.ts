import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { type Refusal, refuse } from "@/lib/errors";
import type { Facts } from "../parse";
import type { Answer, Job, Received } from "./job";

const MAX_WORKERS = 2;
const MAX_WAITING = 50;
const LIMIT_MS = 30_000;
const HEAP_MB = 1024;

interface Waiting {
  job: Job;
  limit: number;
  done: (answer: Answer) => void;
}
interface Pool {
  idle: Worker[];
  running: number;
  waiting: Waiting[];
}

const shared = globalThis as typeof globalThis & { xuntuReaders?: Pool };

/** Pages and routes hold different copies of this module: the threads live on globalThis. */
function pool(): Pool {
  shared.xuntuReaders ??= { idle: [], running: 0, waiting: [] };
  return shared.xuntuReaders;
}

function startWorker(): Worker {
  const root = process.cwd();
  // Asked of Node itself: the bundler would take an imported Worker's file, with the loader it brings, for its own.
  const threads = process.getBuiltinModule("node:worker_threads");
  const file = join(/*turbopackIgnore: true*/ root, "lib", "bulletins", "reader", "worker.mjs");
  const worker = new threads.Worker(file, {
    workerData: { tsconfig: join(/*turbopackIgnore: true*/ root, "tsconfig.json") },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // pdf.js reports there that it cannot draw, which nobody asks of it.
    stdout: true,
    execArgv: [],
  });
  // A thread that waits for work does not keep the process alive.
  worker.unref();
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    const { idle } = pool();
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
}

function next(): void {
  const state = pool();
  if (state.running >= MAX_WORKERS) return;
  const one = state.waiting.shift();
  if (!one) return;
  state.running++;
  const worker = state.idle.pop() ?? startWorker();
  const finish = (answer: Answer, sound: boolean) => {
    clearTimeout(timer);
    worker.off("message", answered).off("error", failed).off("exit", ended);
    state.running--;
    if (sound) state.idle.push(worker);
    else void worker.terminate();
    one.done(answer);
    next();
  };
  const answered = (answer: Answer) => finish(answer, true);
  const failed = (error: Error) => {
    console.error("the reading thread ended:", error.message);
    finish(refuse("file_damaged"), false);
  };
  const ended = () => finish(refuse("file_damaged"), false);
  const timer = setTimeout(() => finish(refuse("file_too_slow"), false), one.limit);
  worker.on("message", answered).on("error", failed).on("exit", ended);
  worker.postMessage(one.job);
}

function ask(job: Job, limit: number): Promise<Answer> {
  const { waiting } = pool();
  if (waiting.length >= MAX_WAITING) return Promise.resolve(refuse("reader_busy"));
  return new Promise((resolve) => {
    waiting.push({ job, limit, done: resolve });
    next();
  });
}

/** Opens and reads a file in a thread of its own, within `limit` ms and a bounded heap; a refusal says why not. */
export async function receiveApart(
  job: Omit<Extract<Job, { do: "receive" }>, "do">,
  limit = LIMIT_MS,
): Promise<{ ok: true; received: Received } | Refusal> {
  const answer = await ask({ do: "receive", ...job }, limit);
  return answer.ok && !("received" in answer) ? refuse("file_damaged") : answer;
}

/** Reads a part of a received text again, [start, end), with days counted from `day` (YYYY-MM-DD). */
export async function readApart(
  job: Omit<Extract<Job, { do: "read" }>, "do">,
): Promise<{ ok: true; facts: Facts } | Refusal> {
  const answer = await ask({ do: "read", ...job }, LIMIT_MS);
  return answer.ok && !("facts" in answer) ? refuse("file_damaged") : answer;
}
