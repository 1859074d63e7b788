import { getRequestConfig } from "next-intl/server";
import { isLocale } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = (await requestLocale) ?? "zh";
  const locale = isLocale(asked) ? asked : "zh";
  const { default: messages } =
    locale === "en" ? await import("./messages/en.json") : await import("./messages/zh.json");
  return { locale, messages, timeZone: "Asia/Shanghai" };
});
