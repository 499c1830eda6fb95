import fc from 'fast-check'
import type { WrittenPart, WrittenQuestion } from '../../app/courses/model/chapter.ts'
import { normalizeText as writtenText } from '../../app/quizzes/types/normalize-text.ts'
import type { Response } from '../../app/quizzes/types/question-type.ts'

const texts = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const ids = (min: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z]{1,4})?$/), {
    minLength: min,
    maxLength: 6,
  })

function part(kind: string, attributes: Record<string, string | true>, text: string): WrittenPart {
  return {
    kind,
    attributes: { reason: `Why ${String(attributes.id)}.`, ...attributes },
    text,
    line: 1,
  }
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
  return all.map((id) =>
    part('Option', { id, ...(right.includes(id) ? { correct: true } : {}) }, `The text of ${id}`),
  )
}

/** Any question of each type, as an author may write it. */
export const anyQuestion: Record<string, fc.Arbitrary<WrittenQuestion>> = {
  single: question(
    'single',
    ids(2).chain((all) => fc.constantFrom(...all).map((right) => options(all, [right]))),
  ),
  multiple: question(
    'multiple',
    ids(3).chain((all) =>
      fc
        .subarray(all, { minLength: 1, maxLength: all.length - 1 })
        .map((right) => options(all, right)),
    ),
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
    ids(3).map((all) =>
      all.map((id) => part('Pair', { id, left: `Left of ${id}`, right: `Right of ${id}` }, '')),
    ),
  ),
  'fill-in': question(
    'fill-in',
    ids(1).map((all) => all.map(blank)),
  ),
  scenario: question(
    'scenario',
    ids(4).map((all) => story(all)),
  ),
  reflection: question(
    'reflection',
    ids(2)
      .filter((all) => !all.includes('text'))
      .map((all) => [
        part('Model', {}, 'A model answer.'),
        ...all.map((id) => part('Point', { id }, `The point of ${id}`)),
      ]),
  ),
}

/** A gap that accepts two answers and knows a wrong one. */
function blank(id: string): WrittenPart {
  const inside = [
    part('Accept', {}, `right ${id}`),
    part('Accept', {}, `also ${id}`),
    part('Wrong', {}, `wrong ${id}`),
  ]
  return { ...part('Blank', { id }, `The ___ of ${id}`), parts: inside }
}

const choice = (to: string) => part('Choice', { to }, `On to ${to}`)

/** Steps that each lead on or to the bad end; the last one leads to the good end or the bad one. */
function story(all: string[]): WrittenPart[] {
  const [good = '', bad = '', ...steps] = all
  const ways = steps.map((id, i) => ({
    ...part('Step', { id }, `At ${id}`),
    parts: [choice(bad), choice(steps[i + 1] ?? good)],
  }))
  return [
    ...ways,
    part('End', { id: good, good: true }, `The end ${good}`),
    part('End', { id: bad, bad: true }, `The end ${bad}`),
  ]
}

const idsOf = (written: WrittenQuestion) =>
  written.parts.flatMap(({ attributes }) => (attributes.id ? [String(attributes.id)] : []))
const stepsOf = (written: WrittenQuestion) => written.parts.filter(({ kind }) => kind === 'Step')

/**
 * The path that goes wrong at a step, counted from 0; where there is no such step, the path to the
 * good end.
 */
function pathOf(written: WrittenQuestion, turn: number): Response {
  const steps = stepsOf(written).slice(0, turn + 1)
  return Object.fromEntries(
    steps.map(({ attributes, parts }, i) => [
      String(attributes.id),
      String(parts?.[i === turn ? 0 : 1]?.attributes.to),
    ]),
  )
}
const rightIdsOf = (written: WrittenQuestion) =>
  written.parts
    .filter(({ attributes }) => attributes.correct)
    .map(({ attributes }) => String(attributes.id))
const yes = (chosen: string[]): Response => Object.fromEntries(chosen.map((id) => [id, 'yes']))

/** Any whole answer that a learner may give to a question. */
export function anyAnswer(written: WrittenQuestion): fc.Arbitrary<Response> {
  const all = idsOf(written)
  switch (written.type) {
    case 'multiple':
      return fc.shuffledSubarray(all, { minLength: 1 }).map(yes)
    case 'order':
      return fc
        .shuffledSubarray(all, { minLength: all.length })
        .map((order) => Object.fromEntries(order.map((id, i) => [id, String(i + 1)])))
    case 'fill-in':
      return fc
        .tuple(
          ...all.map((id) =>
            fc.oneof(
              fc.constantFrom(`right ${id}`, `  ALSO  ${id}.`, `wrong ${id}`),
              texts.map(writtenText),
            ),
          ),
        )
        .map((answers) => answers.map((answer) => answer.trim() || 'x'))
        .map((answers) => Object.fromEntries(all.map((id, i) => [id, answers[i] as string])))
    case 'scenario':
      return fc.nat({ max: stepsOf(written).length }).map((turn) => pathOf(written, turn))
    case 'reflection':
      return fc
        .tuple(
          texts.map(writtenText).map((text) => text || 'x'),
          fc.subarray([...all, 'compared']),
        )
        .map(([text, ticked]) => ({ text, ...yes(ticked) }))
    case 'match':
      return fc
        .array(fc.constantFrom(...all), { minLength: all.length, maxLength: all.length })
        .map((rights) => Object.fromEntries(all.map((id, i) => [id, rights[i] as string])))
    default:
      return fc.constantFrom(...all).map((id) => yes([id]))
  }
}

/** The answer that is right as a whole. */
export function rightAnswer(written: WrittenQuestion): Response {
  const all = idsOf(written)
  switch (written.type) {
    case 'order':
      return Object.fromEntries(all.map((id, i) => [id, String(i + 1)]))
    case 'match':
      return Object.fromEntries(all.map((id) => [id, id]))
    case 'fill-in':
      return Object.fromEntries(
        written.parts.map(({ attributes, parts }) => [
          String(attributes.id),
          String(parts?.[0]?.text),
        ]),
      )
    case 'scenario':
      return goodPath(written)
    case 'reflection':
      return { text: 'My own words.', compared: 'yes' }
    default:
      return yes(rightIdsOf(written))
  }
}

/** A path to a good end, found by trying every choice. */
function goodPath({ parts }: WrittenQuestion): Response {
  const find = (id: string): [string, string][] | null => {
    const part = parts.find(({ attributes }) => attributes.id === id)
    if (part?.kind === 'End') return part.attributes.good ? [] : null
    for (const { attributes } of part?.parts ?? []) {
      const rest = find(String(attributes.to))
      if (rest) return [[id, String(attributes.to)], ...rest]
    }
    return null
  }
  return Object.fromEntries(find(String(parts[0]?.attributes.id)) ?? [])
}
