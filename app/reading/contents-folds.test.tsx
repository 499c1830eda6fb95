import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { realCourses } from '../../tests/broken-courses/course.ts'
import { catalogueOf } from '../../tests/packages/books.ts'
import { i18nFor } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { listContents } from './contents.server.ts'
import { ContentsFolds } from './contents-folds.tsx'
import { ContentsList } from './contents-list.tsx'

const { courses } = await catalogueOf(realCourses)
const course = courses.get('run-a-party')!
// A language that is written in other letters than English.
const others = languages.filter(({ tag, script }) => script !== 'Latn' && course.texts.has(tag))

describe.each(
  others.map((language) => [language.tag, language] as const),
)('the contents in %s', (tag, language) => {
  test('name no chapter in English, and say of each that is read in English that it is', async () => {
    const contents = await listContents(course, language, null)
    for (const view of [
      <ContentsFolds key="folds" contents={contents} />,
      <ContentsList key="list" contents={contents} isBrief />,
    ]) {
      const html = renderToStaticMarkup(
        <I18nextProvider i18n={i18nFor(language)}>{view}</I18nextProvider>,
      ).replace(/<svg[\s\S]*?<\/svg>/g, '')
      expect(html.replace(/<[^>]+>/g, ' ').match(/[a-z]{3,}/gi)).toBeNull()
      const untranslated = course.chapters.filter(({ texts }) => !texts.has(tag))
      expect(html.match(/ hrefLang="en"/gi) ?? []).toHaveLength(untranslated.length)
      expect(html).not.toContain(' lang="en"')
    }
  })
})

test('there are languages to try that on', () => {
  expect(others.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['ar', 'my', 'ru']))
})
