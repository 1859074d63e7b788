import { getTranslations } from "next-intl/server";
import { Tokens } from "@/components/admin/tokens";
import { deskViewer } from "@/lib/desk";
import { readTokens } from "@/lib/tokens/read";

export default async function Page() {
  const viewer = await deskViewer();
  const tokens = viewer ? await readTokens(viewer) : undefined;
  if (!tokens) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <Tokens tokens={tokens} />;
}
