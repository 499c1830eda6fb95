import fc from 'fast-check'

/** The seed of every property: the same in each run, so that a run judges the change and not its luck. FUZZ_SEED sets another; a failure prints it. */
export const seed = Number(process.env.FUZZ_SEED ?? 20261121)

// With FUZZ_RUNS a property is tried with so many inputs, unless it says itself with how many.
const { FUZZ_RUNS } = process.env
fc.configureGlobal(FUZZ_RUNS ? { seed, numRuns: Number(FUZZ_RUNS) } : { seed })
