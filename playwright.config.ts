import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const { executablePath, args } = findBrowser()

/**
 * The journeys: a real browser, each worker with a server and a database of its own
 * (tests/journeys/site.ts).
 */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine can be too slow for one step. What passes only at the second try, with a fresh
  // server, is named and counted at the end.
  retries: 1,
  workers: 2,
  // Limits for what hangs. No test measures how fast a step is.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/tests/journeys.json' }]],
  use: { launchOptions: { executablePath, args }, trace: 'on-first-retry', locale: 'en-GB' },
})
