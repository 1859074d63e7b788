"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Viewer } from "@/lib/auth/roles";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { LiveFrame } from "@/lib/snapshot/schema";
import { LiveProvider, useLive } from "./live";
import { Nav, usePlainPath } from "./nav";
import styles from "./shell.module.css";
import { SignOut } from "./sign-out";

interface Props {
  user: Viewer["user"];
  initial: LiveFrame;
  children: ReactNode;
}

/** The bar, the exercise band and the connection banner around every page. */
export function Shell({ user, initial, children }: Props) {
  const t = useTranslations("shell");
  return (
    <LiveProvider initial={initial}>
      <a className={styles.skip} href="#main">
        {t("skip")}
      </a>
      <ExerciseBand />
      <Bar user={user} />
      <Connection />
      <main id="main" className={styles.main}>
        {children}
      </main>
    </LiveProvider>
  );
}

function ExerciseBand() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { clock, now } = useLive();
  if (clock?.mode !== "exercise") return null;
  return (
    <aside className={styles.exercise} aria-label={t("exercise")} data-testid="exercise">
      <strong>{t("exercise")}</strong>
      <span suppressHydrationWarning>
        {t("exerciseText", { time: showFullTime(now, locale), rate: clock.rate === 0 ? "0" : "other" })}
      </span>
    </aside>
  );
}

function Bar({ user }: Pick<Props, "user">) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const plain = usePlainPath();
  const { recordedAt, clock, now } = useLive();
  return (
    <header className={styles.bar}>
      <a className={styles.name} href={localPath(locale, "/")}>
        <span aria-hidden="true" className={styles.mark} />
        {locale === "en" ? "Xuntu" : "汛图"}
      </a>
      <Nav signedIn={user !== null} path={plain} />
      <p className={styles.age} suppressHydrationWarning>
        {clock?.mode === "live" ? <span>{showFullTime(now, locale)}</span> : null}
        <span data-testid="data-age" suppressHydrationWarning>
          {t("dataAge")} {showFullTime(Date.parse(recordedAt), locale)}
        </span>
      </p>
      <a
        href={localPath(locale === "en" ? "zh" : "en", plain)}
        hrefLang={locale === "en" ? "zh-CN" : "en"}
        className={styles.plain}
        data-testid="language"
        onClick={(event) => {
          // The view in the address goes along.
          event.currentTarget.href += window.location.search;
        }}
      >
        {t("language")}
      </a>
      {user ? (
        <SignOut name={user.name} />
      ) : (
        <a className={styles.plain} href={localPath(locale, "/sign-in")}>
          {t("signIn")}
        </a>
      )}
    </header>
  );
}

function Connection() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { connected, database, recordedAt } = useLive();
  if (connected && database === "up") return <div role="status" className="visually-hidden" />;
  const time = showFullTime(Date.parse(recordedAt), locale);
  return (
    <div role="status" className={styles.connection} data-testid="connection">
      {connected ? t("databaseDown", { time }) : t("offline", { time })}
    </div>
  );
}
