import { useTranslations } from "next-intl";
import type { WaterState } from "@/lib/waters/schema";
import { inkOf, WATER_STYLE } from "./water-style";

/** The state in words behind its symbol, in its ink. */
export function StateMark({ state }: { state: WaterState }) {
  const t = useTranslations("waters.state");
  return (
    <span style={{ color: inkOf(state), whiteSpace: "nowrap" }} data-state={state}>
      <span aria-hidden="true">{WATER_STYLE[state].mark} </span>
      {t(state)}
    </span>
  );
}
