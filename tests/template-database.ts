import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { migrate } from '../scripts/prepare.mjs'

const template = '.cache/tests/template.db'

/**
 * `npm test` has made the template already; a test file that runs alone makes it, or brings it up
 * to the newest migration, for itself.
 */
export async function ensureTemplate(name: string): Promise<void> {
  const own = `.cache/tests/template-${name}.db`
  mkdirSync('.cache/tests', { recursive: true })
  if (existsSync(template)) copyFileSync(template, own)
  await migrate(`file:./${own}`)
  renameSync(own, template)
}
