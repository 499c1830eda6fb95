import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
// Within the project, so that its packages are found.
const scratch = mkdtempSync(join(root, '.cache/ninth-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const recipe = readFileSync(join(root, 'docs/translating.md'), 'utf8')
  .split('## A new language')[1]!
  .split('\n## ')[0]!
const line = /```ts\n([\s\S]*?)```/.exec(recipe)?.[1]?.trim() ?? ''
const tag = /tag: '(\w+)'/.exec(line)?.[1] ?? ''

/** What a script prints that imports the copy. */
function run(script: string): string {
  const file = join(scratch, 'run.ts')
  writeFileSync(file, script)
  return execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' })
}

test('a language joins by one folder and one line, as the recipe says', () => {
  cpSync(join(root, 'app/i18n'), join(scratch, 'i18n'), {
    recursive: true,
    filter: (path) => !/\.test\.ts$|\.server\.ts$/.test(path),
  })
  cpSync(join(scratch, 'i18n/texts/sv'), join(scratch, 'i18n/texts', tag), { recursive: true })
  const list = join(scratch, 'i18n/languages.ts')
  const before = readFileSync(list, 'utf8')
  const own = "  { tag: 'sv',"
  expect(before).toContain(own)
  writeFileSync(list, before.replace(own, `  ${line}\n${own}`))
  const said = run(`
    import { findFaults } from './i18n/check-texts.ts'
    import { translate } from './i18n/i18n.ts'
    import { bestLanguage, languages } from './i18n/languages.ts'
    import { texts } from './i18n/texts/index.ts'
    const language = bestLanguage('${tag}')
    console.log(JSON.stringify([
      languages.length, language.tag, translate(language)('pages:search'),
      findFaults(texts.en, texts['${tag}'], '${tag}'),
      findFaults(texts.en, { ...texts['${tag}'], pages: {} }, '${tag}').length > 10,
    ]))`)
  const search = JSON.parse(readFileSync(join(root, 'app/i18n/texts/sv/pages.json'), 'utf8')).search
  const { length } = before.match(/^ {2}\{ tag: /gm) ?? []
  expect(JSON.parse(said)).toEqual([length! + 1, tag, search, [], true])
})
