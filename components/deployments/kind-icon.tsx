import {
  Antenna,
  Box,
  BriefcaseBusiness,
  Drone,
  Flame,
  Gauge,
  GraduationCap,
  Helicopter,
  type LucideIcon,
  Plus,
  Radar,
  SatelliteDish,
  Shield,
  Ship,
  Tent,
  Unplug,
  Users,
  Waves,
  Wrench,
  Zap,
} from "lucide-react";

/** The sign of each kind, by the word that its row in the table of kinds carries. */
const ICONS: Record<string, LucideIcon> = {
  antenna: Antenna,
  boat: Ship,
  bolt: Zap,
  box: Box,
  briefcase: BriefcaseBusiness,
  cross: Plus,
  drone: Drone,
  flame: Flame,
  gauge: Gauge,
  graduation: GraduationCap,
  helicopter: Helicopter,
  pump: Waves,
  radar: Radar,
  satellite: SatelliteDish,
  shield: Shield,
  team: Users,
  tent: Tent,
  wrench: Wrench,
};

export function KindIcon({ icon, size = 16 }: { icon: string; size?: number }) {
  const Icon = ICONS[icon] ?? Users;
  return <Icon size={size} aria-hidden />;
}

/** Every sign once, for `<use href="#kind-…">` in markers that are made outside React. */
export function KindSprite() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <symbol id="kind-cut" viewBox="0 0 24 24">
        <Unplug />
      </symbol>
      {Object.entries(ICONS).map(([name, Icon]) => (
        <symbol key={name} id={`kind-${name}`} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  );
}
export const signOf = (icon: string) => (Object.hasOwn(ICONS, icon) ? icon : "team");
