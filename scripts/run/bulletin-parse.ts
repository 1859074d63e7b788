import { once } from "node:events";
import { StringDecoder } from "node:string_decoder";
import { parseBulletin } from "@/lib/bulletins/parse";
import type { ResponseFact } from "@/lib/bulletins/parse/responses";
import type { WaterFact } from "@/lib/bulletins/parse/waters";

/** The lines of a stream, one at a time: only \n ends one, for U+2028 and \r may stand inside a JSON string. */
async function* linesOf(input: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  for await (const chunk of input) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    const rest = pieces.pop() ?? "";
    for (const piece of pieces) {
      parts.push(piece);
      yield parts.join("");
      parts = [];
    }
    parts.push(rest);
  }
  parts.push(decoder.end());
  yield parts.join("");
}

const EMPTY = {
  responses: [],
  steps: [],
  deployments: [],
  waters: [],
  floodLimits: [],
  forecasts: [],
  comms: [],
  consultations: [],
  directives: [],
  outages: [],
  dangers: [],
  notes: [],
};

const OVER_LIMIT = "above_flood_limit";

/**
 * The format's states of a water are told against its warning and guarantee marks; a level above the flood limit is
 * none of them and stands in a list of its own.
 */
const byMark = (waters: readonly WaterFact[]) => ({
  waters: waters
    .map((water) => (water.status === OVER_LIMIT ? { ...water, status: null } : water))
    .filter(({ status, trend }) => status !== null || trend !== null),
  floodLimits: waters
    .filter(({ status }) => status === OVER_LIMIT)
    .map(({ name, kind, exceedance, span }) => ({ name, kind, exceedance, span })),
});

/**
 * The format has one record an issuer, hazard and region: of several steps told of one response the last, in `responses`;
 * those before it stand in `steps`.
 */
function byResponse(all: readonly ResponseFact[]) {
  const key = ({ issuer, hazard, region }: ResponseFact) => JSON.stringify([issuer, hazard, region]);
  const last = new Map(all.map((one, i) => [key(one), i]));
  return {
    responses: all.filter((one, i) => last.get(key(one)) === i),
    steps: all.filter((one, i) => last.get(key(one)) !== i),
  };
}

/** The answer to one line; a line that cannot be read gives empty lists and says why. */
function answer(line: string, number: number): object {
  let id: unknown = null;
  try {
    const asked: unknown = JSON.parse(line);
    if (typeof asked !== "object" || asked === null) throw new Error("a line must be an object {id, text}");
    id = "id" in asked ? (asked.id ?? null) : null;
    const text = "text" in asked ? asked.text : undefined;
    const published = "published" in asked ? asked.published : undefined;
    if (typeof text !== "string") throw new Error("text must be a string");
    const { clean: _, ...facts } = parseBulletin(text, typeof published === "string" ? published : null);
    return { id, ...facts, ...byResponse(facts.responses), ...byMark(facts.waters) };
  } catch (error) {
    console.error(`line ${number}: ${error instanceof Error ? error.message : error}`);
    return { id, error: `line ${number} cannot be read`, ...EMPTY };
  }
}

/**
 * JSON lines {id, text, published} in; JSON lines {id, responses, deployments, waters, forecasts, …} out, in order.
 * Holds one line at a time, however many there are.
 */
export async function parseLines(
  input: AsyncIterable<string | Buffer>,
  output: NodeJS.WritableStream,
): Promise<void> {
  let number = 0;
  for await (const raw of linesOf(input)) {
    number++;
    const line = raw.replace(/^\ufeff/, "");
    if (!line.trim()) continue;
    if (!output.write(`${JSON.stringify(answer(line, number))}\n`)) await once(output, "drain");
  }
}
