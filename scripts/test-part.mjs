import { spawnSync } from 'node:child_process'
import { relative, resolve } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { prepareSiteTests, prepareUnitTests } from './prepare-tests.mjs'

// `npm run test:unit`, `test:watch`, `test:safety` and `test:browser`: one part of the tests, or
// the files that are named: `npm run test:unit -- app/quizzes/question-types.test.ts`. Options of
// Vitest or Playwright may follow.
const [part, ...given] = process.argv.slice(2)
const isFile = (argument) => !argument.startsWith('-')
const filesOr = (folder) => (given.some(isFile) ? given : [folder, ...given])
const parts = {
  unit: ['vitest', 'run', ...filesOr('app/')],
  watch: ['vitest', 'watch', ...filesOr('app/')],
  safety: ['vitest', 'run', ...filesOr('tests/safety/')],
  browser: ['playwright', 'test', ...given],
}
const [command, ...args] = parts[part]

/** The tests beside the code need no built site; those in tests/ may. */
const needsSite =
  part === 'safety' ||
  part === 'browser' ||
  given.filter(isFile).some((file) => relative('.', resolve(file)).startsWith('tests'))

prepareUnitTests()
if (needsSite) await prepareSiteTests()
if (part === 'browser') ensureBrowser()
process.exit(spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' }).status ?? 1)
