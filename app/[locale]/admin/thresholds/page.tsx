import { getTranslations } from "next-intl/server";
import { ThresholdForm } from "@/components/gaps/threshold-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { store } from "@/lib/live/store";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";

export default async function Page() {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "setting:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <ThresholdForm thresholds={store().log?.thresholds ?? STANDARD_THRESHOLDS} />;
}
