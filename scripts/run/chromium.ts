import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** A Chromium of this machine; on Debian as root one is installed when there is none, with a CJK font. */
export function findChromium(say: (text: string) => void): string {
  const given = process.env.XUNTU_CHROMIUM;
  if (given) return given;
  const found = KNOWN.find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("installing Chromium and a CJK font");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], { stdio: "ignore" });
    const installed = KNOWN.find((path) => existsSync(path));
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium was found. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set XUNTU_CHROMIUM to its path.",
  );
}
