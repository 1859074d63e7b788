import { getTranslations } from "next-intl/server";
import { ClockForm } from "@/components/admin/clock-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { snapshotNow } from "@/lib/live/store";

export default async function Page() {
  const viewer = await deskViewer();
  const clock = snapshotNow()?.clock;
  if (!viewer || !may(viewer, "setting:write") || !clock)
    return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <ClockForm mode={clock.mode} now={clock.now} rate={clock.mode === "live" ? 0 : clock.rate} />;
}
