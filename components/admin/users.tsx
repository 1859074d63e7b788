"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, SelectField, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Toast } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { submitRevocation, submitUser, submitUserChange } from "@/lib/accounts/actions";
import type { Role } from "@/lib/auth/roles";
import { ReachFields } from "./reach-fields";

export interface UserRow {
  id: string;
  username: string;
  name: string;
  role: Role;
  national: boolean;
  banned: boolean;
  provinces: string[];
}
const ROLE_NAMES: Role[] = ["viewer", "duty_officer", "chief", "administrator"];

export function Users({ users }: { users: UserRow[] }) {
  return (
    <>
      {users.map((user) => (
        <UserCard key={user.id} user={user} />
      ))}
      <NewUser />
    </>
  );
}

function AreaFields({
  value,
  onChange,
}: {
  value: Pick<UserRow, "role" | "national" | "provinces">;
  onChange: (part: Partial<UserRow>) => void;
}) {
  const t = useTranslations("admin");
  const roles = useTranslations("terms.role");
  return (
    <>
      <SelectField
        name="role"
        label={t("role")}
        value={value.role}
        onChange={(role) => onChange({ role: ROLE_NAMES.find((name) => name === role) ?? "viewer" })}
        options={ROLE_NAMES.map((name) => ({ value: name, label: roles(name) }))}
      />
      <ReachFields value={value} onChange={onChange} />
    </>
  );
}

function UserCard({ user }: { user: UserRow }) {
  const t = useTranslations("admin");
  const roles = useTranslations("terms.role");
  const router = useRouter();
  const [draft, setDraft] = useState(user);
  const save = useCommand(submitUserChange);
  const revoke = useCommand(submitRevocation);
  const send = (part: Partial<UserRow>) =>
    save.submit(
      {
        userId: user.id,
        role: draft.role,
        national: draft.national,
        provinces: draft.provinces,
        banned: draft.banned,
        ...part,
      },
      () => {
        setDraft((before) => ({ ...before, ...part }));
        router.refresh();
      },
    );
  return (
    <details className={styles.group}>
      <summary>
        <strong>{user.username}</strong> {user.name} · {roles(user.role)}{" "}
        {user.banned ? <span className="stale">{t("banned")}</span> : null}
      </summary>
      <div className={styles.form}>
        <AreaFields value={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
        <div className={styles.inline}>
          <button type="button" className="button primary" disabled={save.pending} onClick={() => send({})}>
            {t("save")}
          </button>
          <button
            type="button"
            className="button"
            disabled={save.pending}
            onClick={() => send({ banned: !draft.banned })}
          >
            {draft.banned ? t("unban") : t("ban")}
          </button>
          <button
            type="button"
            className="button"
            disabled={revoke.pending}
            onClick={() => revoke.submit({ userId: user.id })}
          >
            {t("revoke")}
          </button>
        </div>
        <RefusalNote refusal={save.refusal ?? revoke.refusal} />
        {save.done ? <Toast>{t("saved")}</Toast> : null}
        {revoke.done ? <Toast>{t("revoked")}</Toast> : null}
      </div>
    </details>
  );
}

const NOBODY = {
  username: "",
  name: "",
  password: "",
  role: "duty_officer" as Role,
  national: true,
  provinces: [] as string[],
};

function NewUser() {
  const t = useTranslations("admin");
  const auth = useTranslations("auth");
  const router = useRouter();
  const [draft, setDraft] = useState(NOBODY);
  const { pending, refusal, done, submit } = useCommand(submitUser);
  const errorOf = useFieldError(refusal);
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(draft, () => {
          setDraft(NOBODY);
          router.refresh();
        });
      }}
    >
      <h2>{t("newUser")}</h2>
      <TextField
        name="username"
        label={auth("username")}
        value={draft.username}
        max={40}
        onChange={(username) => setDraft({ ...draft, username })}
        error={errorOf("username")}
      />
      <TextField
        name="name"
        label={t("name")}
        value={draft.name}
        max={60}
        onChange={(name) => setDraft({ ...draft, name })}
        error={errorOf("name")}
      />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        value={draft.password}
        max={128}
        onChange={(password) => setDraft({ ...draft, password })}
        error={errorOf("password")}
      />
      <AreaFields value={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {t("create")}
      </button>
      {done ? <Toast>{t("created")}</Toast> : null}
    </Form>
  );
}
