import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodCourse } from '../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../courses/load/load-catalogue.server.ts'
import { searchCourses } from './search.server.ts'

const loaded = await loadCatalogue(goodCourse)
if (loaded.kind === 'broken') throw new Error('The tiny course is broken.')
const { catalogue } = loaded
const search = (query: string, lang = 'en') => searchCourses(catalogue, lang, query)
const marked = (query: string, lang = 'en') =>
  search(query, lang).map(({ excerpt }) =>
    excerpt.filter((piece) => piece.isFound).map((piece) => piece.text),
  )

describe('a reader who searches', () => {
  test('is sent to the section where the word stands', () => {
    const [found] = search('locks')
    expect(found).toMatchObject({
      course: 'tiny',
      path: 'first',
      chapterTitle: 'First',
      section: 'afterwards',
      sectionTitle: 'Afterwards',
    })
  })

  test('is sent to the chapter itself for a word of its opening or its summary', () => {
    expect(search('nine people')).toMatchObject([
      { path: 'first', section: null, sectionTitle: null },
    ])
    expect(search('language')).toMatchObject([{ path: 'second', section: null }])
  })

  test.each([
    'café',
    'cafe',
    'CAFÉ',
    'Cafe\u0301',
    'caf',
  ])('need not care how they write it: %s', (query) => {
    expect(search(query)[0]).toMatchObject({ section: 'cafe' })
    expect(marked(query)[0]).toContain('café')
  })

  test('finds words with letters of their own language', () => {
    expect(search('låser', 'sv')[0]).toMatchObject({ chapterTitle: 'Först', section: 'afterwards' })
    expect(search('laser', 'sv')[0]).toMatchObject({ section: 'afterwards' })
    expect(search('locks', 'sv')).toEqual([])
  })

  test('finds a chapter that is not translated by its own words', () => {
    expect(search('words quorum', 'sv')[0]).toMatchObject({ path: 'second', section: 'only' })
  })

  test('gets only places that have all the words', () => {
    expect(search('person door').length).toBeGreaterThan(0)
    expect(search('person dragon')).toEqual([])
  })

  test('finds the points of a list each by its first word', () => {
    expect(marked('minutes')[0]).toEqual(expect.arrayContaining(['minutes']))
    expect(search('minutesSomebody')).toEqual([])
  })

  test('sees the word marked as it stands in the text', () => {
    const { excerpt } = search('QUORUM').find(({ section }) => section === 'only')!
    expect(excerpt).toContainEqual(expect.objectContaining({ text: 'quorum', isFound: true }))
    expect(excerpt.map((piece) => piece.text).join('')).toContain('A few words about a quorum.')
  })

  test('does not find the reasons of the questions', () => {
    expect(search('REASON')).toEqual([])
  })

  test.each(['', '   ', '?!', '...', '\u0301', 'xyzzy'])('finds nothing with %j', (query) => {
    expect(search(query)).toEqual([])
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
  ])('harms nothing with %#', (query) => {
    expect(search(query).length).toBeLessThanOrEqual(30)
  })

  test('gets an excerpt of the text itself, whatever they search for', () => {
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
    fc.assert(
      fc.property(
        fc.oneof(
          words,
          fc.string(),
          fc.tuple(words, words).map((two) => two.join(' ')),
        ),
        (query) => {
          for (const { path, section, excerpt } of search(query)) {
            const text = catalogue.courses
              .get('tiny')!
              .chapters.find(({ slug }) => slug === path)!
              .texts.get('en')!
            if (section) expect(text.sections.map(({ id }) => id)).toContain(section)
            const all = `${text.summary} ${text.plain.map((one) => one.text).join(' ')}`
            const excerptText = excerpt.map((piece) => piece.text).join('')
            expect(excerptText.length).toBeLessThan(400)
            expect(all).toContain(excerptText.replace(/^… /, '').replace(/…$/, ''))
          }
        },
      ),
    )
  })
})
