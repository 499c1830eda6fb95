import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages, pseudoRtl } from '../../i18n/languages.ts'
import { listGlossary } from '../model/glossary-list.ts'
import { FallbackNotice, markedIn } from './fallback.tsx'

const swedish = languages.find(({ tag }) => tag === 'sv')!
const notice = (lang: string | null, language = swedish) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <FallbackNotice lang={lang} />
    </I18nextProvider>,
  ).replace(/<[^>]+>/g, '')

test('a text in another language than the page is marked with it and its direction', () => {
  expect(markedIn('en')).toEqual({ lang: 'en', dir: 'ltr' })
  expect(markedIn(null)).toEqual({})
})

test('its reader is told in their own language which language that is', () => {
  expect(notice('en')).toBe('Det här är inte översatt till ditt språk än. Det visas på engelska.')
  expect(notice(null)).toBe('')
  expect(notice('sv', pseudoRtl)).toContain('Swedish')
})

test('a glossary says in which language its words are, and which titles are in another', async () => {
  const course = await loadGoodCourse()
  expect(listGlossary(course, 'sv').lang).toBeNull()
  const fallback = listGlossary(course, 'de')
  expect(fallback.lang).toBe('en')
  expect(fallback.groups.length).toBeGreaterThan(0)
  const chapters = listGlossary(course, 'sv').groups.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.chapters),
  )
  expect(chapters.find(({ slug }) => slug === 'first')?.lang).toBeNull()
  for (const { lang } of chapters.filter(({ slug }) => slug === 'second')) expect(lang).toBe('en')
})
