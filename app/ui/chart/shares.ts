/** The share of a whole, from 0 to 1. Of nothing it is none. */
export function shareOf(value: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, value / whole)) : 0
}

/** A share as a length in SVG, to a tenth of a percent: "37.5%". */
export function asLength(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

/** The highest of some values, and 1 where all are lower: what bars without a whole are drawn to. */
export function highest(values: readonly number[]): number {
  return Math.max(1, ...values)
}
