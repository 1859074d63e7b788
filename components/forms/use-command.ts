"use client";
import { useEffect, useState, useTransition } from "react";
import type { Result } from "@/lib/command";
import type { Refusal } from "@/lib/errors";

/** A new UUID, also where the page came over plain http. */
export const newRequest = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
    (Number(c) ^ ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & (15 >> (Number(c) / 4)))).toString(
      16,
    ),
  );

/** Why a request never came to an answer, as far as the browser knows. */
export const unreached = (): Refusal => ({
  ok: false,
  refusal: navigator.onLine ? "unavailable" : "offline",
});

/** What a person typed, kept on this device until it is accepted. */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const [values, setValues] = useState(empty);
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(`draft:${key}`) ?? "null");
      if (kept && typeof kept === "object") setValues((before) => ({ ...before, ...kept }));
    } catch {}
  }, [key]);
  const change = (part: Partial<T>) =>
    setValues((before) => {
      const next = { ...before, ...part };
      try {
        localStorage.setItem(`draft:${key}`, JSON.stringify(next));
      } catch {}
      return next;
    });
  const clear = () => {
    localStorage.removeItem(`draft:${key}`);
    setValues(empty);
  };
  return [values, change, clear];
}

/** Sends a command once, however often the button is pressed: the same request id until it is accepted or the words change. */
export function useCommand<T>(send: (input: unknown) => Promise<Result<T>>) {
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<{ value: T; version: number } | null>(null);
  const [requestId, setRequestId] = useState("");
  useEffect(() => setRequestId(newRequest()), []);
  const submit = (input: object, accepted?: (value: T) => void) =>
    start(async () => {
      let result: Result<T>;
      try {
        result = await send({ ...input, requestId });
      } catch {
        result = unreached();
      }
      if (result.ok) {
        setRefusal(null);
        setDone({ value: result.value, version: result.version });
        setRequestId(newRequest());
        accepted?.(result.value);
      } else {
        setDone(null);
        setRefusal(result);
      }
    });
  return {
    pending,
    refusal,
    done,
    submit,
    forget: () => setDone(null),
    clearRefusal: () => setRefusal(null),
  };
}
