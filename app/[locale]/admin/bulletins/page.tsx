import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BulletinList } from "@/components/bulletins/bulletin-list";
import { Skeleton } from "@/components/bulletins/skeleton";
import { may, type Viewer } from "@/lib/auth/roles";
import { readBulletins } from "@/lib/bulletins/read";
import { State } from "@/lib/bulletins/state";
import { deskViewer } from "@/lib/desk";

interface Props {
  searchParams: Promise<{ state?: string | string[]; q?: string | string[] }>;
}
interface Filter {
  state: State | undefined;
  words: string | undefined;
}

export default async function Page({ searchParams }: Props) {
  const { state, q } = await searchParams;
  const filter = {
    state: State.safeParse(state).data,
    words: typeof q === "string" ? q.slice(0, 100) : undefined,
  };
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:write")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return (
    <Suspense fallback={<Skeleton of="list" />}>
      <Listed viewer={viewer} filter={filter} />
    </Suspense>
  );
}

async function Listed({ viewer, filter }: { viewer: Viewer; filter: Filter }) {
  const page = await readBulletins(viewer, filter);
  return page ? <BulletinList page={page} filter={filter} /> : null;
}
