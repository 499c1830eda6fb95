import type { Parameters } from 'fast-check'
import { seed } from '../seed.ts'

/** How many inputs are made in all; FUZZ_RUNS sets another number. */
const runs = Number(process.env.FUZZ_RUNS ?? 20_000)

/**
 * The settings of a property that gets a share (0 to 1) of all inputs, sent in batches of a size.
 */
export function fuzzed<T>(share: number, batch = 1): Parameters<T> {
  return { seed, numRuns: Math.max(1, Math.round((runs * share) / batch)) }
}

/** The time that a property may take, in milliseconds; more inputs get more. */
export const patience = Math.max(120_000, runs * 10)
