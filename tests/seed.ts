import fc from 'fast-check'

/** The seed of every property: the same in each run, so that a run judges the change and not its luck. FUZZ_SEED sets another; a failure prints it. */
export const seed = Number(process.env.FUZZ_SEED ?? 20261121)

fc.configureGlobal({ seed })
