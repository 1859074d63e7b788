"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { type Permission, TOKEN_SCOPES } from "@/lib/auth/roles";
import { joinerOf, showFullTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import { submitToken, submitTokenRevocation } from "@/lib/tokens/actions";
import type { TokenRow } from "@/lib/tokens/read";
import { ReachFields } from "./reach-fields";

function useScopeName() {
  const t = useTranslations("token.scope");
  return (scope: Permission) => t(scope.replace(":", "_") as "event_write");
}

export function Tokens({ tokens }: { tokens: TokenRow[] }) {
  const t = useTranslations("token");
  return (
    <>
      <p>{t("explain")}</p>
      {tokens.length ? (
        tokens.map((token) => <TokenCard key={token.id} token={token} />)
      ) : (
        <p>{t("empty")}</p>
      )}
      <NewToken />
    </>
  );
}

function TokenCard({ token }: { token: TokenRow }) {
  const t = useTranslations("token");
  const locale = useLocale();
  const router = useRouter();
  const scopeName = useScopeName();
  const [asking, setAsking] = useState(false);
  const { pending, refusal, submit } = useCommand(submitTokenRevocation);
  const time = (iso: string) => showFullTime(Date.parse(iso), locale);
  const area = token.national
    ? t("national")
    : token.provinces.map((code) => provinceName(code, locale)).join(joinerOf(locale));
  return (
    <section className={styles.group} data-testid="token">
      <p>
        <strong>{token.name}</strong> · {token.scopes.map(scopeName).join(joinerOf(locale))} · {area}
      </p>
      <p className="muted">
        {t("made", { by: token.createdBy, time: time(token.createdAt) })} ·{" "}
        {token.lastUsedAt ? t("lastUsed", { time: time(token.lastUsedAt) }) : t("never")}
      </p>
      {token.revokedAt ? (
        <p className="stale">{t("revoked", { by: token.revokedBy ?? "—", time: time(token.revokedAt) })}</p>
      ) : asking ? (
        <div className={styles.inline}>
          <button
            type="button"
            className="button primary"
            disabled={pending}
            onClick={() => submit({ tokenId: token.id }, () => router.refresh())}
          >
            {t("revokeAct", { name: token.name })}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {t("keep")}
          </button>
        </div>
      ) : (
        <div className={styles.inline}>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t("revoke")}
          </button>
        </div>
      )}
      <RefusalNote refusal={refusal} />
    </section>
  );
}

const NOTHING = { name: "", scopes: [] as Permission[], national: true, provinces: [] as string[] };

function NewToken() {
  const t = useTranslations("token");
  const router = useRouter();
  const scopeName = useScopeName();
  const [draft, setDraft] = useState(NOTHING);
  const { pending, refusal, done, submit } = useCommand(submitToken);
  const errorOf = useFieldError(refusal);
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(draft, () => {
          setDraft(NOTHING);
          router.refresh();
        });
      }}
    >
      <h2>{t("create")}</h2>
      <TextField
        name="name"
        label={t("name")}
        value={draft.name}
        max={60}
        onChange={(name) => setDraft({ ...draft, name })}
        error={errorOf("name")}
      />
      <fieldset className={styles.group} aria-invalid={errorOf("scopes") ? true : undefined}>
        <legend>{t("may")}</legend>
        <div className={styles.boxes}>
          {TOKEN_SCOPES.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                checked={draft.scopes.includes(scope)}
                onChange={() =>
                  setDraft({
                    ...draft,
                    scopes: draft.scopes.includes(scope)
                      ? draft.scopes.filter((other) => other !== scope)
                      : [...draft.scopes, scope],
                  })
                }
              />
              {scopeName(scope)}
            </label>
          ))}
        </div>
        {errorOf("scopes") ? <p className={styles.error}>{errorOf("scopes")}</p> : null}
      </fieldset>
      <ReachFields
        value={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        error={errorOf("provinces")}
      />
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {t("create")}
      </button>
      {done ? <Secret secret={done.value.secret} /> : null}
    </Form>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("token");
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.review} role="status">
      <p>{t("secret")}</p>
      <code data-testid="secret" style={{ overflowWrap: "anywhere" }}>
        {secret}
      </code>
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
      >
        {copied ? t("copied") : t("copy")}
      </button>
    </div>
  );
}
