import { type Refusal, refuse } from "@/lib/errors";
import { mayActFor, type Viewer } from "./roles";

/** Why somebody may not write for these provinces (adcodes): it names those that are not theirs. Undefined when all are. */
export function outOfReach(viewer: Viewer, provinces: readonly string[]): Refusal | undefined {
  const foreign = provinces.filter((code) => !mayActFor(viewer, code));
  return foreign.length ? refuse("forbidden_province", { provinces: foreign.join("、") }) : undefined;
}
