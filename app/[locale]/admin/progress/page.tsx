import { getTranslations } from "next-intl/server";
import { ProgressForm } from "@/components/directives/progress-form";
import { may } from "@/lib/auth/roles";
import { deskChoices, deskViewer } from "@/lib/desk";
import { snapshotNow } from "@/lib/live/store";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { allowed, now } = deskChoices(viewer);
  const directives = snapshotNow()?.directives ?? [];
  const { directive, province } = await searchParams;
  return (
    <ProgressForm
      directives={directives}
      allowed={allowed}
      now={now}
      directive={directives.some((row) => row.id === directive) ? String(directive) : ""}
      province={allowed.some((code) => code === province) ? String(province) : ""}
    />
  );
}
