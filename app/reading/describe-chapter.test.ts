import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { languages } from '../i18n/languages.ts'
import { bytesOf, type Piece } from '../platform/pieces/piece.server.ts'
import { listContents } from './contents.server.ts'
import { chosenCountry } from './countries/told-of.server.ts'
import { describeChapter } from './describe-chapter.server.ts'
import type { Reading } from './reading.ts'

const course = await loadGoodCourse()
const [first, second] = course.chapters
const clock = { now: () => new Date('2026-03-14T12:00:00Z') }
const place = (pieces: readonly Piece[]) => bytesOf(pieces).toString()
const english = languages.find(({ tag }) => tag === 'en')!
const at = (query: string) => new URL(`http://localhost/en/courses/${course.id}/first${query}`)

/** A chapter as a guest sees it who has asked for a country's comments; the course tells of ZA and IN. */
function open(chapter: Reading['chapter'], wanted: string | null) {
  const country = chosenCountry(at(wanted ? `?country=${wanted}` : ''), course)
  const reading: Reading = {
    course,
    chapter,
    language: english,
    languages,
    learnerId: null,
    country,
  }
  return describeChapter(reading, { clock, place }, { wanted })
}

describe('a country that is chosen for a visit', () => {
  test('goes along to the chapters before and after, to the contents and to the other language', async () => {
    const page = await open(first!, 'ZA')
    expect(page.country).toBe('South Africa')
    expect(page.next?.address).toBe(`/en/courses/${course.id}/${second!.slug}?country=ZA`)
    expect(page.contentsAddress).toBe(`/en/courses/${course.id}?country=ZA`)
    expect(page.html).toContain(`/sv/courses/${course.id}/${first!.slug}?country=ZA#`)
    const none = await open(first!, null)
    const { html, ...around } = none
    expect(JSON.stringify(around)).not.toContain('?country')
    // Only where one is chosen.
    expect(html.match(/\?country=\w\w/g)).toEqual(['?country=ZA'])
  })

  test('is said to be missing in a chapter that tells nothing of it, which shows all comments', async () => {
    const page = await open(second!, 'ZA')
    expect(page.country).toBeNull()
    expect(page.noneFrom).toEqual({ name: 'South Africa', near: [] })
    expect(page.html).toContain('id="in-case"')
    expect(page.previous?.address).toBe(`/en/courses/${course.id}/${first!.slug}?country=ZA`)
  })

  test('has those near it named, each with its comment', async () => {
    const page = await open(second!, 'PK')
    expect(page.noneFrom?.near).toEqual([{ name: 'India', place: 'in-case' }])
    expect((await open(first!, 'PK')).noneFrom?.near).toEqual([])
  })

  test('goes no further where no comment of the course tells of it', async () => {
    expect((await open(first!, 'PK')).next?.address).not.toContain('country')
    expect(
      ['?country=ZA', '?country=PK', '?country=za', '?country=', ''].map((query) =>
        chosenCountry(at(query), course),
      ),
    ).toEqual(['ZA', null, null, null, null])
  })

  test('is counted chapter by chapter in the contents, whose links carry it on', async () => {
    const { parts } = await listContents(course, english, null, { country: 'ZA' })
    const lines = parts.flatMap(({ chapters }) => chapters)
    expect(
      lines.map(({ address, fromCountry }) => [address.split('/').pop(), fromCountry]),
    ).toEqual([
      [`${first!.slug}?country=ZA`, 1],
      [`${second!.slug}?country=ZA`, 0],
    ])
  })
})
