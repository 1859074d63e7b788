import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { SignInForm } from "@/components/auth/sign-in-form";
import styles from "@/components/forms/forms.module.css";

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
