export interface ForecastFact {
  kind: string;
}
export function forecastsIn(..._: unknown[]): ForecastFact[] {
  return [];
}
