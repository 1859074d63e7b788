import { getMessages, setRequestLocale } from "next-intl/server";
import { ProblemList } from "@/components/problems/problem-list";
import { statusOf } from "@/lib/errors";

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  setRequestLocale((await params).locale);
  const { refusal } = await getMessages();
  const rows = Object.entries(refusal).map(([code, meaning]) => ({
    code,
    meaning: String(meaning),
    status: statusOf(code),
  }));
  return <ProblemList rows={rows.sort((a, b) => a.status - b.status || a.code.localeCompare(b.code))} />;
}
