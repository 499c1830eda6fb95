import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test(
  'the process that starts a site loads no SQLite to migrate: ' +
    'with a second one beside its own, it would lose its locks on the file',
  () => {
    const url = `file:${join(mkdtempSync(join(tmpdir(), 'cirkel-migrate-')), 'site.db')}`
    const program = `import('./scripts/prepare.mjs').then(async ({ migrate }) => {
    const said = []
    console.log = (line) => said.push(line)
    await migrate('${url}')
    await migrate('${url}')
    const loaded = process.report.getReport().sharedObjects.filter((path) => path.endsWith('.node'))
    process.stdout.write(JSON.stringify({ said, loaded }))
  })`
    const answer = JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }))
    expect(answer).toEqual({ said: ['Migrating the database …'], loaded: [] })
  },
)
