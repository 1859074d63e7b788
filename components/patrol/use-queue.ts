"use client";
import { useCallback, useEffect, useState } from "react";
import { sendReport } from "./send";
import { forgetPhoto, forgetReport, keepReport, keptReports, type Report } from "./store";

/** The pause before the next attempt doubles: a network that has just come back often fails once more. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const SENT_SHOWN = 5;

/** One sender at a time, also with the form open in two tabs. */
const alone = async (work: () => Promise<void>) => {
  if (navigator.locks) await navigator.locks.request("xuntu-patrol", work);
  else await work();
};

async function sendAll(): Promise<void> {
  for (const report of await keptReports()) {
    if (report.state !== "waiting") continue;
    const outcome = await sendReport(report);
    const now = (await keptReports()).find((one) => one.clientId === report.clientId) ?? report;
    await keepReport({
      ...now,
      state: outcome.state,
      problem: outcome.state === "sent" ? null : outcome.problem,
    });
    if (outcome.state === "sent")
      for (const { photoKey } of now.dangers) if (photoKey) await forgetPhoto(photoKey);
    // Without a network the others would fail alike.
    if (outcome.state === "waiting") return;
  }
  const sent = (await keptReports()).filter((report) => report.state === "sent");
  for (const old of sent.slice(0, -SENT_SHOWN)) await forgetReport(old.clientId);
}

/** The reports kept on this device: sent when they are made, when the network returns, and again until they are there. */
export function useQueue() {
  const [reports, setReports] = useState<Report[]>([]);
  const [sending, setSending] = useState(false);
  const refresh = useCallback(async () => setReports(await keptReports()), []);
  const send = useCallback(async () => {
    setSending(true);
    try {
      await alone(sendAll);
    } finally {
      setSending(false);
      await refresh();
    }
  }, [refresh]);
  useEffect(() => {
    let pause = FIRST_PAUSE_MS;
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const attempt = () => {
      clearTimeout(timer);
      void send()
        .catch(() => undefined)
        .finally(() => {
          if (gone) return;
          clearTimeout(timer);
          timer = setTimeout(attempt, pause);
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        });
    };
    const anew = () => {
      pause = FIRST_PAUSE_MS;
      attempt();
    };
    attempt();
    window.addEventListener("online", anew);
    return () => {
      gone = true;
      window.removeEventListener("online", anew);
      clearTimeout(timer);
    };
  }, [send]);
  const add = async (report: Report) => {
    await keepReport(report);
    await refresh();
    void send().catch(() => undefined);
  };
  const drop = async (report: Report) => {
    await forgetReport(report.clientId);
    for (const { photoKey } of report.dangers) if (photoKey) await forgetPhoto(photoKey);
    await refresh();
  };
  return { reports, sending, add, drop, send };
}
