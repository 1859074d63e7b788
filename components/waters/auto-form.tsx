"use client";
import type { ReactNode } from "react";
import { useReady } from "@/components/ui/use-ready";

/** A form of choices that asks again as soon as one is changed; without a script its button does. */
export function AutoForm({ className, children }: { className?: string; children: ReactNode }) {
  const ready = useReady();
  return (
    <form
      data-ready={ready || undefined}
      method="get"
      className={className}
      onChange={(event) => event.currentTarget.requestSubmit()}
      onSubmit={(event) => {
        // Choices left open stay out of the address.
        for (const field of event.currentTarget.querySelectorAll("select, input"))
          if ((field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && !field.value)
            field.disabled = true;
      }}
    >
      {children}
    </form>
  );
}
