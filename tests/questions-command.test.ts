import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

function run(...args: string[]) {
  const env = {
    ...process.env,
    COURSES: './tests/broken-courses/good',
    CACHE: './.cache/test-command',
  }
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/tsx',
    ['scripts/questions.ts', ...args],
    { encoding: 'utf8', env },
  )
  return { status, stdout, stderr }
}

const onlyCalculated = join(mkdtempSync(join(tmpdir(), 'cirkel-bank-')), 'calculated.xml')
writeFileSync(
  onlyCalculated,
  '<quiz><question type="calculated"><questiontext><text>1 + 1</text></questiontext></question></quiz>',
)

const windows = join(mkdtempSync(join(tmpdir(), 'cirkel-bank-')), 'windows.gift')
writeFileSync(windows, Buffer.from('Vem för protokoll? {=Sekreteraren ~Kassören}', 'latin1'))

describe('npm run questions', { timeout: 60_000 }, () => {
  test('writes a chapter for another platform, tells what was lost, and reads the file back for an author', () => {
    const gift = run('export', '--format', 'gift', '--course', 'tiny', '--chapter', 'first')
    expect(gift.status).toBe(0)
    expect(gift.stdout).toContain('::alone::[plain]One person has come. May she decide? {')
    expect(gift.stderr).toContain('in-order: Putting in order becomes matching')
    const file = join(mkdtempSync(join(tmpdir(), 'cirkel-bank-')), 'bank.gift')
    writeFileSync(file, gift.stdout)
    const mdx = run('import', '--format', 'gift', file)
    expect(mdx.status).toBe(0)
    expect(mdx.stdout).toContain(
      '<Question id="alone" type="single" see="meeting">\nOne person has come. May she decide?\n',
    )
    expect(mdx.stderr).toBe('5 questions.\n')
  })

  test('says line by line what an author must still write', () => {
    const mdx = run('import', '--format', 'moodle-xml', 'tests/question-banks/every-construct.xml')
    const lines = mdx.stdout.split('\n')
    const warnings = [...mdx.stderr.matchAll(/^output line (\d+): (\S+): write (.+)\.$/gm)]
    expect(warnings.length).toBeGreaterThan(5)
    for (const [, line, , what] of warnings)
      expect([what, lines[Number(line) - 1]]).toEqual([what, expect.stringMatching(/^$|=""|><\//)])
  })

  test.each([
    [['export', '--format', 'word', '--course', 'tiny'], '--format must be gift or moodle-xml.'],
    [['export', '--format', 'gift', '--course', 'no-such'], '--course must be one of: tiny.'],
    [
      ['export', '--format', 'gift', '--course', 'tiny', '--chapter', 'no-such'],
      '--chapter must be one of: first, second.',
    ],
    [['export', '--format', 'gift', '--course', 'tiny', '--lang', 'fr'], '--lang must be one of:'],
    [['import', '--format', 'gift', 'no-such-file'], 'The file no-such-file cannot be read.'],
    [
      ['import', '--format', 'moodle-xml', 'package.json'],
      'Line 1: the XML is cut off or has an error there.',
    ],
    [
      ['import', '--format', 'moodle-xml', onlyCalculated],
      'There is no question in this file that could be read.',
    ],
    [['import', '--format', 'gift', windows], 'Line 1: The file is not in UTF-8'],
    [['frobnicate'], 'npm run questions --silent -- export'],
  ])('refuses %j with a sentence', (args, sentence) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
  })
})
