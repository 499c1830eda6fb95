import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, onTestFinished, test } from 'vitest'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { compileChapter } from '../load/compile.server.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import { sentencesIn } from '../parse/sentences.ts'
import { contentOf } from './chapter-content.server.tsx'
import { tableComponents } from './components.tsx'

const written =
  '| Town | Members |\n|---|--:|\n| North | 12 |\n| **South** | <Term id="x">few</Term> |'

async function render(source: string): Promise<string> {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-tables-'))
  onTestFinished(() => rmSync(cacheFolder, { recursive: true }))
  const Content = contentOf({ code: await compileChapter(source, cacheFolder) }) as ComponentType<{
    components: object
  }>
  const Term = ({ children }: { children?: React.ReactNode }) => <i>{children}</i>
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(languages.find(({ tag }) => tag === 'sv')!)}>
      <Content components={{ ...tableComponents, Term }} />
    </I18nextProvider>,
  )
}

test('a table is shown as one, scrolls by keyboard where it is wide, and says which heading belongs to which cell', async () => {
  const html = (await render(written)).replaceAll('\n', '')
  expect(html).toBe(
    '<div class="table" role="group" aria-label="Tabell" tabindex="0"><table>' +
      '<thead><tr><th scope="col">Town</th><th scope="col" class="align-right">Members</th></tr></thead>' +
      '<tbody><tr><td>North</td><td class="align-right">12</td></tr>' +
      '<tr><td><strong>South</strong></td><td class="align-right"><i>few</i></td></tr></tbody></table></div>',
  )
})

test('a table has no styles in attributes, which the pages refuse', async () => {
  expect(await render('| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |')).not.toContain('style=')
})

test('a table’s words are counted, found and measured cell by cell', () => {
  const { markup, problems } = readMarkup(written, 'en.mdx')
  expect(problems).toEqual([])
  expect([markup?.words, markup?.plain]).toEqual([
    6,
    [
      {
        section: null,
        kind: 'text',
        id: null,
        text: 'Town Members North 12 South few',
        terms: ['x'],
      },
    ],
  ])
  expect(sentencesIn(markup!.tree, 'en').map(({ text, line }) => [text, line])).toEqual([
    ['Town', 1],
    ['Members', 1],
    ['North', 3],
    ['12', 3],
    ['South', 4],
    ['few', 4],
  ])
})
