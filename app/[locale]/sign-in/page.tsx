import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import styles from "@/components/admin/admin.module.css";
import { SignInForm } from "@/components/auth/sign-in-form";

export default function Page() {
  const t = useTranslations("auth");
  return (
    <NextIntlClientProvider messages={useMessages()}>
      <div className={styles.page}>
        <h1>{t("heading")}</h1>
        <SignInForm />
      </div>
    </NextIntlClientProvider>
  );
}
