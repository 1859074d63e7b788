import { getTranslations } from "next-intl/server";
import { Quarantine } from "@/components/readings/quarantine";
import { QuarantineFilters } from "@/components/readings/quarantine-filter";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { QUARANTINE_PAGE, QuarantineFilter, readQuarantine } from "@/lib/readings/read";

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await deskViewer();
  const query = await searchParams;
  const filter = QuarantineFilter.parse(
    Object.fromEntries(
      Object.entries(query).map(([key, value]) => [
        key,
        (Array.isArray(value) ? value[0] : value) || undefined,
      ]),
    ),
  );
  const page = viewer ? await readQuarantine(viewer, filter) : undefined;
  if (!viewer || !page) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const t = await getTranslations("readings");
  const older = new URLSearchParams({ decided: filter.decided, before: page.rows.at(-1)?.id ?? "" });
  if (filter.reason) older.set("reason", filter.reason);
  if (filter.station) older.set("station", filter.station);
  return (
    <>
      <h2>{t("heading")}</h2>
      <p>{t("intro")}</p>
      <QuarantineFilters filter={filter} counts={page.counts} />
      <Quarantine rows={page.rows} mayJudge={may(viewer, "event:correct")} />
      {page.rows.length === QUARANTINE_PAGE ? <a href={`?${older}`}>{t("older")}</a> : null}
    </>
  );
}
