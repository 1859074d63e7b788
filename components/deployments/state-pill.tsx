import { useTranslations } from "next-intl";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import styles from "./deployments.module.css";

/** How far a deployment has come: dashed while it stands ready or is under way, full once it works. */
export function StatePill({ state }: { state: DeploymentRecord["status"] }) {
  const t = useTranslations("terms.state");
  return (
    <span className={styles.state} data-state={state}>
      {t(state)}
    </span>
  );
}
