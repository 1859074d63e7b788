import { notFound } from "next/navigation";
import { parseTime } from "@/lib/format";
import type { Snapshot } from "@/lib/snapshot/schema";
import { preparedSnapshot } from "./store";

/** The picture that a public page is drawn from: of the time in its address (`?at=`), else of now. */
export function pagePicture(asked: string | string[] | undefined): { snapshot: Snapshot; at: number | null } {
  const given = typeof asked === "string" ? parseTime(asked.replace(/ (?=\d{2}:\d{2}$)/, "+")) : undefined;
  const there = given ? preparedSnapshot(given.ms) : undefined;
  const snapshot = (there ?? preparedSnapshot())?.snapshot;
  if (!snapshot) notFound();
  return { snapshot, at: there && given ? given.ms : null };
}
