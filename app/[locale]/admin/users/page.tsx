import { getTranslations } from "next-intl/server";
import { Users } from "@/components/admin/users";
import { readUsers } from "@/lib/accounts/read";
import { deskViewer } from "@/lib/desk";

export default async function Page() {
  const viewer = await deskViewer();
  const users = viewer ? await readUsers(viewer) : undefined;
  if (!users) return <p>{(await getTranslations("auth"))("forbidden")}</p>;
  return <Users users={users} />;
}
