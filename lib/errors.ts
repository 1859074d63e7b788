/** A decision of the system not to do something, as a value: its key is a message in both languages. */
export interface Refusal {
  ok: false;
  refusal: string;
  /** Words for the message: numbers, names, times. */
  values?: Record<string, string | number>;
  /** Message keys beside the fields they belong to. */
  fields?: Record<string, string>;
}

export const refuse = (refusal: string, values?: Refusal["values"], fields?: Refusal["fields"]): Refusal => ({
  ok: false,
  refusal,
  ...(values ? { values } : {}),
  ...(fields ? { fields } : {}),
});

const STATUS: Record<string, number> = {
  not_signed_in: 401,
  forbidden: 403,
  forbidden_province: 403,
  other_origin: 403,
  password_must_change: 403,
  not_found: 404,
  unavailable: 503,
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

/** A machine-readable refusal: RFC 9457 problem document. */
export function problem(refusal: string, detail: string, extra: Record<string, unknown> = {}): Response {
  const status = STATUS[refusal] ?? 409;
  return Response.json(
    { type: `/docs/problems#${refusal}`, title: refusal.replaceAll("_", " "), status, detail, ...extra },
    { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } },
  );
}
