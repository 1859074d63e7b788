import { randomUUID } from "node:crypto";
import { z } from "zod";
import { outOfReach } from "@/lib/auth/reach";
import { type Context, command } from "@/lib/command";
import { applyConsultation, consultationProvinces } from "@/lib/consultations/commands";
import { ConsultationInput } from "@/lib/consultations/schema";
import { applyDeployment } from "@/lib/deployments/commands";
import { DeployInput, provincesOf } from "@/lib/deployments/schema";
import { applyDirective, directiveProvinces } from "@/lib/directives/commands";
import { DirectiveInput } from "@/lib/directives/schema";
import { type Refusal, refuse } from "@/lib/errors";
import { RequestId, type SourceInput } from "@/lib/fields";
import { applyForecast, forecastProvinces } from "@/lib/forecasts/commands";
import { ForecastInput } from "@/lib/forecasts/schema";
import { store } from "@/lib/live/store";
import { applyOutage } from "@/lib/outages/commands";
import { OutageInput } from "@/lib/outages/schema";
import { applyPatrol } from "@/lib/patrols/commands";
import { PatrolInput } from "@/lib/patrols/schema";
import { ActInput, applyAction, applyCorrection, CorrectInput } from "@/lib/responses/commands";
import type { Confirmed } from "@/lib/snapshot/confirmations";
import { recordSource } from "@/lib/sources";
import { applyReport, ReportInput } from "@/lib/waters/commands";
import type { Assessment } from "./assess";
import { confirmedBy, logBefore, recordConfirmation } from "./confirm";
import { trackOf } from "./levels";
import { CorrectsFact, type Draft, type ResponseDraft, storedDraft } from "./schema";
import { counting, headOf, type Loaded, openBulletin } from "./state";
import { assessTogether, inOrderOfEffect } from "./together";

type Done = { ok: true; provinces: readonly string[] } | Refusal;
interface Fact {
  context: Context;
  source: SourceInput;
  corrects: CorrectsFact | null;
  /** What is on record already and says the same: it gets a further source, and no second event is written. */
  confirms: Confirmed | null;
}

const incomplete = () => refuse("proposal_incomplete");

/** Runs what a form would run, or confirms what it ran before, after the same check of the provinces it touches. */
async function apply<S extends z.ZodType>(
  { context, source, corrects, confirms }: Fact,
  schema: S,
  fields: object,
  touches: (input: z.output<S>) => readonly string[],
  run: (context: Context, input: z.output<S>) => Promise<{ ok: true } | Refusal>,
): Promise<Done> {
  const input = schema.safeParse({ ...fields, corrects: corrects ?? undefined, source });
  if (!input.success) return incomplete();
  const provinces = touches(input.data);
  const foreign = outOfReach(context.viewer, provinces);
  if (foreign) return foreign;
  const done = confirms
    ? await recordConfirmation(context, await recordSource(context, source), confirms)
    : await run(context, input.data);
  return done.ok ? { ok: true, provinces } : done;
}

/** A response for each of its provinces: an activation at the level in force is recorded as a confirmation. */
async function publishResponse(fact: Fact, draft: ResponseDraft, { changes }: Assessment): Promise<Done> {
  const { corrects } = fact;
  if (corrects) {
    const replacement = { kind: draft.action, level: draft.level, effectiveAt: draft.effectiveAt };
    const [province] = draft.provinces;
    const fields = { actionId: corrects.id, reason: corrects.reason, province, replacement };
    return apply(
      { ...fact, corrects: null },
      CorrectInput,
      fields,
      (input) => [input.province],
      applyCorrection,
    );
  }
  for (const { province, action } of changes) {
    const fields = { ...draft, kind: action, provinces: [province] };
    const done = await apply(fact, ActInput, fields, (input) => input.provinces, applyAction);
    if (!done.ok) return done;
  }
  return draft.provinces.length ? { ok: true, provinces: draft.provinces } : incomplete();
}

/** The report of a patrol of which the bulletin tells the danger alone. */
const patrolOf = ({ danger, dangerGrade, dangerState, ...draft }: Extract<Draft, { kind: "DANGER" }>) => ({
  ...{ clientId: randomUUID(), sectionId: draft.sectionId, province: draft.province, at: draft.at },
  dangers: [{ kind: danger, grade: dangerGrade, state: dangerState, place: draft.place, foundAt: draft.at }],
});

