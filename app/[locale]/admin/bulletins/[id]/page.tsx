import { notFound } from "next/navigation";
import { Review } from "@/components/bulletins/review";
import { may } from "@/lib/auth/roles";
import { readBulletin } from "@/lib/bulletins/read";
import { deskChoices, deskViewer } from "@/lib/desk";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await deskViewer();
  const bulletin = viewer && (await readBulletin(viewer, (await params).id));
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
        english: bulletin.english,
      }}
    />
  );
}
