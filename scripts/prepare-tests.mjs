import { mkdirSync, rmSync } from 'node:fs'
import { build, compileCourses, generate, install, migrate } from './prepare.mjs'

const folder = '.cache/tests'

/** What every test needs: the packages and the database client. */
export function prepareUnitTests() {
  install()
  generate()
}

/**
 * What tests of the running site need as well: the built site, its courses and an empty database.
 */
export async function prepareSiteTests() {
  build()
  compileCourses('./courses')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // Every server of the tests starts from a copy of this one.
  await migrate(`file:./${folder}/template.db`)
}
