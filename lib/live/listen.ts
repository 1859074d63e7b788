import pg from "pg";
import { z } from "zod";
import { EXCERPTS_ONLY, TEXT_SETTING, TextRight } from "@/lib/bulletins/rights";
import { readAhead } from "@/lib/bulletins/texts";
import { CLOCK_SETTING, ClockSetting, LIVE, recordTime } from "@/lib/clock";
import { db } from "@/lib/db";
import { STANDARD_THRESHOLDS, THRESHOLDS_SETTING, Thresholds } from "@/lib/settings/thresholds";
import { emptyDomain } from "@/lib/snapshot/domain";
import { type EventLog, extendLog, readReference } from "@/lib/snapshot/log";
import { emptyWaters, extendWaters } from "@/lib/waters/log";
import { announce, loadCopy, publish, store } from "./store";

export const STALE_SETTING = "stale_after_hours";
const TICK_MS = 10_000;
const HEARTBEAT_MS = 4000;
const PATIENCE_MS = 4000;

async function readSettings(): Promise<
  Pick<EventLog, "clock" | "staleAfterHours" | "textRight" | "thresholds">
> {
  const rows = new Map((await db().setting.findMany()).map((row) => [row.key, row.value]));
  const clock = ClockSetting.safeParse(rows.get(CLOCK_SETTING));
  const stale = z.number().min(1).max(720).safeParse(rows.get(STALE_SETTING));
  const right = TextRight.safeParse(rows.get(TEXT_SETTING));
  const thresholds = Thresholds.safeParse(rows.get(THRESHOLDS_SETTING));
  return {
    clock: clock.success ? clock.data : LIVE,
    staleAfterHours: stale.success ? stale.data : 24,
    textRight: right.success ? right.data : EXCERPTS_ONLY,
    thresholds: thresholds.success ? thresholds.data : STANDARD_THRESHOLDS,
  };
}

async function freshLog(): Promise<EventLog> {
  const settings = await readSettings();
  return {
    version: 0,
    recordedAt: 0,
    ...settings,
    reference: await readReference(db()),
    tracks: new Map(),
    reports: new Map(),
    deployments: new Map(),
    bulletins: new Map(),
    confirmations: new Map(),
    waters: emptyWaters(),
    domain: emptyDomain(),
  };
}

/**
 * Reads what is new and publishes it; calls run one after another, so the log never goes back. Who asks while one
 * waits for its turn shares it: it will read what they mean, too, and a flood of notices does not queue up.
 */
export function refresh(whole = false): Promise<void> {
  const state = store();
  if (!whole && state.waiting) return state.waiting;
  const turn = state.queue.then(async () => {
    if (state.waiting === turn) state.waiting = undefined;
    try {
      const log = whole || !store().log ? await freshLog() : store().log;
      if (!log) return;
      if (!whole) Object.assign(log, await readSettings());
      await extendLog(db(), log);
      await extendWaters(db(), log);
      const wasDown = store().database === "down";
      store().database = "up";
      store().heardAt = recordTime();
      publish(log);
      if (wasDown) announce();
      await readAhead();
    } catch (error) {
      lost(error);
    }
  });
  state.queue = turn;
  if (!whole) state.waiting = turn;
  return turn;
}

/** Who has written reads it at once; a slow refresh keeps their answer back two seconds at most. */
export const shownSoon = () =>
  Promise.race([refresh(), new Promise<void>((resolve) => setTimeout(resolve, 2000))]);

function lost(error: unknown): void {
  if (store().database === "up") {
    console.error(
      "the database does not answer; the last picture is served:",
      error instanceof Error ? error.message : error,
    );
  }
  store().database = "down";
  announce();
}

/** Keeps this process in step with the database until it ends: LISTEN, reconnect with growing pauses, a slow tick for the clock. */
export async function startLive(): Promise<void> {
  loadCopy();
  let delay = 200;
  const connect = async () => {
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: 3000,
    });
    let ended = false;
    const again = (error?: unknown) => {
      if (ended) return;
      ended = true;
      clearInterval(heartbeat);
      lost(error ?? new Error("the connection ended"));
      client.end().catch(() => undefined);
      setTimeout(() => void connect(), delay).unref();
      delay = Math.min(delay * 2, 5000);
    };
    client.on("error", again);
    client.on("end", () => again());
    client.on("notification", () => void refresh());
    // A server that is cut off says nothing at all: only a question that goes unanswered tells.
    const heartbeat = setInterval(() => {
      const patience = setTimeout(() => again(new Error("no answer within 4 s")), PATIENCE_MS);
      client.query("select 1").then(
        () => clearTimeout(patience),
        () => clearTimeout(patience),
      );
    }, HEARTBEAT_MS);
    heartbeat.unref();
    try {
      await client.connect();
      await client.query("listen xuntu");
      // What was said while nobody listened is read now.
      await refresh();
      delay = 200;
    } catch (error) {
      again(error);
    }
  };
  await connect();
  setInterval(() => {
    const { log, database } = store();
    if (!log || (log.clock.mode === "exercise" && log.clock.rate === 0)) return;
    // The readings of an exercise lie in the database until their hour comes.
    if (log.clock.mode === "exercise" && database === "up") void refresh();
    else publish(log);
  }, TICK_MS).unref();
}
