import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import { freePort } from "./server-process";

const PATHS = { html: "/", snapshot: "/api/v1/snapshot" } as const;
const SECONDS = 4;
const ROUNDS = 3;

function findNginx(say: (text: string) => void): string {
  const found = ["/usr/sbin/nginx", "/usr/bin/nginx"].find((path) => existsSync(path));
  if (found) return found;
  say("installing nginx to measure against");
  spawnSync("apt-get", ["install", "-y", "-qq", "nginx-light"], { stdio: "ignore" });
  return "/usr/sbin/nginx";
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

async function rate(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: 20,
    duration: SECONDS,
    headers: { "accept-encoding": "identity" },
  });
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} failed`);
  return requests.average;
}

/** Requests a second of the page and the snapshot against nginx with the same bytes, in turn. */
export async function requestRates(base: string, say: (text: string) => void): Promise<string[]> {
  const nginx = await startNginx(base, findNginx(say));
  const lines: string[] = [];
  try {
    for (const [name, path] of Object.entries(PATHS)) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await rate(base + path));
        theirs.push(await rate(`${nginx.base}/${name}`));
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
