import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// Those that take a database of either engine (tests/factories/test-database.ts).
const onBothEngines = ['app', 'tests']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /\buseTestDatabase\(\)/.test(readFileSync(file, 'utf8')))
  .concat(
    'tests/safety/matrix.test.ts',
    'tests/workers/changes.test.ts',
    'tests/workers/ends.test.ts',
  )

export default defineConfig({
  test: {
    setupFiles: ['tests/seed.ts'],
    env: { LOG_LEVEL: 'silent' },
    // Limits for what hangs. No test measures how fast a step is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'SQLite',
          include: ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/postgres/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'PostgreSQL',
          include: onBothEngines,
          globalSetup: 'tests/factories/postgres-setup.ts',
          runner: 'tests/factories/postgres-runner.ts',
          env: { DATABASE_URL: 'postgresql://each-file-has-its-own/database' },
        },
      },
    ],
  },
})
