"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { submitHead } from "@/lib/bulletins/actions";
import type { ReviewedBulletin } from "@/lib/bulletins/read";
import { showNumber } from "@/lib/format";
import { publisherName } from "@/lib/responses/source-words";
import own from "./bulletins.module.css";
import editor from "./editor.module.css";
import { fullTimeOf, minuteOf, timeOf } from "./sentence";
import { StateChip } from "./state-chip";
import { WhenField } from "./when-field";

interface Props {
  bulletin: ReviewedBulletin;
  open: boolean;
  ready: boolean;
}

/** Title, publisher, time and original of a bulletin, each of which can be put right until it is published. */
export function ReviewHead({ bulletin, open, ready }: Props) {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  const kb = showNumber(Math.max(1, Math.round(bulletin.bytes / 1024)), locale);
  return (
    <header className={own.head}>
      <h2>
        <span lang="zh-CN">{bulletin.title}</span> <StateChip state={bulletin.state} />
      </h2>
      <p className="muted">
        {publisherName(bulletin.publisher, locale)} · {fullTimeOf(bulletin.published, locale)}
        {bulletin.url ? (
          <>
            {" · "}
            <a href={bulletin.url} rel="noreferrer">
              {new URL(bulletin.url).host}
            </a>
          </>
        ) : null}
        {open && !editing ? (
          <>
            {" "}
            <button type="button" className={own.link} disabled={!ready} onClick={() => setEditing(true)}>
              {t("editHead")}
            </button>
          </>
        ) : null}
      </p>
      <p className="muted">
        {t("receivedBy", {
          name: bulletin.receivedBy,
          time: timeOf(minuteOf(bulletin.receivedAt), locale),
        })}
        {" · "}
        {t("original", {
          name: bulletin.fileName ?? t("pasted"),
          size: kb,
          hash: bulletin.sha256.slice(0, 8),
        })}
      </p>
      {bulletin.notices.map((notice) => (
        <p key={notice} className="stale">
          {t(`notice.${notice}` as "notice.no_fact")}
        </p>
      ))}
      {editing && open ? <HeadForm bulletin={bulletin} onDone={() => setEditing(false)} /> : null}
    </header>
  );
}

function HeadForm({ bulletin, onDone }: { bulletin: ReviewedBulletin; onDone: () => void }) {
  const t = useTranslations("bulletin");
  const router = useRouter();
  const [values, setValues] = useState({
    publisher: bulletin.publisher,
    title: bulletin.title,
    published: bulletin.published,
    url: bulletin.url ?? "",
  });
  const { pending, refusal, submit } = useCommand(submitHead);
  const errorOf = useFieldError(refusal);
  const field = (name: "publisher" | "title" | "url") => ({
    name,
    label: t(name),
    value: values[name],
    error: errorOf(name),
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  });
  return (
    <Form
      className={editor.editor}
      data-testid="head-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ ...values, bulletinId: bulletin.id }, () => {
          onDone();
          router.refresh();
        });
      }}
    >
      <div className={editor.whole}>
        <TextField {...field("title")} max={300} />
      </div>
      <TextField {...field("publisher")} max={120} />
      <WhenField
        name="published"
        label={t("published")}
        value={values.published}
        onChange={(published) => setValues({ ...values, published })}
      />
      <TextField {...field("url")} type="url" max={1000} />
      <p className="muted">{t("headRereads")}</p>
      <RefusalNote refusal={refusal} />
      <div className={own.acts}>
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t("saving") : t("saveHead")}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t("cancel")}
        </button>
      </div>
    </Form>
  );
}
