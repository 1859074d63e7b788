import { useTranslations } from "next-intl";
import type { State } from "@/lib/bulletins/state";
import own from "./bulletins.module.css";

/** How far a bulletin has come, in words; the frame only helps the eye. */
export function StateChip({ state }: { state: State }) {
  const t = useTranslations("bulletin");
  return (
    <span className={own.state} data-state={state} data-testid="state">
      {t(`stateName.${state}`)}
    </span>
  );
}
