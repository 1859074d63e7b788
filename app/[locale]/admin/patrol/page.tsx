import { getTranslations } from "next-intl/server";
import { DangerList } from "@/components/patrol/danger-list";
import { PatrolForm } from "@/components/patrol/patrol-form";
import { may } from "@/lib/auth/roles";
import { recordTime } from "@/lib/clock";
import { deskViewer } from "@/lib/desk";
import { patrolChoices } from "@/lib/patrols/read";

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { sections, dangers, now } = patrolChoices(viewer, locale);
  return (
    <>
      <PatrolForm sections={sections} now={now} madeAt={recordTime()} />
      <DangerList dangers={dangers} />
    </>
  );
}
