import { getTranslations } from "next-intl/server";
import { BulletinList } from "@/components/bulletins/bulletin-list";
import { readBulletins } from "@/lib/bulletins/read";
import { deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  const bulletins = viewer && (await readBulletins(viewer));
  if (!bulletins) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <BulletinList bulletins={bulletins} />;
}
