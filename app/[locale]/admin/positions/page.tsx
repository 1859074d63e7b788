import { getTranslations } from "next-intl/server";
import { DoubtedPositions } from "@/components/positions/doubted-positions";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { readQuarantinedPositions } from "@/lib/positions/read";
import { POSITION_REASONS } from "@/lib/positions/rules";

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await deskViewer();
  if (!viewer || !may(viewer, "positions:write"))
    return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  const { reason } = await searchParams;
  return (
    <DoubtedPositions
      rows={await readQuarantinedPositions(viewer)}
      reason={POSITION_REASONS.find((known) => known === reason)}
    />
  );
}
