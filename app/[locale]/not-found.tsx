import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";

export default function NotFound() {
  const t = useTranslations("error");
  const locale = useLocale();
  return (
    <div style={{ padding: 24 }}>
      <h1>{t("notFound")}</h1>
      <p>{t("notFoundText")}</p>
      <p>
        <a href={localPath(locale, "/")}>{t("home")}</a>
      </p>
    </div>
  );
}
