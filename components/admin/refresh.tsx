"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";

/** Brings the levels shown in the forms up to date when somebody else publishes; what is typed stays. */
export function Refresh() {
  const { revision } = useLive();
  const router = useRouter();
  const known = useRef(revision);
  useEffect(() => {
    if (known.current === revision) return;
    known.current = revision;
    router.refresh();
  }, [revision, router]);
  return null;
}
