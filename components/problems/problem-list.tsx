import { useTranslations } from "next-intl";
import styles from "./problem-list.module.css";

interface Props {
  rows: { code: string; status: number; meaning: string }[];
}

/** Every refusal of the interface, its row the address that problem documents name as their type. */
export function ProblemList({ rows }: Props) {
  const t = useTranslations("problems");
  return (
    <div className={styles.page}>
      <h1>{t("title")}</h1>
      <p className="muted">{t("text")}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, status, meaning }) => (
            <tr key={code} id={code}>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>{status}</td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
