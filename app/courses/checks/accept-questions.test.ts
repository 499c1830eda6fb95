import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { brokenCourse } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../load/load-catalogue.server.ts'
import type { Catalogue } from '../model/chapter.ts'
import { acceptQuestions } from './accept-questions.server.ts'

let options: ReturnType<typeof brokenCourse>
let folder = ''
beforeEach(async () => {
  options = brokenCourse()
  onTestFinished(options.remove)
  folder = join(options.folder, 'tiny')
  expect(await acceptQuestions(folder, { kind: 'new' })).toMatchObject({
    kind: 'accepted',
    sentence: '6 new questions are recorded.',
  })
})

const file = () => join(folder, '02-second/en.mdx')
const change = (from: string, to: string) => {
  const text = readFileSync(file(), 'utf8')
  expect(text).toContain(from)
  writeFileSync(file(), text.replace(from, to))
}
const load = () => loadCatalogue(options)
const problems = async () => {
  const loaded = await load()
  return loaded.kind === 'ok'
    ? []
    : loaded.problems.map(({ line, message }) => `${line}: ${message}`)
}
const hashNow = async (id = 'which') => {
  const { catalogue } = (await load()) as { catalogue: Catalogue }
  return catalogue.courses.get('tiny')!.chapters[1]!.questionHashes.get(id)
}
const accept = (kind: 'wording' | 'meaning' | 'removed', question = 'second/which') =>
  acceptQuestions(folder, { kind, question })

describe('an author who has changed the words of a question', () => {
  beforeEach(() => change('Which of them?', 'Which one of them?'))

  test('is asked with file and line whether the wording has changed or the meaning', async () => {
    expect(await problems()).toEqual([
      '22: The question "which" has changed. If only its wording has: ' +
        '`npm run courses:accept -- second/which --wording`, and old answers stay. ' +
        'If its meaning has: `npm run courses:accept -- second/which --meaning`, ' +
        'and it is asked again.',
    ])
  })

  test('says that it was the wording, and old answers stay answers to it', async () => {
    change('Which one of them?', 'Which of them?')
    const before = await hashNow()
    change('Which of them?', 'Which one of them?')
    expect(await accept('wording')).toEqual({
      kind: 'accepted',
      sentence: 'The question second/which is recorded. Old answers to it stay.',
    })
    expect(await problems()).toEqual([])
    expect(await hashNow()).toBe(before)
    change('This one', 'That is the one')
    await accept('wording')
    expect(await hashNow()).toBe(before)
  })

  test('says that it was the meaning, and it is asked again', async () => {
    change('Which one of them?', 'Which of them?')
    const before = await hashNow()
    change('Which of them?', 'Which one of them?')
    expect(await accept('meaning')).toMatchObject({ kind: 'accepted' })
    expect(await problems()).toEqual([])
    expect(await hashNow()).toMatch(/^[0-9a-f]{16}$/)
    expect(await hashNow()).not.toBe(before)
  })
})

test('an author who makes another option right cannot call that wording', async () => {
  change('<Option id="this" correct', '<Option id="this"')
  change('<Option id="that"', '<Option id="that" correct')
  expect(await problems()).toEqual([
    '22: The question "which" has other answers, or another one is right, ' +
      'so it means something else: `npm run courses:accept -- second/which --meaning`. ' +
      'It is asked again.',
  ])
  expect(await accept('wording')).toMatchObject({ kind: 'refused' })
  expect(await accept('meaning')).toMatchObject({ kind: 'accepted' })
  expect(await problems()).toEqual([])
})

test('a better reason is no change of the question', async () => {
  change('REASON-THIS: so it is.', 'REASON-THIS: so it has always been.')
  expect(await problems()).toEqual([])
  expect(await accept('wording')).toEqual({
    kind: 'refused',
    sentence: 'The question second/which has not changed.',
  })
})

test('a question under another id is a new one, and the old one is not forgotten by accident', async () => {
  change('id="which"', 'id="which-one"')
  expect(await problems()).toEqual([
    '22: The question "which-one" is new. Run `npm run courses:accept -- --new`, which records every new question.',
  ])
  await acceptQuestions(folder, { kind: 'new' })
  expect(await problems()).toEqual([
    '1: The question "second/which" is gone. If that is meant: `npm run courses:accept -- second/which --removed`.',
  ])
  expect(await accept('removed')).toMatchObject({ kind: 'accepted' })
  expect(await problems()).toEqual([])
})

test.each([
  [
    'a question that is not there',
    'meaning',
    'second/nowhere',
    'There is no question second/nowhere.',
  ],
  ['a name without its chapter', 'meaning', 'which', 'There is no question which.'],
  [
    'removing a question that is there',
    'removed',
    'second/which',
    'The question second/which is still there.',
  ],
  [
    'removing what was never recorded',
    'removed',
    'second/nowhere',
    'No question second/nowhere is recorded.',
  ],
] as const)('%s is refused, and the record stays as it was', async (_, kind, question, sentence) => {
  const before = readFileSync(join(folder, 'questions.lock.yaml'), 'utf8')
  const { sentence: said, kind: outcome } = await accept(kind, question)
  expect([outcome, said.startsWith(sentence)]).toEqual(['refused', true])
  expect(readFileSync(join(folder, 'questions.lock.yaml'), 'utf8')).toBe(before)
})

test('a course that cannot be read is mended first', async () => {
  change('</Question>', '')
  expect(await acceptQuestions(folder, { kind: 'new' })).toEqual({
    kind: 'refused',
    sentence: 'The course cannot be read. Run `npm run courses:check` first.',
  })
})

test('a question’s hash is what it was in the first release, so that answers stored since then keep it', async () => {
  expect(await hashNow()).toBe('e194bb2b5c21fcde')
})
