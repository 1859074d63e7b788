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
  return (
    <Review
      bulletin={bulletin}
      mayPublish={may(viewer, "bulletin:publish")}
      choices={{
        issuers: issuers.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        sections: sections.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
        kinds: kinds.map(({ code, term, termEn }) => ({ id: code, name: term, nameEn: termEn })),
      }}
    />
  );
}
