import { getTranslations } from "next-intl/server";
import { ReadingForm } from "@/components/readings/reading-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { waterChoices } from "@/lib/waters/choices";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "readings:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <ReadingForm {...waterChoices(viewer)} />;
}
