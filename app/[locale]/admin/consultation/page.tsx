import { getTranslations } from "next-intl/server";
import { ConsultationForm } from "@/components/consultations/consultation-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { allowed, now } = deskChoices(viewer);
  return <ConsultationForm allowed={allowed} now={now} />;
}
