import { getTranslations } from "next-intl/server";
import { ResponseForm } from "@/components/admin/response-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { issuers, inForce, allowed, now } = deskChoices(viewer);
  return <ResponseForm issuers={issuers} inForce={inForce} allowed={allowed} now={now} />;
}
