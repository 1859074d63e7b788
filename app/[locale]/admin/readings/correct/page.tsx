import { getTranslations } from "next-intl/server";
import { CorrectReading } from "@/components/readings/correct-reading";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { readingsOfDay } from "@/lib/readings/of-day";
import { waterChoices } from "@/lib/waters/choices";

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:correct")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { sections, datums, now } = waterChoices(viewer);
  const query = await searchParams;
  const sectionId = first(query.section);
  const day = first(query.day) || now.slice(0, 10);
  const rows = await readingsOfDay(viewer, sectionId, day);
  return <CorrectReading {...{ sections, datums, sectionId, day }} rows={rows} />;
}
