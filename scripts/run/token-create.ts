import { parseArgs } from "node:util";
import { TOKEN_SCOPES } from "@/lib/auth/roles";
import { openDatabase } from "./open-database";
import { OPERATOR } from "./operator";

const USAGE = `usage: npm run -s token:create -- --name NAME --may SCOPE[,SCOPE…] [--provinces CODE[,CODE…]]
scopes: ${TOKEN_SCOPES.join(" ")}`;

function readLine(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { name: { type: "string" }, may: { type: "string" }, provinces: { type: "string" } },
    });
    if (values.name && values.may) return values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return undefined;
}

/** Prints a new token, and nothing else, on standard output; 2 for a wrong line, 1 when it could not be made. */
export async function createFromLine(args: string[]): Promise<void> {
  const line = readLine(args);
  if (!line) {
    console.error(USAGE);
    process.exit(2);
  }
  const list = (value: string | undefined) => (value ?? "").split(",").filter(Boolean);
  const provinces = list(line.provinces);
  const database = await openDatabase(console.error);
  const { issueToken } = await import("@/lib/tokens/commands");
  const done = await issueToken(OPERATOR, {
    name: line.name,
    scopes: list(line.may),
    national: provinces.length === 0,
    provinces,
  });
  await database.stop();
  if (!done.ok) {
    console.error(`No token was made: ${done.refusal} ${JSON.stringify(done.fields ?? {})}\n${USAGE}`);
    process.exit(1);
  }
  console.log(done.value.secret);
  process.exit(0);
}
