import { searchAreas } from "@/lib/areas/search";
import { only } from "@/lib/errors";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

const SHOWN = 12;

/** Prefectures and counties whose name holds the words: what a form offers while somebody types. */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams;
  const province = query.get("province") ?? "";
  const areas = searchAreas((query.get("q") ?? "").slice(0, 40), {
    province: /^[1-8]\d0000$/.test(province) ? province : undefined,
    locale: query.get("locale") === "en" ? "en" : "zh",
    limit: SHOWN,
  });
  return Response.json({ areas }, { headers: { "cache-control": "public, max-age=3600" } });
}
