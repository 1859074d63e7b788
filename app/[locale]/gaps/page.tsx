import { setRequestLocale } from "next-intl/server";
import { GapsPage } from "@/components/gaps/gaps-page";
import { Words } from "@/components/shell/messages";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { pagePicture } from "@/lib/live/page";
import { store } from "@/lib/live/store";
import { provinceOf } from "@/lib/provinces/list";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { at: asked, province } = await searchParams;
  const { snapshot, at } = pagePicture(asked);
  const viewer = await deskViewer();
  return (
    <Words of={["gaps"]}>
      <GapsPage
        initial={snapshot.gaps}
        version={snapshot.version}
        at={at}
        province={typeof province === "string" && provinceOf(province) ? province : ""}
        thresholds={store().log?.thresholds ?? STANDARD_THRESHOLDS}
        maySet={viewer !== undefined && may(viewer, "setting:write")}
      />
    </Words>
  );
}
