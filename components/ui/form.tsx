"use client";
import { type ComponentProps, useEffect, useState } from "react";

/**
 * A form that takes input only once its script is there: what is typed earlier would be lost, and a password
 * would go into the address.
 */
export function Form({ children, ...rest }: Omit<ComponentProps<"form">, "method">) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <form method="post" {...rest}>
      <fieldset disabled={!ready} className="plain">
        {children}
      </fieldset>
    </form>
  );
}
