import { describe, expect, test } from 'vitest'
import { someMeeting } from '../../../tests/factories/test-circle.ts'
import type { Circle } from '../circle.ts'
import { noName, withNameInTexts } from './names-in-texts.ts'

const circle = (text: string, names: string[] = []) =>
  ({
    aim: text,
    seats: names.map((name) => ({ name })),
    meetings: [
      {
        ...someMeeting(1),
        decisions: [{ id: 'd', text }],
        tasks: [{ id: 't', text, seat: null, isDone: false }],
      },
    ],
  }) as unknown as Circle

/** The aim, the decision and the task, which all say the same. */
function wordsOf(before: Circle, name: string, next = noName): string {
  const { aim, meetings } = withNameInTexts(before, name, next)
  const notes = meetings.flatMap(({ decisions, tasks }) => [...decisions, ...tasks])
  const texts = new Set([aim, ...notes.map(({ text }) => text)])
  expect(texts.size).toBe(1)
  return aim
}

describe('P9: the words of a circle', () => {
  test.each([
    ['Anna takes notes, and Anna brings chairs.', 'Anna', '… takes notes, and … brings chairs.'],
    ['Ask Anna', 'Anna', 'Ask …'],
    ['Annas chairs; Joanna; Anna2', 'Anna', 'Annas chairs; Joanna; Anna2'],
    ['AnnaAnna', 'Anna', 'AnnaAnna'],
    ['“Anna B.” asks', 'Anna B.', '“…” asks'],
    ['မိုးမိုး လာမည်', 'မိုး', 'မိုးမိုး လာမည်'],
    ['$& Anna \\1', 'Anna', '$& … \\1'],
    ['nobody', '', 'nobody'],
  ])('%s, without "%s"', (text, name, expected) => {
    expect(wordsOf(circle(text), name)).toBe(expected)
  })

  test('keep a name that somebody else on the list has', () => {
    expect(wordsOf(circle('Anna leads', ['Anna']), 'Anna')).toBe('Anna leads')
  })

  test('follow a name that is corrected', () => {
    expect(wordsOf(circle('Ana leads'), 'Ana', 'Anna')).toBe('Anna leads')
  })
})
