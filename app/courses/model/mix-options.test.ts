import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodCourse, loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import type { WrittenQuestion } from './chapter.ts'
import { mixOptions } from './mix-options.ts'
import { contentHash } from './question-hash.ts'

const chapter = { course: 'run-a-party', slug: 'the-branch' }

function question(type: string, ids: string[], id = 'who-may'): WrittenQuestion {
  const parts = ids.map((one) => ({ kind: 'Option', attributes: { id: one }, text: one, line: 1 }))
  return { id, type, see: 's', prompt: 'Who?', parts, line: 1 }
}
const idsOf = ({ parts }: WrittenQuestion) => parts.map(({ attributes }) => String(attributes.id))
const mixed = (one: WrittenQuestion, place = chapter) =>
  idsOf(mixOptions([one], place)[0] as WrittenQuestion)

describe('the options of a question', () => {
  test.each([
    'single',
    'multiple',
  ])('of the type %s stand in the same order, whatever the order in a translation’s file', (type) => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,8}$/), { minLength: 2, maxLength: 7 })
    const anyOptions = ids.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(anyOptions, fc.string(), ([source, translation], id) => {
        const shown = mixed(question(type, source, id))
        expect(mixed(question(type, translation, id))).toEqual(shown)
        expect([...shown].sort()).toEqual([...source].sort())
      }),
    )
  })

  test('stand in this order for good: anyone who has it on paper finds it on the page', () => {
    expect(mixed(question('single', ['chair', 'member', 'guest', 'nobody']))).toEqual([
      'member',
      'guest',
      'nobody',
      'chair',
    ])
  })

  test('stand in another order in another question, chapter and course, each place as often as the others', () => {
    const places = [0, 0, 0, 0]
    for (let n = 0; n < 4000; n++) {
      const place = { course: `course ${n % 2}`, slug: `chapter ${n % 20}` }
      const at = mixed(
        question('single', ['a', 'b', 'c', 'right'], `question-${n}`),
        place,
      ).indexOf('right')
      places[at] = (places[at] as number) + 1
    }
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })

  test.each([
    'true-false',
    'order',
    'scenario',
  ])('of the type %s stay as they are written', (type) => {
    expect(mixed(question(type, ['true', 'false', 'b', 'a']))).toEqual(['true', 'false', 'b', 'a'])
  })
})

describe('a course that is loaded', async () => {
  const [first] = (await loadGoodCourse()).chapters
  const questions = (lang: string) =>
    first?.texts.get(lang)?.questions.filter(({ type }) => type === 'multiple') ?? []

  test('shows the mixed order in each language', () => {
    const whoCame = question('multiple', ['members', 'deputies', 'guests'], 'who-came')
    expect(questions('en').map(idsOf)).toEqual([mixed(whoCame, { course: 'tiny', slug: 'first' })])
    expect(questions('sv').map(idsOf)).toEqual(questions('en').map(idsOf))
    expect(questions('en').map(idsOf)).not.toEqual([idsOf(whoCame)])
  })

  test('keeps the hashes of the order in the file, so that no old answer is lost', async () => {
    const file = join(goodCourse.folder, 'tiny/01-first/en.mdx')
    const written = readMarkup(await readFile(file, 'utf8'), file).markup?.questions ?? []
    expect(first?.questionHashes).toEqual(new Map(written.map((one) => [one.id, contentHash(one)])))
    expect(contentHash(questions('en')[0] as WrittenQuestion)).not.toBe(
      first?.questionHashes.get('who-came'),
    )
  })
})
