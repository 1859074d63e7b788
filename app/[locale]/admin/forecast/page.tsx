import { getTranslations } from "next-intl/server";
import { ForecastForm } from "@/components/forecasts/forecast-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { now } = deskChoices(viewer);
  return <ForecastForm now={now} />;
}
