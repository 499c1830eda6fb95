import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../app/courses/load/load-catalogue.server.ts'
import { coursePlaces } from '../../app/reading/search/course-places.ts'
import { searchCourses } from '../../app/reading/search/search.server.ts'
import { realCourses } from '../broken-courses/course.ts'
import { judgedQueries, reciprocalRank } from './judged-queries.ts'

const loaded = await loadCatalogue({ ...realCourses, trustsCache: true })
if (loaded.kind === 'broken') throw new Error('The courses are broken.')
const { catalogue } = loaded
const pathsFor = async (query: string, lang: string) =>
  (await searchCourses(catalogue, lang, query)).hits.map(({ path }) => path)

async function expectAmongFirst(query: string, lang: string) {
  const wanted = judgedQueries(lang).get(query)!
  const first = (await pathsFor(query, lang)).slice(0, 3)
  expect(
    first.some((path) => wanted.includes(path)),
    first.join(' '),
  ).toBe(true)
}

describe.each(['en', 'sv'])('what a learner asks in %s', (lang) => {
  const judged = [...judgedQueries(lang)]

  test('is judged by sixty queries, whose places are all there', async () => {
    expect(judged.length).toBeGreaterThanOrEqual(60)
    const course = catalogue.courses.get('run-a-party')!
    const paths = new Set([...coursePlaces(course, lang)].map(({ path }) => path))
    expect(judged.flatMap(([, wanted]) => wanted).filter((path) => !paths.has(path))).toEqual([])
  })

  test('is answered by the best place at or near the top: mean reciprocal rank 0.85', async () => {
    const ranks = []
    for (const [query, wanted] of judged)
      ranks.push({ query, rank: reciprocalRank(await pathsFor(query, lang), wanted) })
    const mean = ranks.reduce((sum, { rank }) => sum + rank, 0) / ranks.length
    const low = ranks.filter(({ rank }) => rank < 1 / 3).map(({ query }) => query)
    expect(mean, `below the third place: ${low.join('; ')}`).toBeGreaterThanOrEqual(0.85)
  })
})

describe('a query of which the best place must stand among the first three', () => {
  test.each([
    'is my phone safe',
    'talk to a journalist',
    'we lost the election, what now',
    'how to choose a treasurer',
    'how to start a party',
    'how do I remove a corrupt leader',
    'bribery',
    'rigged',
    'minutes template',
    'Uruguay',
    'corrupton',
    'expel a member',
    'coup',
    'gerrymandering',
    'caucus',
  ])('%s', (query) => expectAmongFirst(query, 'en'))

  test.each([
    'välja kandidater till valet',
    'hur länge får en ordförande sitta',
    'vi förlorade valet, vad gör vi nu',
    'prata med en journalist',
    'värva medlemar',
    'hur leder man ett möte',
    'kupp',
    'styrelsemöte',
    'rättssäkerhet',
  ])('%s', (query) => expectAmongFirst(query, 'sv'))
})

test('all places are reached, page by page, each once', async () => {
  const { count } = await searchCourses(catalogue, 'en', 'money')
  expect(count).toBeGreaterThan(60)
  const paths: string[] = []
  for (let page = 1; page <= Math.ceil(count / 30); page++)
    for (const { path } of (await searchCourses(catalogue, 'en', 'money', page)).hits)
      paths.push(path)
  expect(new Set(paths).size).toBe(count)
})

test('what stands in the cells of a tool is not run together', async () => {
  const { hits } = await searchCourses(catalogue, 'en', 'cash book page')
  const { excerpt } = hits.find(({ path }) => path === 'tools/cash-book')!
  expect(excerpt.map(({ text }) => text).join('')).not.toMatch(
    /[a-z] [A-Z][a-z]+ [A-Z][a-z]+ [A-Z]/,
  )
})

test('a word that is spelt right is not taken for one that looks like it', async () => {
  const { hits } = await searchCourses(catalogue, 'en', 'corruption')
  const marked = hits.flatMap(({ excerpt }) => excerpt.filter(({ isFound }) => isFound))
  expect(marked.length).toBeGreaterThan(0)
  expect(marked.map(({ text }) => text.toLowerCase()).join(' ')).not.toContain('correct')
})
