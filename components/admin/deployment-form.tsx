"use client";
import { useLocale, useTranslations } from "next-intl";
import { AreaPicker } from "@/components/areas/area-picker";
import { PointPicker } from "@/components/areas/map-picker";
import type { AreaChoice } from "@/components/areas/use-area-search";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { submitDeployment } from "@/lib/deployments/actions";
import { joinerOf } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";

const STATES = ["PREPOSITIONED", "SENT", "ARRIVED", "WORKING"] as const;

interface Props {
  kinds: { code: string; term: string; termEn: string; unit: string; isAsset: boolean }[];
  allowed: string[];
  now: string;
}

const EMPTY: Record<
  "kindId" | "count" | "from" | "origin" | "originLat" | "originLon" | "place" | "province" | "lat" | "lon",
  string
> & { mission: string; contact: string; state: string; areas: AreaChoice[] } = {
  kindId: "",
  count: "",
  from: "",
  origin: "",
  originLat: "",
  originLon: "",
  place: "",
  province: "",
  areas: [],
  lat: "",
  lon: "",
  mission: "",
  contact: "",
  state: "SENT",
};

/** A team or asset sent to one place or several, or standing ready. */
export function DeploymentForm({ kinds, allowed, now }: Props) {
  const t = useTranslations("admin");
  const own = useTranslations("deployments");
  const sentences = useTranslations("admin.sentence");
  const state = useTranslations("terms.state");
  const locale = useLocale();
  const joiner = joinerOf(locale);
  const name = (kind: Props["kinds"][number]) => (locale === "en" ? kind.termEn : kind.term);
  return (
    <EventForm
      name="deployment"
      now={now}
      send={submitDeployment}
      empty={EMPTY}
      input={(draft) => ({
        ...draft,
        areas: draft.areas.length ? draft.areas.map((area) => area.adcode) : undefined,
        province: draft.province || draft.areas[0]?.province || "",
      })}
      sentence={(draft) => {
        const kind = kinds.find((row) => row.code === draft.kindId);
        return sentences("deployment", {
          from: draft.from || "—",
          kind: kind ? name(kind) : "—",
          count: draft.count ? `${draft.count} ${kind?.unit ?? ""}` : "",
          place: draft.areas.map((area) => area.name).join(joiner) || draft.place || "—",
          mission: draft.mission || "—",
        });
      }}
    >
      {({ draft, change, errorOf }) => {
        const unit = kinds.find((row) => row.code === draft.kindId)?.unit;
        return (
          <>
            <SelectField
              name="kindId"
              label={t("team")}
              value={draft.kindId}
              onChange={(kindId) => change({ kindId })}
              empty="—"
              options={kinds.map((row) => ({
                value: row.code,
                label: name(row),
                group: own(row.isAsset ? "assets" : "teams"),
              }))}
              error={errorOf("kindId")}
            />
            <TextField
              name="count"
              type="number"
              label={`${t("count")}${unit ? ` (${unit})` : ""}`}
              value={draft.count}
              onChange={(count) => change({ count })}
              error={errorOf("count")}
            />
            <TextField
              name="from"
              label={t("from")}
              value={draft.from}
              max={120}
              onChange={(from) => change({ from })}
              error={errorOf("from")}
            />
            <AreaPicker
              label={own("areas")}
              chosen={draft.areas}
              onChange={(areas) => change({ areas, province: draft.province || areas[0]?.province || "" })}
              error={errorOf("areas")}
            />
            <SelectField
              name="province"
              label={t("province")}
              value={draft.province}
              onChange={(province) => change({ province })}
              empty={own("reserve")}
              options={allowed.map((code) => ({ value: code, label: provinceName(code, locale) }))}
              error={errorOf("province")}
            />
            <TextField
              name="place"
              label={t("place")}
              value={draft.place}
              max={120}
              onChange={(place) => change({ place })}
              error={errorOf("place")}
            />
            <PointPicker
              name="place"
              label={own("point")}
              lat={draft.lat}
              lon={draft.lon}
              onChange={(lat, lon) => change({ lat, lon })}
              province={draft.province}
              codes={draft.areas.map((area) => area.adcode)}
              error={errorOf("lat")}
            />
            <TextField
              name="mission"
              label={t("mission")}
              value={draft.mission}
              max={300}
              onChange={(mission) => change({ mission })}
              error={errorOf("mission")}
            />
            <TextField
              name="origin"
              label={own("origin")}
              value={draft.origin}
              max={120}
              onChange={(origin) => change({ origin })}
              error={errorOf("origin")}
            />
            <PointPicker
              name="origin"
              label={own("originPoint")}
              lat={draft.originLat}
              lon={draft.originLon}
              onChange={(originLat, originLon) => change({ originLat, originLon })}
              error={errorOf("originLat")}
            />
            <TextField
              name="contact"
              label={own("contact")}
              value={draft.contact}
              max={120}
              onChange={(contact) => change({ contact })}
              error={errorOf("contact")}
            />
            <SelectField
              name="state"
              label={t("state")}
              value={draft.state}
              onChange={(value) => change({ state: value })}
              options={STATES.map((value) => ({ value, label: state(value.toLowerCase() as "sent") }))}
              error={errorOf("state")}
            />
          </>
        );
      }}
    </EventForm>
  );
}
