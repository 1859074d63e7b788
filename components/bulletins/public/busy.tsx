"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./public.module.css";

const AFTER_MS = 200;

/** Shows rows without words in place of the list when what a link or a filter leads to is long in coming. */
export function Busy({ children, links = "nav a" }: { children: ReactNode; links?: string }) {
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const leave = () => {
      timer = setTimeout(() => setBusy(true), AFTER_MS);
    };
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest(links);
      if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) leave();
    };
    // A page that comes back from the browser's memory waits for nothing.
    const back = () => {
      clearTimeout(timer);
      setBusy(false);
    };
    const element = box.current;
    element?.addEventListener("submit", leave);
    element?.addEventListener("click", follow);
    window.addEventListener("pageshow", back);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("submit", leave);
      element?.removeEventListener("click", follow);
      window.removeEventListener("pageshow", back);
    };
  }, [links]);
  return (
    <div ref={box} className={styles.busy} aria-busy={busy}>
      {children}
      {busy ? (
        <div className={styles.skeleton} aria-hidden="true">
          {["a", "b", "c", "d", "e", "f"].map((row) => (
            <i key={row} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
