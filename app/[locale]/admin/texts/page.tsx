import { getTranslations } from "next-intl/server";
import { TextsForm } from "@/components/admin/texts-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { store } from "@/lib/live/store";

export default async function Page() {
  const viewer = await deskViewer();
  const { log } = store();
  if (!viewer || !may(viewer, "setting:write") || !log)
    return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <TextsForm right={log.textRight} />;
}
