"use client";
import { ChevronDown, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useDismiss } from "@/components/ui/use-dismiss";
import { joinerOf } from "@/lib/format";
import { provinceName, searchProvinces } from "@/lib/provinces/list";
import { HAZARDS, LEVEL_CODES } from "@/lib/responses/words";
import { DEFAULT_HAZARDS, DEFAULT_ISSUER, HIGHEST, LAYERS, type View } from "@/lib/view/view";
import styles from "./filters.module.css";

export interface IssuerChoice {
  name: string;
  nameEn: string;
}

interface Props {
  view: View;
  change: (part: Partial<View>) => void;
  issuers: readonly IssuerChoice[];
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** One row of chips that open in place; what is filtered is said in a sentence. */
export function Filters({ view, change, issuers }: Props) {
  const t = useTranslations("filters");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const join = (words: string[]) => words.join(joinerOf(locale));
  const issuerName =
    view.issuer === HIGHEST
      ? t("highest")
      : locale === "en"
        ? (issuers.find((i) => i.name === view.issuer)?.nameEn ?? view.issuer)
        : view.issuer;
  const filtered =
    view.provinces.length > 0 ||
    view.levels.length > 0 ||
    view.issuer !== DEFAULT_ISSUER ||
    view.hazards.join() !== DEFAULT_HAZARDS.join();
  const sentence = t("sentence", {
    issuer: issuerName,
    hazards: join(view.hazards.map((hazard) => terms(`hazard.${hazard}`))),
    levels: view.levels.length
      ? t("levels", { list: join(view.levels.map((level) => terms(`level.${level}`))) })
      : "",
    provinces: view.provinces.length
      ? t("provinces", { list: join(view.provinces.map((code) => provinceName(code, locale))) })
      : "",
  });
  return (
    <search className={`${styles.filters} no-print`}>
      <div className={styles.chips}>
        <Chip label={t("issuer")} value={issuerName}>
          <Choice
            type="radio"
            name="issuer"
            checked={view.issuer === HIGHEST}
            onChange={() => change({ issuer: HIGHEST })}
            label={t("highest")}
          />
          {issuers.map((issuer) => (
            <Choice
              key={issuer.name}
              type="radio"
              name="issuer"
              checked={view.issuer === issuer.name}
              onChange={() => change({ issuer: issuer.name })}
              label={locale === "en" ? issuer.nameEn : issuer.name}
            />
          ))}
        </Chip>
        <Chip label={t("province")} value={view.provinces.length ? String(view.provinces.length) : t("all")}>
          <ProvinceChoice view={view} change={change} />
        </Chip>
        <Chip
          label={t("level")}
          value={
            view.levels.length ? view.levels.map((level) => terms(`numeral.${level}`)).join(" ") : t("all")
          }
        >
          {LEVEL_CODES.map((level) => (
            <Choice
              key={level}
              type="checkbox"
              name="level"
              checked={view.levels.includes(level)}
              onChange={() => change({ levels: toggled(view.levels, level) })}
              label={terms(`level.${level}`)}
            />
          ))}
        </Chip>
        <Chip label={t("hazard")} value={join(view.hazards.map((hazard) => terms(`hazard.${hazard}`)))}>
          {HAZARDS.map((hazard) => (
            <Choice
              key={hazard}
              type="checkbox"
              name="hazard"
              checked={view.hazards.includes(hazard)}
              onChange={() => {
                const next = toggled(view.hazards, hazard);
                change({
                  hazards: next.length ? HAZARDS.filter((option) => next.includes(option)) : DEFAULT_HAZARDS,
                });
              }}
              label={terms(`hazard.${hazard}`)}
            />
          ))}
        </Chip>
        <PatternSwitch view={view} change={change} />
        <LayerSwitches view={view} change={change} />
      </div>
      <p className={styles.sentence} data-testid="sentence">
        {sentence}
        {filtered ? (
          <button
            type="button"
            className={styles.clear}
            onClick={() =>
              change({ provinces: [], levels: [], hazards: DEFAULT_HAZARDS, issuer: DEFAULT_ISSUER })
            }
          >
            <X size={14} aria-hidden /> {t("clear")}
          </button>
        ) : null}
      </p>
    </search>
  );
}

function LayerSwitches({ view, change }: Pick<Props, "view" | "change">) {
  const t = useTranslations("map.layer");
  return LAYERS.map((layer) => (
    <button
      key={layer}
      type="button"
      className="button"
      aria-pressed={view.layers.includes(layer)}
      onClick={() => change({ layers: toggled(view.layers, layer) })}
    >
      {t(layer)}
    </button>
  ));
}

function PatternSwitch({ view, change }: Pick<Props, "view" | "change">) {
  const t = useTranslations("map");
  return (
    <button
      type="button"
      className="button"
      aria-pressed={view.patterns}
      onClick={() => change({ patterns: !view.patterns })}
    >
      {t("patterns")}
    </button>
  );
}

function Chip({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details className={styles.chip} ref={details} name="filter">
      <summary className="button">
        <span className="muted">{label}</span> <strong>{value}</strong> <ChevronDown size={14} aria-hidden />
      </summary>
      <div className={styles.sheet}>{children}</div>
    </details>
  );
}

function Choice({
  label,
  ...input
}: {
  label: string;
  type: "radio" | "checkbox";
  name: string;
  checked: boolean;
  onChange: () => void;
}) {
  return (
    <label className={styles.choice}>
      <input {...input} />
      {label}
    </label>
  );
}

function ProvinceChoice({ view, change }: Pick<Props, "view" | "change">) {
  const t = useTranslations("filters");
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const found = searchProvinces(typed);
  return (
    <>
      <input
        className={styles.search}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={t("search")}
        aria-label={t("search")}
        maxLength={30}
      />
      {found.length ? (
        <div className={styles.provinces}>
          {found.map((row) => (
            <Choice
              key={row.adcode}
              type="checkbox"
              name="province"
              checked={view.provinces.includes(row.adcode)}
              onChange={() => change({ provinces: toggled(view.provinces, row.adcode) })}
              label={provinceName(row.adcode, locale)}
            />
          ))}
        </div>
      ) : (
        <p className="muted">{t("noMatch")}</p>
      )}
    </>
  );
}
