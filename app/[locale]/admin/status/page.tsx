import { getTranslations } from "next-intl/server";
import { StatusForm } from "@/components/admin/status-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { deployments, now } = deskChoices(viewer);
  const { id } = await searchParams;
  const chosen = deployments.some((row) => row.id === id) ? String(id) : "";
  return <StatusForm deployments={deployments} now={now} chosen={chosen} />;
}
