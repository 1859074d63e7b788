/** Whether a browser of another site sends this request: it may not write with our user's cookie. */
export function fromElsewhere(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "cross-site";
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}
