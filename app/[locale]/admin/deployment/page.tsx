import { getTranslations } from "next-intl/server";
import { DeploymentForm } from "@/components/admin/deployment-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { kinds, allowed, now } = deskChoices(viewer);
  return (
    <DeploymentForm
      kinds={kinds.map(({ code, term, termEn, unit, isAsset }) => ({ code, term, termEn, unit, isAsset }))}
      allowed={allowed}
      now={now}
    />
  );
}
