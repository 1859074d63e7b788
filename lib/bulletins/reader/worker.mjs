// The thread that opens files and reads texts, so that a nasty one stalls nobody.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register({ tsconfig: workerData.tsconfig });
const { doJob } = await import("./job.ts");
parentPort.on("message", async (job) => {
  parentPort.postMessage(await doJob(job));
});
