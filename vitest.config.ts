import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/journeys/**'],
    setupFiles: ['tests/seed.ts'],
    env: { LOG_LEVEL: 'silent' },
    // Limits for what hangs. No test measures how fast a step is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
