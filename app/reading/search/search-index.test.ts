import { afterEach, expect, test, vi } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import type { PublishedComment } from '../../comments/published-comment.ts'
import type { Chapter, Course } from '../../courses/model/chapter.ts'
import { SearchIndex } from './search-index.server.ts'

const readers = vi.hoisted(() => ({ version: 0, comments: [] as PublishedComment[] }))
vi.mock('../../comments/published.server.ts', () => ({
  publishedVersion: () => readers.version,
  publishedIn: ({ chapter }: { chapter: string }) => (chapter === 'first' ? readers.comments : []),
}))
function publish(comments: PublishedComment[]) {
  readers.comments = comments
  readers.version += 1
}
afterEach(() => publish([]))

const tiny = await loadGoodCourse()
const catalogue = { version: '1', courses: new Map([['tiny', tiny]]) }
const story: PublishedComment = {
  section: null,
  country: 'ZW',
  language: 'en',
  text: 'We asked everyone in the bus queue what they wanted.',
  pseudonym: null,
  month: '2026-11',
}

test('a reader’s comment is found while it is published, and no longer', async () => {
  const index = await SearchIndex.build(catalogue, 'en', ['en'])
  const found = (query: string) =>
    index.search(catalogue, query).ranked.map(({ place }) => [place.path, place.country])
  expect(found('queue')).toEqual([])
  publish([story])
  expect(found('bus queues')).toEqual([['first#readers', 'ZW']])
  expect(found('Zimbabwe')).toEqual([['first#readers', 'ZW']])
  publish([])
  expect(found('queue')).toEqual([])
})

test('two comments that say the same are found as one, and none is left when both are withdrawn', async () => {
  const index = await SearchIndex.build(catalogue, 'en', ['en'])
  publish([story, { ...story }])
  expect(index.search(catalogue, 'queue').ranked).toHaveLength(1)
  publish([story])
  expect(index.search(catalogue, 'queue').ranked).toHaveLength(1)
  publish([])
  expect(index.search(catalogue, 'queue').ranked).toEqual([])
})

test('nothing shows that a word stood in a comment that is withdrawn', async () => {
  const index = await SearchIndex.build(catalogue, 'en', ['en'])
  const before = ['quorum Thandiwe', 'Thandiwe', 'Thand'].map((query) =>
    index.search(catalogue, query),
  )
  publish([{ ...story, text: 'Thandiwe asked everyone in the queue.' }, story])
  expect(index.search(catalogue, 'Thand').ranked).toHaveLength(1)
  publish([story])
  expect(index.search(catalogue, 'quorum Thandiwe').unknown).toEqual(['Thandiwe'])
  publish([])
  const after = ['quorum Thandiwe', 'Thandiwe', 'Thand'].map((query) =>
    index.search(catalogue, query),
  )
  expect(after).toEqual(before)
})

test('an older comment is found on the page where it stands', async () => {
  publish(Array.from({ length: 25 }, (_, i) => ({ ...story, text: `The pump of street ${i}.` })))
  const index = await SearchIndex.build(catalogue, 'en', ['en'])
  const pathOf = (query: string) => index.search(catalogue, query).ranked[0]?.place.path
  expect(pathOf('pump street 1')).toBe('first#readers')
  expect(pathOf('pump street 12')).toBe('first/comments')
  expect(pathOf('pump street 24')).toBe('first/comments?page=2')
})

/**
 * How many turns others get while an index of these courses is built; it must then find so many
 * places.
 */
async function turnsWhileBuilding(courses: Course[], minFound = 1): Promise<number> {
  const large = { version: '1', courses: new Map(courses.map((course) => [course.id, course])) }
  let turns = 0
  let isBuilding = true
  const count = () => {
    turns += 1
    if (isBuilding) setImmediate(count)
  }
  setImmediate(count)
  const index = await SearchIndex.build(large, 'en', ['en'])
  isBuilding = false
  expect(index.search(large, 'quorum').ranked.length).toBeGreaterThanOrEqual(minFound)
  return turns
}

test('others get a turn after every few places of a course that is indexed', async () => {
  const chapters = Array.from(
    { length: 30 },
    (_, i): Chapter => ({ ...(tiny.chapters[0] as Chapter), slug: `chapter-${i}` }),
  )
  const few = await turnsWhileBuilding([tiny])
  expect((await turnsWhileBuilding([{ ...tiny, chapters }], 31)) - few).toBeGreaterThan(25)
})

test('and after the phrases of each course', async () => {
  const empty = { ...tiny, chapters: [], tools: new Map() }
  const many = Array.from({ length: 40 }, (_, i) => ({ ...empty, id: `course-${i}` }))
  const turns = (await turnsWhileBuilding(many)) - (await turnsWhileBuilding([empty]))
  const words = empty.texts.get('en')!.glossary.size
  expect(turns).toBeGreaterThanOrEqual(many.length - 1 + Math.floor((39 * words) / 10))
})
