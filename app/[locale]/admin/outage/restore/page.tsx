import { getTranslations } from "next-intl/server";
import { RestoreForm } from "@/components/outages/restore-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";
import { snapshotNow } from "@/lib/live/store";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { allowed, now } = deskChoices(viewer);
  const outages = (snapshotNow()?.outages ?? []).filter(
    (row) => row.open.length > 0 && allowed.includes(row.province),
  );
  const { id } = await searchParams;
  const chosen = typeof id === "string" ? id : "";
  return <RestoreForm key={chosen} outages={outages} now={now} chosen={chosen} />;
}
