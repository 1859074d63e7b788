"use client";
import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import styles from "./shell.module.css";

export function SignOut({ name }: { name: string }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const leave = async () => {
    await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    window.location.assign(localPath(locale, "/"));
  };
  return (
    <button type="button" className={styles.plainButton} onClick={leave} title={name}>
      {t("signOut")}
    </button>
  );
}
