import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { basinName } from "@/lib/waters/basins";
import { type choicesOf, type TableView, tableParams } from "@/lib/waters/table";
import { AutoForm } from "./auto-form";
import styles from "./waters.module.css";

interface Props {
  view: TableView;
  choices: ReturnType<typeof choicesOf>;
  /** English names of rivers by their Chinese ones. */
  rivers: ReadonlyMap<string, string>;
}

const NONE = { river: null, basin: null, province: null, state: null, made: null, page: 1 } as const;

/** The filters as a plain form: they work without a script, and the address is all they remember. */
export function WatersFilters({ view, choices, rivers }: Props) {
  const t = useTranslations("watersPage");
  const states = useTranslations("waters.state");
  const locale = useLocale();
  const filtered = Object.keys(NONE).some((key) => key !== "page" && view[key as "river"] !== null);
  const sorted = tableParams({ ...view, ...NONE });
  return (
    <search className="no-print">
      <AutoForm className={styles.filters}>
        <Choice name="river" value={view.river} label={t("river")} all={t("all")}>
          {choices.rivers.map((river) => [river, locale === "en" ? (rivers.get(river) ?? river) : river])}
        </Choice>
        <Choice name="basin" value={view.basin} label={t("basin")} all={t("all")}>
          {choices.basins.map((basin) => [basin, basinName(basin, locale)])}
        </Choice>
        <Choice name="province" value={view.province} label={t("province")} all={t("all")}>
          {choices.provinces.map((code) => [code, provinceName(code, locale)])}
        </Choice>
        <Choice name="state" value={view.state} label={t("state")} all={t("all")}>
          {choices.states.map((state) => [state, states(state)])}
        </Choice>
        {choices.synthetic ? (
          <Choice name="made" value={view.made} label={t("made")} all={t("all")}>
            {(["real", "synthetic"] as const).map((made) => [made, t(made)])}
          </Choice>
        ) : null}
        {[...sorted].map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <noscript>
          <button type="submit" className="button">
            {t("apply")}
          </button>
        </noscript>
        {filtered ? (
          <a className="button" href={`${localPath(locale, "/waters")}${sorted.size ? `?${sorted}` : ""}`}>
            <X size={14} aria-hidden /> {t("clear")}
          </a>
        ) : null}
      </AutoForm>
    </search>
  );
}

function Choice({
  name,
  value,
  label,
  all,
  children,
}: {
  name: string;
  value: string | null;
  label: string;
  all: string;
  children: readonly (readonly [string, string])[];
}) {
  return (
    <label>
      <span className="muted">{label}</span>
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {children.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
