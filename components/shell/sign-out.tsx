"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { localPath } from "@/lib/i18n/routing";
import styles from "./shell.module.css";

/** Ends the session; where the server cannot be reached it says so, since the session then goes on. */
export function SignOut({ name }: { name: string }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    const response = await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    if (response?.ok) window.location.assign(localPath(locale, "/"));
    else setFailed(true);
  };
  return (
    <button type="button" className={styles.plainButton} onClick={leave} title={name}>
      <span aria-live="polite">{failed ? t("signOutFailed") : t("signOut")}</span>
    </button>
  );
}
