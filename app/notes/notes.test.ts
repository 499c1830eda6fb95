import { beforeEach, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { versionOf } from '../platform/cache-version.server.ts'
import { database } from '../platform/database.server.ts'
import { findSection, listNotes } from './note-places.ts'
import { countNotes, noteAt, notedSections, notesOf } from './note-store.server.ts'
import { eraseNote, writeNote } from './write-note.server.ts'
import { noteLimits } from './written-note.ts'

useTestDatabase()

const course = await loadGoodCourse()
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const first = course.chapters[0]!
const sections = first.texts.get('en')!.sections.filter(({ depth }) => depth === 2)
const placeOf = (section: string, chapter = first.slug) => ({ course: course.id, chapter, section })
const place = placeOf(sections[0]!.id)
const titles = { chapterTitle: 'A chapter', sectionTitle: 'A section' }
const today = '2026-03-14'

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})

/** The version of the note that is stored. */
const version = async () => (await noteAt(learnerId, place))?.version ?? 0

const write = (text: string, seen = 0, more: Partial<Parameters<typeof writeNote>[0]> = {}) =>
  writeNote({ learnerId, place, titles, text, seen, today, ...more })

describe('a learner’s note', () => {
  test('is kept at its section, changed, and deleted', async () => {
    expect(await write(' Ask  Ben \n')).toEqual({ kind: 'kept' })
    const first = await version()
    expect(await noteAt(learnerId, place)).toMatchObject({ text: 'Ask  Ben' })
    expect(await write('Ask Chipo', first)).toEqual({ kind: 'kept' })
    expect(await noteAt(learnerId, place)).toMatchObject({ text: 'Ask Chipo', version: first + 1 })
    expect(await countNotes(learnerId)).toBe(1)
    expect(await eraseNote(learnerId, place, first + 1)).toEqual({ kind: 'deleted' })
    expect(await notesOf(learnerId)).toEqual([])
    expect(await eraseNote(learnerId, place, first + 1)).toEqual({ kind: 'not-found' })
  })

  test('that was changed in another tab is neither replaced nor deleted unseen', async () => {
    await write('One')
    const first = await version()
    await write('Two', first)
    const note = { text: 'Two', version: first + 1 }
    expect(await write('Three', first)).toMatchObject({ kind: 'changed-since', note })
    expect(await write('Three', 0)).toMatchObject({ kind: 'changed-since', note })
    expect(await eraseNote(learnerId, place, first)).toMatchObject({ kind: 'changed-since', note })
    expect(await write('Two', first)).toEqual({ kind: 'kept' })
    expect(await noteAt(learnerId, place)).toMatchObject(note)
  })

  test('that was deleted in another tab is kept again when it is sent', async () => {
    await write('One')
    const first = await version()
    await eraseNote(learnerId, place, first)
    expect(await write('One, longer', first)).toEqual({ kind: 'kept' })
    expect(await noteAt(learnerId, place)).toMatchObject({ text: 'One, longer' })
  })

  test('that was deleted and written again in another tab is neither replaced nor deleted unseen', async () => {
    await write('One')
    const first = await version()
    await eraseNote(learnerId, place, first)
    await write('Important')
    const note = { text: 'Important', version: await version() }
    expect(await write('One, longer', first)).toMatchObject({ kind: 'changed-since', note })
    expect(await eraseNote(learnerId, place, first)).toMatchObject({ kind: 'changed-since', note })
    expect(await noteAt(learnerId, place)).toMatchObject(note)
  })

  test('is refused when it is empty or too long, and nothing is stored', async () => {
    expect(await write(' \n ')).toMatchObject({ problem: 'notes:missing' })
    expect(await write('x'.repeat(1001))).toMatchObject({ problem: 'notes:tooLong' })
    expect(await countNotes(learnerId)).toBe(0)
  })

  test('is one of so many at most; those that are there can still be changed', async () => {
    const db = await database()
    await db.note.createMany({
      data: Array.from({ length: noteLimits.notes }, (_, n) => ({
        ...{ ...placeOf(`s${n}`), ...titles, learnerId, text: 'x', writtenOn: today },
      })),
    })
    expect(await write('One more')).toEqual({ kind: 'too-many' })
    expect(await write('Changed', 1, { place: placeOf('s7') })).toEqual({ kind: 'kept' })
    expect(await countNotes(learnerId)).toBe(noteLimits.notes)
  })

  test('makes the pages that count it new', async () => {
    const before = versionOf(learnerId)
    await write('One')
    const written = versionOf(learnerId)
    await eraseNote(learnerId, place, await version())
    expect(new Set([before, written, versionOf(learnerId)]).size).toBe(3)
  })
})

test('P21: a note is found by its writer alone, changed and deleted by nobody else', async () => {
  await write('Mine')
  const other = await storeLearner()
  expect(await noteAt(other, place)).toBeNull()
  expect(await notesOf(other)).toEqual([])
  expect(await notedSections(other, place)).toEqual([])
  expect(await notedSections(learnerId, place)).toEqual([place.section])
  expect(await eraseNote(other, place, await version())).toEqual({ kind: 'not-found' })
  expect(await write('Theirs', await version(), { learnerId: other })).toEqual({ kind: 'kept' })
  expect(await noteAt(learnerId, place)).toMatchObject({ text: 'Mine' })
})

describe('the list of notes', () => {
  test('is in the course’s order, with the titles as they are now', async () => {
    const last = sections.at(-1)!
    await write('Last', 0, { place: placeOf(last.id) })
    await write('First')
    const [chapter, ...more] = listNotes(catalogue, await notesOf(learnerId), 'en')
    expect(more).toEqual([])
    expect(chapter).toMatchObject({ id: first.slug, title: first.texts.get('en')!.title })
    expect(chapter!.notes.map(({ text }) => text)).toEqual(['First', 'Last'])
    expect(chapter!.notes[0]).toMatchObject({
      sectionTitle: sections[0]!.title,
      readAt: `/en/courses/tiny/${first.slug}#${sections[0]!.id}`,
      writeAt: `/en/courses/tiny/${first.slug}/notes/${sections[0]!.id}`,
    })
  })

  test('still has a note whose section or chapter is gone, last and under its old titles', async () => {
    await write('Gone', 0, { place: placeOf('gone') })
    await write('Gone too', 0, { place: placeOf('gone', 'gone') })
    await write('Here')
    const chapters = listNotes(catalogue, await notesOf(learnerId), 'sv')
    expect(chapters[0]!.notes[0]).toMatchObject({ text: 'Here' })
    expect(chapters.slice(1).map(({ id, title }) => [id, title])).toEqual([
      ['', 'A chapter'],
      ['', 'A chapter'],
    ])
    expect(chapters[1]!.notes[0]).toMatchObject({ readAt: null, sectionTitle: 'A section' })
  })

  test('knows no section that a chapter has not, and no part of one', () => {
    expect(findSection(catalogue, placeOf('gone'), 'en')).toBeNull()
    expect(findSection(catalogue, placeOf(sections[0]!.id, 'gone'), 'en')).toBeNull()
    expect(findSection(catalogue, { ...place, course: 'gone' }, 'en')).toBeNull()
  })
})
