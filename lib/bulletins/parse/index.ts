import { type CommsFact, commsIn, type NoteFact, notesIn } from "./comms";
import { type ConsultationFact, consultationsIn } from "./consultations";
import { type DangerFact, dangersIn, mergedDangers } from "./dangers";
import { type DeploymentFact, deploymentsIn, mergedTeams } from "./deployments";
import { type DirectiveFact, directivesIn, type OrderMemory } from "./directives";
import { type ForecastFact, type ForecastMemory, forecastsIn, mergedForecasts } from "./forecasts";
import type { Memory } from "./memory";
import { merged } from "./merged";
import { mergedOutages, type OutageFact, outagesIn } from "./outages";
import { type ResponseFact, responsesIn } from "./responses";
import { type Sentence, sentencesOf } from "./sentences";
import { signerFinder } from "./signers";
import { listsIn } from "./targets";
import { type Clean, clean } from "./text";
import { type Day, dayOf } from "./times";
import { type WaterFact, type WaterMemory, watersIn } from "./waters";
import { stateOf } from "./waters-merged";

export interface Facts {
  responses: ResponseFact[];
  deployments: DeploymentFact[];
  waters: WaterFact[];
  forecasts: ForecastFact[];
  comms: CommsFact[];
  consultations: ConsultationFact[];
  directives: DirectiveFact[];
  outages: OutageFact[];
  dangers: DangerFact[];
  notes: NoteFact[];
}

/** The day printed on the page when none is given: a full date, else a month and day with the page's year. */
function printedDay(text: string): Day | undefined {
  const full =
    /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text) ?? /(20\d{2})[—./](\d{1,2})[—./](\d{1,2})/.exec(text);
  return full ? dayOf(Number(full[1]), Number(full[2]), Number(full[3])) : undefined;
}

const parseDay = (published: string | null | undefined): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

/** How many lists of places 上述三省 may reach back over. */
const LISTS = 12;

function factsOf(sentences: readonly Sentence[], cleaned: Clean, published: Day): Facts {
  const memory: Memory = {
    same: published,
    issuers: [],
    places: [],
    lists: [],
    last: [],
    home: null,
    sender: null,
    opener: null,
    signer: null,
    hazards: new Map(),
  };
  const signerOf = signerFinder(cleaned.text);
  const responses: ResponseFact[] = [];
  const deployments: DeploymentFact[] = [];
  const waters: WaterFact[] = [];
  const forecasts: ForecastFact[] = [];
  const comms: CommsFact[] = [];
  const consultations: ConsultationFact[] = [];
  const directives: DirectiveFact[] = [];
  const outages: OutageFact[] = [];
  const dangers: DangerFact[] = [];
  const notes: NoteFact[] = [];
  const order: OrderMemory = { issuer: null, addressed: [] };
  let paragraph = sentences[0]?.paragraph;
  const water: WaterMemory = { last: null, river: null, reach: null, foretold: false, told: [] };
  const forecast: ForecastMemory = { from: null, to: null, open: false, rained: null };
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      memory.issuers = [];
      memory.places = [];
      memory.lists = [];
      memory.last = [];
      memory.sender = null;
      memory.opener = null;
      memory.same = sentence.base;
      Object.assign(forecast, { from: null, to: null, open: false, rained: null });
      Object.assign(water, { last: null, river: null, reach: null });
      order.issuer = null;
    }
    memory.home = sentence.home;
    memory.signer = signerOf(sentence.tokens[0]?.start ?? 0);
    responses.push(...responsesIn(sentence, memory));
    memory.lists = [...memory.lists, ...listsIn(sentence.tokens, true)].slice(-LISTS);
    deployments.push(...deploymentsIn(sentence, memory, cleaned));
    waters.push(...watersIn(sentence, water, cleaned));
    comms.push(...commsIn(sentence, cleaned));
    consultations.push(...consultationsIn(sentence, cleaned));
    directives.push(...directivesIn(sentence, order, cleaned));
    outages.push(...outagesIn(sentence, cleaned));
    dangers.push(...dangersIn(sentence, cleaned));
    notes.push(...notesIn(sentence, cleaned));
    forecasts.push(...forecastsIn(sentence, forecast, cleaned));
  }
  return {
    responses: merged(responses),
    deployments: mergedTeams(deployments),
    waters: stateOf(waters),
    forecasts: mergedForecasts(forecasts),
    comms,
    consultations,
    directives,
    outages: mergedOutages(outages),
    dangers: mergedDangers(dangers),
    notes,
  };
}

/** Days counted from a day that nobody told are none. */
const undated = (facts: Facts): Facts => ({
  ...facts,
  responses: facts.responses.map((fact) => ({ ...fact, effective: null })),
  forecasts: facts.forecasts.map((fact) => ({ ...fact, from: null, to: null })),
  consultations: facts.consultations.map((fact) => ({ ...fact, on: null })),
  outages: facts.outages.map((fact) => ({ ...fact, on: null, hour: null })),
  dangers: facts.dangers.map((fact) => ({ ...fact, on: null, hour: null })),
});

/**
 * Reads a bulletin's text. Pure: no clock, no network; linear in the length.
 * `published` is YYYY-MM-DD, Beijing time; without it the first full date in the text; with neither, every day is null.
 */
export function parseBulletin(raw: string, published?: string | null): Facts & { clean: Clean } {
  const cleaned = clean(raw);
  const day = parseDay(published) ?? printedDay(cleaned.text);
  const base = day ?? 0;
  const facts = factsOf(sentencesOf(cleaned, base, false), cleaned, base);
  const empty = Object.values(facts).every((list) => list.length === 0);
  // A text that is only a headline is read as a sentence.
  const hasBody = cleaned.paragraphs.some((paragraph) => !paragraph.headline);
  const found = empty && !hasBody ? factsOf(sentencesOf(cleaned, base, true), cleaned, base) : facts;
  return { ...(day === undefined ? undated(found) : found), clean: cleaned };
}
