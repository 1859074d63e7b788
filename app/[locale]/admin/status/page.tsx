import { getTranslations } from "next-intl/server";
import { StatusForm } from "@/components/admin/status-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { deployments, now } = deskChoices(viewer);
  return <StatusForm deployments={deployments} now={now} />;
}
