import { useTranslations } from "next-intl";
import own from "./bulletins.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f"];

/** The shape of the list or of a review before its words are there; seen only when they are long in coming. */
export function Skeleton({ of }: { of: "list" | "review" }) {
  const t = useTranslations("bulletin");
  const rows = (
    <div className={own.rows}>
      {ROWS.map((row) => (
        <i key={row} />
      ))}
    </div>
  );
  return (
    <div className={own.skeleton} role="status" data-testid="skeleton">
      <span className="visually-hidden">{t("loading")}</span>
      {of === "review" ? (
        <div className={own.columns} aria-hidden="true">
          <i className={own.sheet} />
          {rows}
        </div>
      ) : (
        rows
      )}
    </div>
  );
}
