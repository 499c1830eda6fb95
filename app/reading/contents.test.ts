import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { languages } from '../i18n/languages.ts'
import { recordVisit } from '../progress/visit-store.server.ts'
import { listContents } from './contents.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const english = languages.find(({ tag }) => tag === 'en')!
const swedish = languages.find(({ tag }) => tag === 'sv')!
const [first, last] = course.chapters

/** The same course with a scene in its first chapter, and each chapter in a part of its own. */
const parted = {
  ...course,
  parts: course.chapters.map((chapter, i) => ({ id: `part-${i}`, chapters: [chapter] })),
}
const picture = { alt: 'A well.', caption: null, svg: '<svg><use href="#figure-person"/></svg>' }

describe('the contents', () => {
  test('say of each chapter the first sentence of its summary', async () => {
    const text = first!.texts.get('en')!
    const longer = { ...text, summary: 'It has rules. Dr. Moyo says why.' }
    const chapter = { ...first!, texts: new Map(first!.texts).set('en', longer) }
    const { parts } = await listContents(
      { ...course, chapters: [chapter], parts: [{ id: 'p', chapters: [chapter] }] },
      english,
      null,
    )
    expect(parts[0]?.chapters[0]?.sentence).toBe('It has rules.')
  })

  test('name a chapter that is not translated as the course’s words do, and say in what it is read', async () => {
    const summary = 'Ett kapitel på ett språk. Mer står inte här.'
    const words = { ...course.texts.get('sv')! }
    words.chapters = new Map([[last!.slug, { title: 'Det andra', summary }]])
    const named = { ...course, texts: new Map(course.texts).set('sv', words) }
    const linesOf = async (of: typeof course) =>
      (await listContents(of, swedish, null)).parts.flatMap(({ chapters }) => chapters)
    const [own, other] = await linesOf(named)
    expect(other).toMatchObject({ title: 'Det andra', lang: null, textLang: 'en' })
    expect(other?.sentence).toBe('Ett kapitel på ett språk.')
    expect(own).toMatchObject({ lang: null, textLang: null })
    expect((await linesOf(course))[1]).toMatchObject({
      title: 'Second',
      lang: 'en',
      textLang: 'en',
    })
  })

  test('open at the first part, and for a learner at the one that they are in', async () => {
    const openIn = async (learnerId: string | null) =>
      (await listContents(parted, english, learnerId)).parts.map(({ isOpen }) => isOpen)
    expect(await openIn(null)).toEqual([true, false])
    const learnerId = await storeLearner()
    await recordVisit({ learnerId, course: course.id, chapter: last!.slug }, '2026-03-14')
    expect(await openIn(learnerId)).toEqual([false, true])
  })

  test('show the scene of a part’s first chapter that has one, and the figures that it places', async () => {
    const { illustrations } = first!.texts.get('en')!
    expect((await listContents(parted, english, null)).scene).toBeNull()
    illustrations.set('scene.svg', picture)
    const contents = await listContents(parted, english, null)
    illustrations.delete('scene.svg')
    expect(contents.parts.map(({ scene }) => scene)).toEqual([picture.svg, null])
    expect(contents.scene).toEqual(picture)
    expect(contents.figures).toContain('id="figure-person"')
  })
})
