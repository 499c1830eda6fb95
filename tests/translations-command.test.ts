import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'cirkel-translations-'))
cpSync(join(root, 'tests/broken-courses/good'), join(folder, 'courses'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command in a folder of its own, where the tiny course is. */
function run(...args: string[]) {
  const options = { cwd: folder, env: { ...process.env, COURSES: './courses', COURSE: '' } }
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const command = [join(root, 'scripts/translations.ts'), ...args]
    execFile(join(root, 'node_modules/.bin/tsx'), command, options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('npm run translations', { timeout: 120_000 }, () => {
  test('goes the way of a text: unrecorded, accepted, out to a translator, back and written', async () => {
    expect((await run()).stdout).toMatch(/tiny\n {2}language .*\n {2}sv /)
    expect((await run('list', 'sv', '01-first')).stdout).toContain('title: unrecorded')
    expect((await run('accept', 'sv', '01-first')).stdout).toBe('01-first: written.\n')
    expect((await run('list', 'sv', '01-first')).stdout).toBe('Nothing is stale, missing or new.\n')

    expect((await run('export', 'po', 'sv', '01-first')).stdout).toMatch(
      /^tiny\.01-first\.sv\.po: \d+ texts/,
    )
    const file = join(folder, 'tiny.01-first.sv.po')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('msgstr "Först"', 'msgstr "Allra först"'),
    )
    const back = await run('import', 'tiny.01-first.sv.po')
    expect([back.status, back.stdout]).toEqual([0, 'tiny.01-first.sv.po: 1 text is written.\n'])
    expect(readFileSync(join(folder, 'courses/tiny/01-first/sv.mdx'), 'utf8')).toContain(
      'title: Allra först\n',
    )
    const again = await run('import', 'tiny.01-first.sv.po')
    expect([again.status, again.stdout]).toEqual([0, 'tiny.01-first.sv.po: 0 texts are written.\n'])
  })

  test.each([
    [['export', 'po', 'sv', '99-x'], 'There is no document "99-x".'],
    [['list', 'sv', '99-x'], 'There is no document "99-x".'],
    [['export', 'po', 'cy', 'names'], 'How "cy" counts'],
    [['export', 'rtf', 'sv'], 'How far the translations have come'],
    [['import', 'nothing.po'], 'nothing.po: there is no such file'],
    [['no-such-command'], 'How far the translations have come'],
  ])('ends %j with a sentence', async (args, sentence) => {
    const { status, stderr } = await run(...args)
    expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)])
    expect(stderr).not.toContain('    at ')
    expect(existsSync(join(folder, 'tiny.names.cy.po'))).toBe(false)
  })
})
