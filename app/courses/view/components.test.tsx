import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import type { Source } from '../model/chapter.ts'
import { ChapterContext } from './chapter-view.tsx'
import { chapterComponents } from './components.tsx'
import { DescribedPicture, Picture } from './picture.tsx'

const course = await loadGoodCourse()

/** The text of a component of the tiny course's first chapter, whose source says this of itself. */
function htmlOf(name: 'CountryComment' | 'Sources', says: Partial<Source>, lang = 'en') {
  const language = languages.find(({ tag }) => tag === lang)!
  const original = course.chapters[0]!.texts.get(lang)!
  const text = { ...original, sources: original.sources.map((source) => ({ ...source, ...says })) }
  const [comment] = text.comments
  const Component = chapterComponents[name] as ComponentType<Record<string, unknown>>
  const view = {
    course,
    courseText: course.texts.get(lang)!,
    text,
    language,
    address: '/x',
    translations: [],
    country: null,
    query: '',
    queryFor: () => '',
    hasPictures: true,
    hasPermalinks: true,
    bookmark: null,
    answersForm: null,
  }
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <ChapterContext.Provider value={view}>
        <Component {...comment}>What was done.</Component>
      </ChapterContext.Provider>
    </I18nextProvider>,
  )
  return page.replace(/<[^>]+>/g, '')
}

describe('a country comment', () => {
  test('says when it was last checked', () => {
    expect(htmlOf('CountryComment', {})).toContain('Last checked: November 2026')
    expect(htmlOf('CountryComment', {}, 'sv')).toContain('Senast kontrollerad: november 2026')
  })

  test.each([
    ['no', 'We have seen only the title, the beginning or the abstract of this source.'],
    ['parts', 'We have read only parts of this source.'],
  ] as const)('says beside itself that of its source was read: %s', (read, words) => {
    expect(htmlOf('CountryComment', { read })).toContain(words)
  })

  test('says nothing of a source that was read whole', () => {
    expect(htmlOf('CountryComment', { read: 'whole' })).not.toMatch(/We have (read|seen)/)
  })
})

test('a picture is described where no pictures are wanted', () => {
  const picture = { alt: 'A bus & a queue', caption: 'Tuesday', svg: '<svg role="img"></svg>' }
  const page = (hasPictures: boolean) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18nFor(languages[0]!)}>
        {hasPictures ? <Picture picture={picture} /> : <DescribedPicture picture={picture} />}
      </I18nextProvider>,
    )
  expect(page(true)).toContain('<svg')
  expect(page(false)).toBe(
    '<figure class="illustration"><p class="quiet">Picture: A bus &amp; a queue</p>' +
      '<figcaption>Tuesday</figcaption></figure>',
  )
})

test('a title that the editors put together is marked in the list of sources', () => {
  expect(htmlOf('Sources', { isTitledByEditors: true })).toContain(
    'A handbook (the editors wrote this title), A publisher, 2020.',
  )
  expect(htmlOf('Sources', {})).toContain('A handbook, A publisher, 2020.')
})
