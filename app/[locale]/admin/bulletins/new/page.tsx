import { getTranslations } from "next-intl/server";
import { BulletinForm } from "@/components/bulletins/bulletin-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "bulletin:receive"))
    return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <BulletinForm />;
}
