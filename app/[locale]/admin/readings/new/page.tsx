import { getTranslations } from "next-intl/server";
import { ReadingForm } from "@/components/readings/reading-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";
import { DATUMS } from "@/lib/waters/datums";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "readings:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { sections, now } = deskChoices(viewer);
  return (
    <ReadingForm
      sections={sections
        .filter((row) => !row.synthetic)
        .map(({ id, name, nameEn, river, adcodes }) => ({ id, name, nameEn, river, adcodes }))}
      datums={DATUMS.map(({ code, name, nameEn }) => ({ code, name, nameEn }))}
      now={now}
    />
  );
}
