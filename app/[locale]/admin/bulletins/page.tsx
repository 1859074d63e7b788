import { getTranslations } from "next-intl/server";
import { BulletinList } from "@/components/bulletins/bulletin-list";
import { readBulletins } from "@/lib/bulletins/read";
import { State } from "@/lib/bulletins/state";
import { deskViewer } from "@/lib/desk";

interface Props {
  searchParams: Promise<{ state?: string | string[]; q?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const { state, q } = await searchParams;
  const filter = {
    state: State.safeParse(state).data,
    words: typeof q === "string" ? q.slice(0, 100) : undefined,
  };
  const viewer = await deskViewer();
  const page = viewer && (await readBulletins(viewer, filter));
  if (!page) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <BulletinList page={page} filter={filter} />;
}
