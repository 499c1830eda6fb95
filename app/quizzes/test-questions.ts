import fc from 'fast-check'
import type { WrittenPart, WrittenQuestion } from '../courses/chapter.ts'
import type { Chosen } from './question-type.ts'

const texts = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const ids = (least: number) => fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z]{1,4})?$/), { minLength: least, maxLength: 6 })

function part(kind: string, attributes: Record<string, string | true>, text: string): WrittenPart {
  return { kind, attributes: { reason: `Why ${String(attributes.id)}.`, ...attributes }, text, line: 1 }
}

function question(type: string, parts: fc.Arbitrary<WrittenPart[]>): fc.Arbitrary<WrittenQuestion> {
  return fc.record({
    id: fc.stringMatching(/^[a-z]{1,8}$/),
    type: fc.constant(type),
    see: fc.constant('here'),
    prompt: texts,
    parts,
    line: fc.constant(1),
  })
}

/** Options of which these are right. */
function options(all: string[], right: string[]): WrittenPart[] {
  return all.map((id) => part('Option', { id, ...(right.includes(id) ? { correct: true } : {}) }, `The text of ${id}`))
}

/** Any question of each type, as an author may write it. */
export const anyQuestion: Record<string, fc.Arbitrary<WrittenQuestion>> = {
  single: question(
    'single',
    ids(2).chain((all) => fc.constantFrom(...all).map((right) => options(all, [right]))),
  ),
  multiple: question(
    'multiple',
    ids(3).chain((all) => fc.subarray(all, { minLength: 1, maxLength: all.length - 1 }).map((right) => options(all, right))),
  ),
  'true-false': question(
    'true-false',
    fc.constantFrom('true', 'false').map((right) => options(['true', 'false'], [right])),
  ),
  order: question(
    'order',
    ids(3).map((all) => all.map((id) => part('Item', { id }, `The text of ${id}`))),
  ),
  match: question(
    'match',
    ids(3).map((all) => all.map((id) => part('Pair', { id, left: `Left of ${id}`, right: `Right of ${id}` }, ''))),
  ),
}

const idsOf = (written: WrittenQuestion) => written.parts.map(({ attributes }) => String(attributes.id))
const rightIdsOf = (written: WrittenQuestion) =>
  written.parts.filter(({ attributes }) => attributes.correct).map(({ attributes }) => String(attributes.id))
const yes = (chosen: string[]): Chosen => Object.fromEntries(chosen.map((id) => [id, 'yes']))

/** Any whole answer that a learner may give to a question. */
export function anyAnswer(written: WrittenQuestion): fc.Arbitrary<Chosen> {
  const all = idsOf(written)
  switch (written.type) {
    case 'multiple':
      return fc.shuffledSubarray(all, { minLength: 1 }).map(yes)
    case 'order':
      return fc
        .shuffledSubarray(all, { minLength: all.length })
        .map((order) => Object.fromEntries(order.map((id, i) => [id, String(i + 1)])))
    case 'match':
      return fc
        .array(fc.constantFrom(...all), { minLength: all.length, maxLength: all.length })
        .map((rights) => Object.fromEntries(all.map((id, i) => [id, rights[i] as string])))
    default:
      return fc.constantFrom(...all).map((id) => yes([id]))
  }
}

/** The answer that is right as a whole. */
export function rightAnswer(written: WrittenQuestion): Chosen {
  const all = idsOf(written)
  switch (written.type) {
    case 'order':
      return Object.fromEntries(all.map((id, i) => [id, String(i + 1)]))
    case 'match':
      return Object.fromEntries(all.map((id) => [id, id]))
    default:
      return yes(rightIdsOf(written))
  }
}
