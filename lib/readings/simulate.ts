/** A made-up river: metres above an assumed datum, hours, m³/s. */
export interface Simulated {
  at: number;
  stage: number;
  flow: number;
}

interface Wave {
  peakAt: number;
  height: number;
  riseHours: number;
  fallHours: number;
}

export interface River {
  base: number;
  /** Half the range of a tide of 12.42 hours; 0 inland. */
  tide: number;
  waves: readonly Wave[];
  /** Chance that a gap of some hours begins at a step. */
  gapChance: number;
  noise: number;
}

const HOUR = 3_600_000;
const TIDE_HOURS = 12.42;

/** Mulberry32: small, quick, and the same on every machine for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A river for a seed, with five to nine flood waves in the wet months of each year between two instants (epoch ms).
 * What it is, and each year of it, does not depend on the years asked for: stations made once fit all later readings.
 */
export function makeRiver(seed: number, from: number, to: number): River {
  const own = random(seed * 7919 + 17);
  const [base, tide] = [8 + own() * 60, own() < 0.15 ? 0.2 + own() * 0.9 : 0];
  const waves: Wave[] = [];
  const years = [new Date(from).getUTCFullYear() - 1, new Date(to).getUTCFullYear()] as const;
  for (let year = years[0]; year <= years[1]; year++) {
    const next = random(seed * 7919 + year * 104_729);
    const count = 5 + Math.floor(next() * 5);
    for (let i = 0; i < count; i++)
      waves.push({
        peakAt: Date.UTC(year, 4, 20) + next() * 125 * 24 * HOUR,
        height: 0.6 + next() ** 2 * 6,
        riseHours: 18 + next() * 60,
        fallHours: 70 + next() * 220,
      });
  }
  return { base, tide, waves, gapChance: 0.0004, noise: 0.008 };
}

/** A quick smooth rise and a slow recession, 1 at the peak. */
function waveAt(wave: Wave, at: number): number {
  const hours = (at - wave.peakAt) / HOUR;
  if (hours < -4 * wave.riseHours || hours > 8 * wave.fallHours) return 0;
  return hours < 0 ? Math.exp(-((hours / wave.riseHours) ** 2)) : Math.exp(-hours / wave.fallHours);
}

/** The river's stage without noise. */
export function stageAt(river: River, at: number): number {
  let stage = river.base;
  for (const wave of river.waves) stage += wave.height * waveAt(wave, at);
  return river.tide ? stage + river.tide * Math.sin((2 * Math.PI * at) / (TIDE_HOURS * HOUR)) : stage;
}

/** Readings of a river from one instant up to before another, `step` ms apart, with gaps; the same seed gives the same ones. */
export function* simulate(
  river: River,
  seed: number,
  span: { from: number; to: number; step: number },
): Generator<Simulated> {
  const next = random(seed);
  let silentUntil = 0;
  for (let at = span.from; at < span.to; at += span.step) {
    const [gap, noise] = [next(), next()];
    if (gap < river.gapChance) silentUntil = at + (2 + next() * 34) * HOUR;
    if (at < silentUntil) continue;
    const stage = Math.round((stageAt(river, at) + (noise - 0.5) * 2 * river.noise) * 100) / 100;
    const depth = Math.max(0.5, stage - river.base + 3);
    const flow = Math.round(420 * depth ** 1.6);
    // 9999 stands for "no value" in many a database.
    yield { at, stage, flow: flow === 9999 ? 9998 : flow };
  }
}
