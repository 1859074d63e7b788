/** A decision of the system not to do something, as a value: its key is a message in both languages. */
export interface Refusal {
  ok: false;
  refusal: string;
  /** Words for the message: numbers, names, times. */
  values?: Record<string, string | number>;
  /** Message keys beside the fields they belong to. */
  fields?: Record<string, string>;
}

/** A refusal by its message key; `fields` name what is wrong beside the fields of a form. */
export const refuse = (refusal: string, values?: Refusal["values"], fields?: Refusal["fields"]): Refusal => ({
  ok: false,
  refusal,
  ...(values ? { values } : {}),
  ...(fields ? { fields } : {}),
});

/** Refusals with an HTTP status of their own; all others are 409. */
export const STATUSES: Readonly<Record<string, number>> = {
  not_signed_in: 401,
  forbidden: 403,
  forbidden_province: 403,
  other_origin: 403,
  password_must_change: 403,
  not_found: 404,
  method_not_allowed: 405,
  unavailable: 503,
  failed: 500,
  not_json: 400,
  not_geojson: 400,
  too_large: 413,
  file_too_large: 413,
  unsupported_type: 415,
  file_unsupported: 415,
  file_old_word: 415,
  file_not_as_named: 415,
  file_bomb: 422,
  file_encrypted: 422,
  file_no_text_layer: 422,
  file_many_pages: 422,
  file_damaged: 422,
  file_too_slow: 422,
  text_empty: 422,
  reader_busy: 503,
  bad_time: 400,
  bad_input: 422,
  busy: 503,
  photo_not_image: 415,
  no_columns: 422,
  empty_delivery: 422,
  cut_off: 400,
};

/** The HTTP status of a refusal; a rule that stands against a move is a conflict. */
export const statusOf = (refusal: string): number =>
  Object.hasOwn(STATUSES, refusal) ? (STATUSES[refusal] ?? 409) : 409;

/** The problem document (RFC 9457) of a refusal; its `type` is a place on the page that lists them all. */
export const problemBody = (refusal: string, detail: string, extra: Record<string, unknown> = {}) => ({
  type: `/docs/problems#${refusal}`,
  title: refusal.replaceAll("_", " "),
  status: statusOf(refusal),
  detail,
  ...extra,
});

export const PROBLEM_HEADERS = { "content-type": "application/problem+json", "cache-control": "no-store" };

/** A machine-readable refusal: RFC 9457 problem document. */
export function problem(refusal: string, detail: string, extra: Record<string, unknown> = {}): Response {
  return Response.json(problemBody(refusal, detail, extra), {
    status: statusOf(refusal),
    headers: PROBLEM_HEADERS,
  });
}

export const wrongMethod = (allow: string) => `This address answers ${allow} only.`;

/** What a route answers to the methods it has no use for; `allow` lists those it has (RFC 9110, 15.5.6). */
export function only(allow: string) {
  const refused = () => {
    const answer = problem("method_not_allowed", wrongMethod(allow));
    answer.headers.set("allow", allow);
    return answer;
  };
  const told = () => new Response(null, { status: 204, headers: { allow } });
  return { GET: refused, POST: refused, PUT: refused, PATCH: refused, DELETE: refused, OPTIONS: told };
}
