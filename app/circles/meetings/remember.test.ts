import { describe, expect, test } from 'vitest'
import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { type ChapterRead, questionsToRemember } from './remember.ts'

const question = (id: string, kind = 'Option'): WrittenQuestion => ({
  id,
  type: kind === 'Option' ? 'single' : 'order',
  see: 'top',
  prompt: `Ask ${id}`,
  line: 1,
  parts: ['a', 'b'].map((part) => ({
    kind,
    attributes: {
      id: part,
      reason: `Why ${part}`,
      ...(part === 'b' ? { correct: true as const } : {}),
    },
    text: part,
    line: 1,
  })),
})
const read: ChapterRead[] = [
  { slug: 'one', questions: [question('1a'), question('1b'), question('1c')] },
  { slug: 'two', questions: [question('2a'), question('2b'), question('2x', 'Item')] },
]
const ids = (wish: Partial<Parameters<typeof questionsToRemember>[1]>, chapters = read) =>
  questionsToRemember(chapters, { meeting: 0, max: 3, ...wish }).map(({ id }) => id)

describe('what do we remember?', () => {
  test('asks something of each chapter, the one read last first', () => {
    expect(ids({})).toEqual(['2a', '1a', '2b'])
  })

  test('asks something else at the next meeting', () => {
    expect(ids({ meeting: 1 })).toEqual(['2b', '1b', '2a'])
  })

  test('asks nothing that cannot be answered with fingers, and nothing twice', () => {
    expect(ids({ max: 20 }).sort()).toEqual(['1a', '1b', '1c', '2a', '2b'])
  })

  test('asks nothing before anything was read', () => {
    expect(ids({}, [])).toEqual([])
  })

  test('knows which answer is right, and why, for the person who leads', () => {
    expect(questionsToRemember(read, { meeting: 0, max: 1 })[0]?.options).toEqual([
      { id: 'a', text: 'a', isRight: false, reason: 'Why a' },
      { id: 'b', text: 'b', isRight: true, reason: 'Why b' },
    ])
  })

  test('says of which several fingers may be shown', () => {
    const several = { ...question('3a'), type: 'multiple' }
    const questions = questionsToRemember(
      [{ slug: 'three', questions: [several, question('3b')] }],
      {
        meeting: 0,
        max: 2,
      },
    )
    expect(questions.map(({ id, takesSeveral }) => [id, takesSeveral])).toEqual([
      ['3a', true],
      ['3b', false],
    ])
  })
})
