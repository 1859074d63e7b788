"use client";
import { useMemo } from "react";
import { KindSprite } from "@/components/deployments/kind-icon";
import type { DeploymentRecord, ResponseRecord, Snapshot } from "@/lib/snapshot/schema";
import type { Layer } from "@/lib/view/view";
import { DeploymentLayer } from "./deployment-layer";
import { GapLayer } from "./gap-layer";
import { OutageLayer } from "./outage-layer";
import { RainLayer } from "./rain-layer";
import { useLabels } from "./use-labels";
import { useSigns } from "./use-signs";
import { useTeams } from "./use-teams";

export type FieldPicture = Pick<Snapshot, "forecasts" | "outages" | "gaps" | "waters" | "at">;

interface Props {
  field: FieldPicture;
  levels: ReadonlyMap<string, ResponseRecord>;
  layers: readonly Layer[];
  deployments: readonly DeploymentRecord[];
}

/** All that happens on the ground, in a file of its own that comes after the map: rain, cuts, teams, gaps. */
export default function FieldLayers({ field, levels, layers, deployments }: Props) {
  const labels = useLabels(levels);
  const names = useMemo(() => labels.map(({ place }) => place), [labels]);
  const { signs, taken } = useSigns(field.outages, names);
  const teams = useTeams(deployments, taken);
  return (
    <>
      <KindSprite />
      {layers.includes("rain") ? <RainLayer forecasts={field.forecasts} /> : null}
      {field.outages.length ? (
        <OutageLayer outages={field.outages} deployments={deployments} signs={signs} />
      ) : null}
      <DeploymentLayer teams={teams} now={Date.parse(field.at)} />
      {layers.includes("gaps") ? (
        <GapLayer gaps={field.gaps} waters={field.waters} outages={field.outages} taken={teams.taken} />
      ) : null}
    </>
  );
}