/** One accepted draft as the event it becomes, through the same rules as the forms. */
async function publishDraft(fact: Fact, draft: Draft, judged: Assessment): Promise<Done> {
  const { kind: _, ...fields } = draft;
  switch (draft.kind) {
    case "RESPONSE":
      return publishResponse(fact, draft, judged);
    case "WATER": {
      const provinces = store().log?.reference.sections.get(draft.sectionId ?? "")?.adcodes ?? [];
      return apply(fact, ReportInput, { ...fields, provinces }, (input) => input.provinces, applyReport);
    }
    case "DEPLOYMENT":
    case "COMMUNICATION":
      return apply(fact, DeployInput, fields, provincesOf, applyDeployment);
    case "FORECAST":
      return apply(fact, ForecastInput, fields, forecastProvinces, applyForecast);
    case "CONSULTATION":
      return apply(
        fact,
        ConsultationInput,
        { ...fields, kind: draft.form },
        consultationProvinces,
        applyConsultation,
      );
    case "DIRECTIVE":
      return apply(fact, DirectiveInput, fields, directiveProvinces, applyDirective);
    case "OUTAGE":
      return apply(fact, OutageInput, fields, (input) => [input.province], applyOutage);
    case "DANGER":
      return apply(fact, PatrolInput, patrolOf(draft), (input) => [input.province], applyPatrol);
  }
}

/** What was accepted, each with its number in the order of the text, in the order in which it takes effect. */
function acceptedOf(bulletin: Loaded) {
  const accepted = counting(bulletin).flatMap((proposal) => {
    const last = proposal.decisions.at(-1);
    if (last?.choice !== "ACCEPTED") return [];
    const read = z.object({ draft: z.unknown() }).safeParse(proposal.fact).data?.draft;
    const draft = storedDraft(last.edited ?? read);
    const corrects = CorrectsFact.safeParse(last.corrects).data ?? null;
    return [{ proposal, draft, choice: last.choice, corrects }];
  });
  const judged = assessTogether(accepted, trackOf);
  return inOrderOfEffect(accepted.map((one) => one.draft)).flatMap((index) => {
    const [one, own] = [accepted[index], judged[index]];
    return one && own ? [{ ...one, judged: own, number: index + 1 }] : [];
  });
}

/** Who submitted it; a chief who publishes what nobody submitted did both, and that is recorded. */
async function submitter({ tx, viewer, recordedAt }: Context, bulletin: Loaded): Promise<string> {
  const last = bulletin.steps.at(-1);
  if (last?.kind === "SUBMITTED") return last.userName;
  const userName = viewer.user?.username ?? "—";
  await tx.bulletinStep.create({
    data: { bulletinId: bulletin.id, kind: "SUBMITTED", userName, at: recordedAt },
  });
  return userName;
}

export const PublishInput = z.object({ requestId: RequestId, bulletinId: z.uuid() });

/** Makes every accepted proposal an event or the confirmation of one, all in one transaction or none; a bulletin is published once. */
export const publishBulletin = command({
  name: "bulletin.publish",
  may: "bulletin:publish",
  input: PublishInput,
  async run(context, { bulletinId }) {
    const { tx, viewer } = context;
    const open = await openBulletin(tx, bulletinId);
    if (!open.ok) return open;
    // What the browser saw may have been withdrawn meanwhile, and a colleague may have told the same.
    const log = await logBefore(context);
    if (!log) return refuse("unavailable");
    const accepted = acceptedOf(open.bulletin);
    if (!accepted.length) return refuse("nothing_accepted");
    const { url, ...head } = headOf(open.bulletin);
    const source = { ...head, url: url ?? undefined };
    const provinces = new Set<string>();
    for (const { proposal, draft, corrects, judged, number } of accepted) {
      if (!draft) return refuse("proposal_incomplete", { number });
      const row = await tx.source.create({
        data: {
          ...head,
          url,
          bulletinId,
          fact: number,
          spanStart: proposal.spanStart,
          spanEnd: proposal.spanEnd,
        },
      });
      const confirms = corrects ? null : confirmedBy(draft, bulletinId, log);
      const fact = { context: { ...context, sourceId: row.id }, source, corrects, confirms };
      const done = await publishDraft(fact, draft, judged);
      if (!done.ok) return { ...done, values: { ...done.values, number } };
      for (const code of done.provinces) provinces.add(code);
    }
    await tx.bulletinPublication.create({
      data: {
        bulletinId,
        version: context.version,
        userName: viewer.user?.username ?? "—",
        submittedBy: await submitter(context, open.bulletin),
        at: context.recordedAt,
        facts: accepted.length,
      },
    });
    return {
      ok: true as const,
      value: { bulletinId, facts: accepted.length },
      provinces: [...provinces].sort(),
    };
  },
});
