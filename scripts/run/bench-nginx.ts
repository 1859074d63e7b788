import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port";

const PATHS = { html: "/", snapshot: "/api/v1/snapshot" } as const;
const SECONDS = 4;
const ROUNDS = 3;

function findTool(name: "nginx" | "wrk", say: (text: string) => void): string {
  const places = [`/usr/sbin/${name}`, `/usr/bin/${name}`];
  const find = () => places.find((path) => existsSync(path));
  if (!find()) {
    say(`installing ${name} to measure with`);
    spawnSync("apt-get", ["install", "-y", "-qq", name === "nginx" ? "nginx-light" : name], {
      stdio: "ignore",
    });
  }
  const found = find();
  if (!found) throw new Error(`${name} is needed for this figure: apt-get install ${name}`);
  return found;
}

/** nginx serving the very bytes that the product serves, as files. */
async function startNginx(base: string, nginx: string): Promise<{ base: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-nginx-"));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "www"));
  for (const [name, path] of Object.entries(PATHS)) {
    const response = await fetch(base + path, { headers: { "accept-encoding": "identity" } });
    writeFileSync(join(folder, "www", name), new Uint8Array(await response.arrayBuffer()));
  }
  const port = await freePort();
  const config = `daemon off; worker_processes auto; pid ${folder}/pid; error_log ${folder}/error.log; events { worker_connections 1024; }
http { access_log off; sendfile on; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
server { listen 127.0.0.1:${port}; root ${folder}/www; default_type text/html; } }`;
  writeFileSync(join(folder, "nginx.conf"), config);
  const child = spawn(nginx, ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "ignore" });
  const own = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 50 && !(await fetch(`${own}/html`).catch(() => undefined)); i++) await wait(100);
  return {
    base: own,
    stop: () => {
      child.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function rate(url: string, wrk: string): Promise<number> {
  const child = spawn(wrk, ["-t1", "-c32", `-d${SECONDS}s`, "-H", "accept-encoding: identity", url]);
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  await new Promise((resolve) => child.once("close", resolve));
  const found = /Requests\/sec:\s+([\d.]+)/.exec(output)?.[1];
  if (!found || /Non-2xx|Socket errors/.test(output)) throw new Error(`${url}:\n${output}`);
  return Number(found);
}

/** Requests a second of the page and the snapshot against nginx with the same bytes, in turn. */
export async function requestRates(base: string, say: (text: string) => void): Promise<string[]> {
  const nginx = await startNginx(base, findTool("nginx", say));
  const wrk = findTool("wrk", say);
  const lines: string[] = [];
  try {
    for (const [name, path] of Object.entries(PATHS)) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await rate(base + path, wrk));
        theirs.push(await rate(`${nginx.base}/${name}`, wrk));
      }
      const middle = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
      lines.push(
        `${name}: ${Math.round(middle(ours))} requests/s, nginx with the same bytes ${Math.round(middle(theirs))}: ratio ${(middle(ours) / middle(theirs)).toFixed(2)}`,
      );
    }
  } finally {
    nginx.stop();
  }
  return lines;
}
