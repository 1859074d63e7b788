"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConsultationList } from "@/components/consultations/consultation-list";
import { ProvinceOrders } from "@/components/directives/province-orders";
import fieldStyles from "@/components/field/field.module.css";
import { ForecastList } from "@/components/forecasts/forecast-list";
import { GapList } from "@/components/gaps/gap-list";
import { OutageList } from "@/components/outages/outage-list";
import { PatrolList } from "@/components/patrol/patrol-list";
import { showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { Snapshot } from "@/lib/snapshot/schema";

interface Props
  extends Pick<
    Snapshot,
    | "forecasts"
    | "geohazards"
    | "consultations"
    | "directives"
    | "outages"
    | "patrols"
    | "dangers"
    | "gaps"
    | "deployments"
  > {
  adcode: string;
  /** World time, epoch ms. */
  at: number;
}

/** What is foretold for a province, agreed, ordered, cut off, patrolled and lacking. */
export function FieldSections({ adcode, at, ...part }: Props) {
  const t = useTranslations("province");
  const gapWords = useTranslations("gaps");
  const forecastWords = useTranslations("forecasts");
  const locale = useLocale();
  const more = (path: string) => <a href={localPath(locale, path)}>{t("more")}</a>;
  const watch = part.geohazards.find((one) => one.adcode === adcode);
  return (
    <>
      <Section title={gapWords("heading")} id="gaps">
        {part.gaps.length ? (
          <GapList gaps={part.gaps} now={at} />
        ) : (
          <p className="muted">{gapWords("noneHere")}</p>
        )}
      </Section>
      <Section title={t("forecasts")} id="forecasts" end={more("/forecasts")}>
        {watch ? (
          <p className="stale">
            {forecastWords(`watch.${watch.state}`)} ·{" "}
            {forecastWords("watchUntil", { time: showTime(Date.parse(watch.until), locale) })}
          </p>
        ) : null}
        <ForecastList
          forecasts={part.forecasts.filter((one) => one.state !== "expired")}
          empty={forecastWords("none")}
        />
      </Section>
      <Section title={t("directives")} id="directives" end={more("/directives")}>
        <ProvinceOrders directives={part.directives} adcode={adcode} now={at} />
      </Section>
      <Section title={t("outages")} id="outages" end={more("/outages")}>
        <OutageList outages={part.outages} deployments={part.deployments} now={at} empty={t("noOutages")} />
      </Section>
      <Section title={t("patrols")} id="patrols">
        <PatrolList patrols={part.patrols} dangers={part.dangers} now={at} />
      </Section>
      <Section title={t("consultations")} id="consultations" end={more("/forecasts")}>
        <ConsultationList consultations={part.consultations} empty={t("noConsultations")} />
      </Section>
    </>
  );
}

function Section({
  title,
  id,
  end,
  children,
}: {
  title: string;
  id: string;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={fieldStyles.section} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>
        {title} {end ? <small>{end}</small> : null}
      </h2>
      {children}
    </section>
  );
}
