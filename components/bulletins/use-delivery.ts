"use client";
import { useRef, useState } from "react";
import { z } from "zod";
import { newRequest, unreached } from "@/components/forms/use-command";
import type { Refusal } from "@/lib/errors";

const Accepted = z.object({ bulletinId: z.string(), known: z.boolean() });
const Problem = z.object({
  refusal: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.record(z.string(), z.string()).optional(),
});
const UNAVAILABLE: Refusal = { ok: false, refusal: "unavailable" };

interface Delivery {
  text?: string;
  file?: File;
  publisher: string;
  title: string;
  published: string;
  url: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends a text or a file and tells how far it is: fetch cannot tell what was sent, XMLHttpRequest can. */
export function useDelivery() {
  const [step, setStep] = useState<"idle" | "sending" | "reading">("idle");
  const [percent, setPercent] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const requestId = useRef("");

  const send = ({ text, file, ...given }: Delivery, accepted: (value: z.infer<typeof Accepted>) => void) => {
    requestId.current ||= newRequest();
    const request = new XMLHttpRequest();
    setStep("sending");
    setPercent(0);
    setRefusal(null);
    request.upload.onprogress = ({ loaded, total }) =>
      setPercent(total ? Math.round((100 * loaded) / total) : 0);
    request.upload.onload = () => setStep("reading");
    const failed = (why: Refusal) => {
      setStep("idle");
      setRefusal(why);
    };
    request.onerror = () => failed(unreached());
    request.onload = () => {
      const answer = parsed(request.responseText);
      const taken = Accepted.safeParse(answer);
      if (request.status < 300 && taken.success) {
        requestId.current = "";
        accepted(taken.data);
        return;
      }
      const problem = Problem.safeParse(answer);
      failed(problem.success ? { ok: false, ...problem.data } : UNAVAILABLE);
    };
    if (file) {
      const query = new URLSearchParams({ ...given, filename: file.name, requestId: requestId.current });
      request.open("POST", `/api/v1/bulletins?${query}`);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.send(file);
    } else {
      request.open("POST", "/api/v1/bulletins");
      request.setRequestHeader("content-type", "application/json");
      request.send(JSON.stringify({ ...given, text: text ?? "", requestId: requestId.current }));
    }
  };
  return {
    step,
    percent,
    refusal,
    send,
    /** Another file is another delivery. */
    forget: () => {
      requestId.current = "";
      setRefusal(null);
    },
  };
}
