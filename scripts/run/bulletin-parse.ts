import { createInterface } from "node:readline";
import { parseBulletin } from "@/lib/bulletins/parse";

/** JSON lines {id, text, published} in; JSON lines {id, responses, deployments, waters, forecasts, …} out, in order. */
export async function parseLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (!line.trim()) continue;
    let id: unknown = null;
    try {
      const asked = JSON.parse(line);
      id = asked.id ?? null;
      if (typeof asked.text !== "string") throw new Error("text must be a string");
      const { clean: _, ...facts } = parseBulletin(asked.text, asked.published);
      output.write(`${JSON.stringify({ id, ...facts })}\n`);
    } catch (error) {
      console.error(`line ${number}: ${error instanceof Error ? error.message : error}`);
      output.write(
        `${JSON.stringify({ id, error: `line ${number} cannot be read`, responses: [], deployments: [], waters: [], forecasts: [] })}\n`,
      );
    }
  }
}
