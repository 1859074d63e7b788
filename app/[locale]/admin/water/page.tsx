import { getTranslations } from "next-intl/server";
import { WaterForm } from "@/components/admin/water-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { sections, now } = deskChoices(viewer);
  return (
    <WaterForm
      sections={sections.map(({ id, name, nameEn, river, adcodes }) => ({
        id,
        name,
        nameEn,
        river,
        adcodes,
      }))}
      now={now}
    />
  );
}
