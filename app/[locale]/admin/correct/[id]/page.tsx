import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CorrectForm } from "@/components/admin/correct-form";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { clockNow } from "@/lib/live/store";
import { readActions } from "@/lib/provinces/read";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ province?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "event:correct")) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { id } = await params;
  const { province = "" } = await searchParams;
  const action = readActions(province, clockNow() + 72 * 3_600_000).find((row) => row.id === Number(id));
  if (!action) notFound();
  return (
    <CorrectForm
      actionId={action.id}
      province={province}
      kind={action.kind}
      level={action.level ?? ""}
      effectiveAt={action.effectiveAt.slice(0, 16)}
    />
  );
}
