"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Form } from "@/components/ui/form";
import { localPath } from "@/lib/i18n/routing";

export function SignInForm() {
  const t = useTranslations("auth");
  const locale = useLocale();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [wrong, setWrong] = useState<"wrong" | "throttled" | "unavailable" | null>(null);
  const submit = async () => {
    setPending(true);
    try {
      const response = await fetch("/api/auth/sign-in/username", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username, password }),
      });
      if (response.ok) window.location.assign(localPath(locale, "/admin"));
      else setWrong(response.status === 429 ? "throttled" : response.status >= 500 ? "unavailable" : "wrong");
    } catch {
      setWrong("unavailable");
    }
    setPending(false);
  };
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField name="username" label={t("username")} value={username} max={40} onChange={setUsername} />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        value={password}
        max={128}
        onChange={setPassword}
      />
      {wrong ? (
        <p role="alert" className={styles.refusal}>
          {t(wrong)}
        </p>
      ) : null}
      <button type="submit" className="button primary" disabled={pending}>
        {t("submit")}
      </button>
      <p className="muted">{t("public")}</p>
    </Form>
  );
}
