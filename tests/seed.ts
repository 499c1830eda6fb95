import fc from 'fast-check'

/**
 * The seed of every property: the same in each run, so that a run judges the change and not its
 * luck. FUZZ_SEED sets another; a failure prints it.
 */
export const seed = Number(process.env.FUZZ_SEED ?? 20261121)

/**
 * How many inputs a property is tried with: those that it asks for, or fewer where FUZZ_RUNS says
 * so.
 */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.min(count, Number(process.env.FUZZ_RUNS ?? count)) }
}

fc.configureGlobal({ seed, ...runs(100) })
