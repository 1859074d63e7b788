import { notFound } from "next/navigation";
import { Suspense } from "react";
import { Review } from "@/components/bulletins/review";
import { Skeleton } from "@/components/bulletins/skeleton";
import { may, type Viewer } from "@/lib/auth/roles";
import { bulletinExists, readBulletin } from "@/lib/bulletins/read";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await deskViewer();
  // Asked before anything is sent, so that what is not there is answered with 404.
  if (!viewer || !(await bulletinExists(viewer, id))) notFound();
  return (
    <Suspense fallback={<Skeleton of="review" />}>
      <Reviewed viewer={viewer} id={id} />
    </Suspense>
  );
}

async function Reviewed({ viewer, id }: { viewer: Viewer; id: string }) {
  const bulletin = await readBulletin(viewer, id);
  if (!bulletin) notFound();
  const { issuers, sections, kinds } = deskChoices(viewer);
  const publish = may(viewer, "bulletin:publish");
  return (
    <Review
      bulletin={bulletin}
      me={viewer.user?.username ?? ""}
      may={{ publish, withdraw: publish || bulletin.receivedBy === viewer.user?.username }}
      choices={{
        issuers: issuers.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        sections: sections.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        kinds: kinds.map(({ code, term, termEn }) => ({ id: code, name: term, nameEn: termEn })),
      }}
    />
  );
}
