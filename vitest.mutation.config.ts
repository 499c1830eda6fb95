import { defineConfig } from 'vitest/config'

/**
 * The tests that `npm run test:mutation` runs again for each change to a rule; it names them, with
 * fewer inputs a property.
 */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(','),
    setupFiles: ['tests/seed.ts'],
    env: { LOG_LEVEL: 'silent', FUZZ_RUNS: '25' },
    testTimeout: 30_000,
  },
})
