"use client";
import type { ComponentProps } from "react";
import { useReady } from "./use-ready";

/**
 * A form that takes input only once its script is there: what is typed earlier would be lost, and a password
 * would go into the address.
 */
export function Form({ children, ...rest }: Omit<ComponentProps<"form">, "method">) {
  const ready = useReady();
  return (
    <form method="post" {...rest}>
      <fieldset disabled={!ready} className="plain">
        {children}
      </fieldset>
    </form>
  );
}
