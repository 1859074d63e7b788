import { getTranslations } from "next-intl/server";
import { MarkForm } from "@/components/waters/mark-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { waterChoices } from "@/lib/waters/choices";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:correct")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <MarkForm {...waterChoices(viewer)} />;
}
