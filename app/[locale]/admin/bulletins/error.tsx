"use client";
import { Failed } from "@/components/bulletins/failed";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Failed onAgain={reset} />;
}
