"use client";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/shell/live";
import styles from "./public.module.css";

interface Props {
  /** Where the same content lies as JSON, with its tag. */
  url: string;
  etag: string;
  words: string;
  act: string;
}

/** Says when what is on the page has changed on the server; nothing moves until the reader asks for it. */
export function Updated({ url, etag, words, act }: Props) {
  const { revision } = useLive();
  const [newer, setNewer] = useState(false);
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    const leaving = new AbortController();
    fetch(url, { headers: { "if-none-match": etag }, cache: "no-store", signal: leaving.signal })
      .then((response) => {
        if (response.ok && response.headers.get("etag") !== etag) setNewer(true);
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [revision, url, etag]);
  return (
    <div role="status" className={newer ? styles.updated : "visually-hidden"}>
      {newer ? (
        <>
          <span>{words}</span>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {act}
          </button>
        </>
      ) : null}
    </div>
  );
}
