import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import type { Course } from '../model/chapter.ts'
import { TranslationFiles } from '../translations/translation-files.server.ts'
import { acceptDocument, updateDocument } from '../translations/update-document.server.ts'
import { contentOf } from '../view/chapter-content.server.tsx'
import { ChapterContext } from '../view/chapter-view.tsx'
import { chapterComponents } from '../view/components.tsx'
import { loadCatalogue } from './load-catalogue.server.ts'

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cirkel-marks-'))
  cpSync(goodCourse.folder, folder, { recursive: true })
  const files = await TranslationFiles.ofCourse(join(folder, 'tiny'))
  for (const document of files.documents) await acceptDocument(files, document, 'sv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function change(from: string | RegExp, to: string) {
  const file = join(folder, 'tiny/01-first/en.mdx')
  const before = readFileSync(file, 'utf8')
  expect(before).toMatch(from)
  writeFileSync(file, before.replace(from, to))
}

/** The first chapter’s page in a language, as it would be read now. */
async function page(lang = 'sv'): Promise<string> {
  const loaded = await loadCatalogue({ ...goodCourse, folder })
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
  const course = loaded.catalogue.courses.get('tiny') as Course
  const language = languages.find(({ tag }) => tag === lang)!
  const text = course.chapters[0]!.texts.get(lang)!
  const Content = contentOf(text)
  const view = {
    course,
    courseText: course.texts.get(lang)!,
    text,
    language,
    address: '/x/y',
    translations: [],
    country: null,
    query: '',
    queryFor: () => '',
    hasPictures: true,
    hasPermalinks: false,
    bookmark: null,
    answersForm: null,
  }
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <ChapterContext.Provider value={view}>
        <Content components={{ ...chapterComponents, Quiz: () => null }} />
      </ChapterContext.Provider>
    </I18nextProvider>,
  )
}

describe('who reads a translation', () => {
  test('is told nothing as long as it is as new as the source', async () => {
    expect(await page()).not.toMatch(/stale-text|<span lang/)
  })

  test('sees which paragraph is older than the source, and can open what that says now', async () => {
    change(/\n\n[A-Z][^\n]+\n/, '\n\nThe well is **dry** now.\n')
    const html = await page()
    expect(html.match(/<details/g)).toHaveLength(1)
    expect(html).toMatch(
      /<p>Nio personer[^<]*<\/p>\s*<details class="stale-text ui"><summary>Äldre än originalet. Så/,
    )
    expect(html).toContain(
      'Så står det där nu:</summary><p lang="en" dir="ltr">The well is dry now.</p></details>',
    )
    expect(await page('en')).not.toContain('stale-text')
  })

  test('reads a part that is not translated in the source’s language, marked as that', async () => {
    change('\n## ', '\n## A new part {#new-part}\n\nIt is new.\n\n## ')
    const files = await TranslationFiles.ofCourse(join(folder, 'tiny'))
    const document = files.documents.find(({ name }) => name === '01-first')!
    await updateDocument(files, document, 'sv', new Map())
    const html = await page()
    expect(html).toContain('<h2 id="new-part"><span lang="en" dir="ltr">A new part</span></h2>')
    expect(html).toContain('<p><span lang="en" dir="ltr">It is new.</span></p>')
    expect(html).toContain('2 texter här är inte översatta än.')
  })

  test('is told at the end of what has no place for a mark, such as a summary', async () => {
    change(/summary: .*/, 'summary: Why a meeting in the rain has rules.')
    const html = await page()
    expect(html).toMatch(
      /<summary>Äldre än originalet[^<]* Varför ett möte har regler\.<\/summary>/,
    )
    expect(html.trimEnd().split('regler.</summary>')[1]).toBe(
      '<p lang="en" dir="ltr">Why a meeting in the rain has rules.</p></details></div>',
    )
  })

  test('is told how many texts of the self-check are older, and none of their words', async () => {
    change(/reason="[^"]+"/, 'reason="A reason that gives the answer away."')
    const html = await page()
    expect(html).toContain('En av frågornas texter är äldre än originalets.')
    expect(html).not.toContain('gives the answer away')
  })
})
