import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { languages } from '../../i18n/languages.ts'
import { countriesNear, listCountries, readCountry } from './country-pages.server.tsx'

const course = await loadGoodCourse()
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const english = languages.find(({ tag }) => tag === 'en')!
const told = course.chapters.flatMap(({ slug, texts }) =>
  texts.get('en')!.comments.map((comment) => ({ slug, ...comment })),
)

describe('the countries of the courses', () => {
  test('are those that comments tell of, each counted', () => {
    const counts = listCountries(catalogue, 'en')
    expect(counts.map(({ code }) => code).sort()).toEqual(
      [...new Set(told.map(({ country }) => country))].sort(),
    )
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(told.length)
    expect(counts.map(({ name }) => name)).toEqual(
      counts.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')),
    )
  })

  test.each(told)('show the comment $id of $slug, with its text and its place', (comment) => {
    const { chapters, count } = readCountry(catalogue, english, comment.country)
    const chapter = chapters.find(({ address }) => address.endsWith(`/${comment.slug}`))!
    expect(chapter.html).toContain(`href="${chapter.address}#${comment.id}"`)
    expect(chapter.html).toContain('<p>')
    expect(chapter.html).toContain(`${chapter.address}#${comment.source}`)
    expect(count).toBe(told.filter(({ country }) => country === comment.country).length)
  })

  test('show nothing of the chapter but its comments', () => {
    const comment = told[0]!
    const { chapters } = readCountry(catalogue, english, comment.country)
    const outside = chapters[0]!.html.replace(/<article[\s\S]*?<\/article>/g, '').replace(/\s/g, '')
    expect(outside).toBe('')
  })

  test('have none where nothing is told, and name those near', () => {
    expect(readCountry(catalogue, english, 'AQ')).toMatchObject({ count: 0, chapters: [] })
    const countries = listCountries(catalogue, 'en')
    expect(countriesNear(countries, countries[0]!.code)).not.toContainEqual(countries[0])
  })
})
