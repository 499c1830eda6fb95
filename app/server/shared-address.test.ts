import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { sharedAddress, sharedCoursePages } from './shared-address.server.ts'

const tool = { slug: 'cash-book', chapter: 1, sheets: 1 as const, texts: new Map() }
const course = { ...(await loadGoodCourse()), tools: new Map([[tool.slug, tool]]) }
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const slug = course.chapters[0]!.slug
const chapter = `/en/courses/${course.id}/${slug}`
const contents = `/en/courses/${course.id}`
const country = course.chapters[0]!.texts.get('en')!.comments[0]!.country
const addressOf = (url: string) => sharedAddress(url, catalogue)?.address ?? null

describe('the address of a page that guests share', () => {
  test('is as its links write it', () => {
    for (const url of [
      '/en',
      '/sv/safety',
      `/en/courses/${course.id}`,
      chapter,
      `/sv/courses/${course.id}/glossary`,
    ])
      expect(sharedAddress(url, catalogue)).toEqual({
        address: url,
        isVariant: false,
        isCanonical: true,
        isCountryMissing: false,
      })
  })

  test('is one, however it is spelled', () => {
    const spelled = [
      chapter.replace(slug, `%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}`),
      `/${chapter}`,
      `${chapter}/`,
      chapter.replace('/courses', '//courses'),
      chapter.replace('courses', 'COURSES'),
      chapter.replace('courses', 'x/../courses'),
      chapter.replace('courses', '%63ourses'),
    ]
    expect(spelled.map(addressOf)).toEqual(spelled.map(() => chapter))
    expect(spelled.map((url) => sharedAddress(url, catalogue)?.isCanonical)).toEqual(
      spelled.map(() => false),
    )
  })

  test('is another for a chapter or its contents without pictures, and with a country as well', () => {
    expect(addressOf(`${chapter}?pictures=no`)).toBe(`${chapter}?pictures=no`)
    expect(addressOf(`${chapter}?x=1&pictures=no`)).toBe(`${chapter}?pictures=no`)
    expect(addressOf(`${chapter}?pictures=yes`)).toBe(chapter)
    for (const query of [`pictures=no&country=${country}`, `country=${country}&pictures=no`])
      expect(addressOf(`${chapter}?${query}`)).toBe(`${chapter}?country=${country}&pictures=no`)
    expect(addressOf(`${contents}?pictures=no`)).toBe(`${contents}?pictures=no`)
    expect(addressOf(`${chapter}?pictures=no&country=XX`)).toBe(`${chapter}?pictures=no`)
    expect(addressOf('/en?pictures=no')).toBe('/en')
  })

  test('is one, with whatever parameters, but for the countries that the course’s comments tell of', () => {
    const asked = Array.from({ length: 26 * 26 }, (_, n) =>
      String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)),
    )
    const different = new Set(asked.map((code) => addressOf(`${chapter}?country=${code}`)))
    const told = new Set(
      course.chapters.flatMap(({ texts }) =>
        [...texts.values()].flatMap(({ comments }) => comments.map((one) => one.country)),
      ),
    )
    expect(told.size).toBeGreaterThan(0)
    expect(different).toEqual(
      new Set([chapter, ...[...told].map((code) => `${chapter}?country=${code}`)]),
    )
    // Also where the chapter itself has no comment from there: so the country goes along.
    const without = course.chapters.find(
      ({ texts }) => !texts.get('en')!.comments.some((one) => one.country === country),
    )!
    for (const page of [`/en/courses/${course.id}`, `/en/courses/${course.id}/${without.slug}`])
      expect(addressOf(`${page}?country=${country}`)).toBe(`${page}?country=${country}`)
    expect(addressOf(`${chapter}?a=1&country=${country}&b=2`)).toBe(`${chapter}?country=${country}`)
    expect(sharedAddress(`${chapter}?country=${country}`, catalogue)).toMatchObject({
      isVariant: true,
      isCanonical: true,
    })
    for (const [code, isCountryMissing] of [
      ['AQ', true],
      ['ZZ', false],
      [country, false],
    ] as const)
      expect(sharedAddress(`${chapter}?country=${code}`, catalogue)).toMatchObject({
        isCountryMissing,
      })
    for (const query of [
      '?',
      '?x=1',
      '?country=',
      '?country=%5A',
      `?country=${country.toLowerCase()}`,
    ])
      expect(addressOf(chapter + query)).toBe(chapter)
  })

  test('is one for a tool, and one for the tool filled in', () => {
    const blank = `/en/courses/${course.id}/tools/cash-book`
    for (const url of [
      blank,
      `${blank}?`,
      `${blank}?view=`,
      `${blank}?view=blank`,
      `${blank}?country=${country}`,
    ])
      expect(addressOf(url)).toBe(blank)
    const filled = `${blank}?view=example`
    for (const url of [filled, `${blank}?x=1&view=example`, `${blank}?%76iew=example`])
      expect(addressOf(url)).toBe(filled)
    expect(sharedAddress(filled, catalogue)).toMatchObject({
      address: filled,
      isVariant: true,
      isCanonical: true,
    })
    expect(sharedAddress(blank, catalogue)).toMatchObject({
      address: blank,
      isVariant: false,
      isCanonical: true,
    })
    expect(
      ['no-tool', 'cash-book.docx', 'cash-book/example.docx'].map((name) =>
        addressOf(blank.replace('cash-book', name)),
      ),
    ).toEqual(Array(3).fill(null))
  })

  test('is one for each country, with those beside it that comments tell of', () => {
    const other = country === 'ZW' ? 'SE' : 'ZW'
    expect(addressOf(`/en/countries/${other.toLowerCase()}`)).toBe(`/en/countries/${other}`)
    expect(addressOf(`/en/countries/${other}?with=${country}`)).toBe(
      `/en/countries/${other}?with=${country}`,
    )
    expect(addressOf(`/en/countries/${other}?with=AQ`)).toBe(`/en/countries/${other}`)
    expect(addressOf('/en/countries/ZZ')).toBe(null)
  })

  test('is none of a page that is not the same for all, or not there', () => {
    const others = [
      '/',
      '/xx',
      '/en/search?q=x',
      `/en/courses/${course.id}/no-chapter`,
      `/en/courses/${course.id}/check`,
      `${chapter}/comments`,
    ]
    expect(others.map(addressOf)).toEqual(others.map(() => null))
  })
})

test('every page of a course is known as shared, or as one that is not', () => {
  const ofOne = ['check', 'proof', 'questions', 'questions.csv', 'take']
  const names = readdirSync('app/routes').flatMap(
    (name) => /^\$lang\.courses\.\$course\.([a-z].*?)(_\.|\.tsx?$)/.exec(name)?.[1] ?? [],
  )
  const pages = names.map((name) => name.replace('[.]', '.'))
  expect([...new Set(pages)].sort()).toEqual([...sharedCoursePages, ...ofOne].sort())
})
