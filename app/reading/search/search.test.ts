import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../../courses/load/load-catalogue.server.ts'
import { coursePlaces } from './course-places.ts'
import { searchCourses } from './search.server.ts'

const loaded = await loadCatalogue(goodCourse)
if (loaded.kind === 'broken') throw new Error('The tiny course is broken.')
const { catalogue } = loaded
const search = async (query: string, lang = 'en') =>
  (await searchCourses(catalogue, lang, query)).hits
const marked = async (query: string, lang = 'en') =>
  (await search(query, lang)).map(({ excerpt }) =>
    excerpt.filter((piece) => piece.isFound).map((piece) => piece.text),
  )

describe('a reader who searches', () => {
  test('is sent to the section where the word stands', async () => {
    const [found] = await search('locks')
    expect(found).toMatchObject({
      kind: 'section',
      course: 'tiny',
      path: 'first#afterwards',
      chapterTitle: 'First',
      title: 'Afterwards',
    })
  })

  test('is told of a place what its page shows, and nothing else that it was found by', async () => {
    const [found] = await search('locks')
    expect(Object.keys(found ?? {}).sort()).toEqual(
      ['chapterTitle', 'country', 'course', 'excerpt', 'kind', 'path', 'title'].sort(),
    )
  })

  test('is sent to the chapter itself for a word of its opening or its summary', async () => {
    expect((await search('nine people'))[0]).toMatchObject({ kind: 'chapter', path: 'first' })
    expect((await search('language'))[0]).toMatchObject({ path: 'second', title: 'Second' })
  })

  test.each([
    'café',
    'cafe',
    'CAFÉ',
    'Cafe\u0301',
    'caf',
  ])('need not care how they write it: %s', async (query) => {
    expect((await search(query))[0]).toMatchObject({ path: 'first#cafe' })
    expect((await marked(query))[0]).toContain('café')
  })

  test('finds words with letters of their own language', async () => {
    expect((await search('låser', 'sv'))[0]).toMatchObject({ path: 'first#afterwards' })
    expect((await search('laser', 'sv'))[0]).toMatchObject({ path: 'first#afterwards' })
    expect(await search('locks', 'sv')).toEqual([])
  })

  test('finds a chapter that is not translated by its own words', async () => {
    expect((await search('words quorum', 'sv'))[0]).toMatchObject({ path: 'second#only' })
  })

  test('finds a word in any of its forms', async () => {
    expect((await search('locking'))[0]).toMatchObject({ path: 'first#afterwards' })
  })

  test('finds what the course calls by another word', async () => {
    expect((await search('gathering'))[0]).toMatchObject({ path: 'first#meeting' })
  })

  test.each([
    'South Africa',
    'Sydafrika',
  ])('finds the comments of a country by its name in any language: %s', async (query) => {
    for (const lang of ['en', 'sv'])
      expect((await search(query, lang))[0]).toMatchObject({
        kind: 'comment',
        path: 'first#za-rule',
        country: 'ZA',
      })
  })

  test('asks in a sentence, and is told what nothing is known of', async () => {
    const { hits, unknown } = await searchCourses(catalogue, 'en', 'how do I lock the dragon?')
    expect(hits[0]).toMatchObject({ path: 'first#afterwards' })
    expect(unknown).toEqual(['dragon'])
  })

  test('is told of a country that it names, though no place tells of it', async () => {
    const rwanda = await searchCourses(catalogue, 'en', 'locks in Rwanda')
    expect(rwanda.hits[0]).toMatchObject({ path: 'first#afterwards' })
    expect(rwanda).toMatchObject({ unknown: ['Rwanda'], countries: ['RW'] })
    const old = await searchCourses(catalogue, 'sv', 'Vitryssland')
    expect(old).toMatchObject({ hits: [], unknown: ['Vitryssland'], countries: ['BY'] })
  })

  test('finds all there is, page by page, each place once', async () => {
    const { count } = await searchCourses(catalogue, 'en', 'meeting')
    expect(count).toBeGreaterThan(0)
    expect((await searchCourses(catalogue, 'en', 'meeting', 2)).hits).toEqual([])
    const all = await searchCourses(catalogue, 'en', 'meeting', 1)
    expect(all.hits).toHaveLength(Math.min(count, 30))
  })

  test('finds the points of a list each by its first word', async () => {
    expect((await marked('minutes')).flat()).toContain('minutes')
    expect(await search('minutesSomebody')).toEqual([])
  })

  test('sees the word marked as it stands in the text, in a whole sentence', async () => {
    const { excerpt } = (await search('QUORUM')).find(({ path }) => path === 'second#only')!
    expect(excerpt).toContainEqual(expect.objectContaining({ text: 'quorum', isFound: true }))
    expect(excerpt.map((piece) => piece.text).join('')).toContain('A few words about a quorum.')
  })

  test.each([
    ['en', 'quorum'],
    ['sv', 'quorum'],
    ['en', 'beslutför'],
  ])('finds a word of the glossary by its name in any language: in %s, %s', async (lang, query) => {
    expect(await search(query, lang)).toContainEqual(
      expect.objectContaining({ kind: 'word', path: 'glossary#word-quorum' }),
    )
  })

  test('does not find the reasons of the questions', async () => {
    expect(await search('REASON')).toEqual([])
  })

  test.each(['', '   ', '?!', '...', '\u0301', 'xyzzy'])('finds nothing with %j', async (query) => {
    expect(await search(query)).toEqual([])
  })

  test.each([
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    '.*',
    '(',
    '*',
    '" OR 1=1 --',
    '\0',
    '\ud800',
    'a'.repeat(100_000),
    'the '.repeat(20_000),
  ])('harms nothing with %#', async (query) => {
    expect((await search(query)).length).toBeLessThanOrEqual(30)
  })

  test('gets an excerpt of the text itself, whatever they search for', async () => {
    const course = catalogue.courses.get('tiny')!
    const texts = [...coursePlaces(course, 'en')].map(({ passages }) => passages.join(' '))
    const words = fc.constantFrom(
      'meeting',
      'door',
      'a',
      'quorum',
      'well',
      'branch',
      'caf',
      'meetng',
      'the',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          words,
          fc.string(),
          fc.tuple(words, words).map((two) => two.join(' ')),
        ),
        async (query) => {
          for (const { excerpt } of await search(query)) {
            const text = excerpt.map((piece) => piece.text).join('')
            expect(text.length).toBeLessThan(400)
            expect(texts.some((one) => one.includes(text))).toBe(true)
          }
        },
      ),
    )
  })
})
