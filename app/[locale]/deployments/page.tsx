import { setRequestLocale } from "next-intl/server";
import { DeploymentsPage } from "@/components/deployments/deployments-page";
import { Words } from "@/components/shell/messages";
import { may } from "@/lib/auth/roles";
import { parseFilter } from "@/lib/deployments/filter";
import { deskViewer } from "@/lib/desk";
import { pagePicture } from "@/lib/live/page";
import { store } from "@/lib/live/store";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const { snapshot, at } = pagePicture(query.at);
  const viewer = await deskViewer();
  const kinds = [...(store().log?.reference.kinds.values() ?? [])];
  return (
    <Words of={["deployments"]}>
      <DeploymentsPage
        initial={snapshot.deployments}
        version={snapshot.version}
        filter={parseFilter((key) => query[key])}
        at={at}
        kinds={kinds.map(({ code, term, termEn }) => ({ code, term, termEn }))}
        desk={viewer !== undefined && may(viewer, "event:write")}
      />
    </Words>
  );
}
