import { setRequestLocale } from "next-intl/server";
import { MatrixPage } from "@/components/directives/matrix-page";
import { Words } from "@/components/shell/messages";
import { may, mayActFor } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { pagePicture } from "@/lib/live/page";
import { store } from "@/lib/live/store";
import { PROVINCES } from "@/lib/provinces/list";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { snapshot, at } = pagePicture((await searchParams).at);
  const viewer = await deskViewer();
  const writes = viewer !== undefined && may(viewer, "event:write");
  const { directives, geohazards, version } = snapshot;
  return (
    <Words of={["directives"]}>
      <MatrixPage
        initial={{ directives, geohazards }}
        version={version}
        at={at}
        lateAfterHours={(store().log?.thresholds ?? STANDARD_THRESHOLDS).directiveWithinHours}
        mine={writes ? PROVINCES.map((row) => row.adcode).filter((code) => mayActFor(viewer, code)) : []}
      />
    </Words>
  );
}
