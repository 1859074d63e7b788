import { getTranslations } from "next-intl/server";
import { AuditTable } from "@/components/admin/audit-table";
import { AuditFilter, readAudit } from "@/lib/audit/read";
import { deskViewer } from "@/lib/desk";

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await deskViewer();
  const query = await searchParams;
  const filter = AuditFilter.parse(
    Object.fromEntries(
      Object.entries(query).map(([key, value]) => [
        key,
        (Array.isArray(value) ? value[0] : value) || undefined,
      ]),
    ),
  );
  const entries = viewer ? await readAudit(viewer, filter) : undefined;
  if (!entries) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <AuditTable entries={entries} filter={filter} />;
}
