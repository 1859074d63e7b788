import { NextIntlClientProvider, useMessages } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Refresh } from "@/components/admin/refresh";
import { Tabs } from "@/components/admin/tabs";
import { PasswordForm } from "@/components/auth/password-form";
import styles from "@/components/forms/forms.module.css";
import { may } from "@/lib/auth/roles";
import { deskViewer } from "@/lib/desk";
import { localPath } from "@/lib/i18n/routing";

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("auth");
  const refused = await getTranslations("refusal");
  const admin = await getTranslations("admin");
  const viewer = await deskViewer();
  if (!viewer)
    return (
      <p className={styles.page} role="alert">
        {refused("unavailable")}
      </p>
    );
  if (!viewer.user) {
    return (
      <div className={styles.page}>
        <p>{t("needed")}</p>
        <p>
          <a className="button primary" href={localPath(locale, "/sign-in")}>
            {t("submit")}
          </a>
        </p>
      </div>
    );
  }
  return (
    <All>
      <div className={styles.page}>
        <h1>{admin("heading")}</h1>
        {viewer.user.mustChangePassword ? (
          <PasswordForm must />
        ) : (
          <>
            <Tabs write={may(viewer, "event:write")} manage={may(viewer, "user:manage")} />
            <Refresh />
            {children}
          </>
        )}
      </div>
    </All>
  );
}

function All({ children }: { children: ReactNode }) {
  return <NextIntlClientProvider messages={useMessages()}>{children}</NextIntlClientProvider>;
}
