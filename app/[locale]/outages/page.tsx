import { setRequestLocale } from "next-intl/server";
import { OutagesPage } from "@/components/outages/outages-page";
import { Words } from "@/components/shell/messages";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { pagePicture } from "@/lib/live/page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { snapshot, at } = pagePicture((await searchParams).at);
  const viewer = await deskViewer();
  const { outages, season, deployments, version } = snapshot;
  return (
    <Words of={["outages"]}>
      <OutagesPage
        initial={{ outages, season, deployments }}
        version={version}
        at={at}
        desk={viewer !== undefined && may(viewer, "event:write")}
      />
    </Words>
  );
}
