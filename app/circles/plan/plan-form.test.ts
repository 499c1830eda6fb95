import { expect, test } from 'vitest'
import { planEvent, readPlanForm, withHiddenChapters } from './plan-form.ts'

/** The plan as its page sends it: each stored meeting, and last the row for one more. */
function sent(rows: [id: string, day: string, ...chapters: string[]][]) {
  const fields = new URLSearchParams({ intent: 'replan', planRevision: '1' })
  for (const [id, day, ...chapters] of rows) {
    fields.append('meeting', id)
    fields.append(`day.${id}`, day)
    fields.append(`start.${id}`, '18:00')
    fields.append(`hours.${id}`, '3')
    for (const chapter of chapters) fields.append(`chapters.${id}`, chapter)
  }
  const form = readPlanForm(fields)
  const event = form && planEvent(form)
  return event?.kind === 'replan' ? event.meetings.map(({ id, day }) => `${id} ${day}`) : null
}

test('the row for one more meeting adds none as long as it is empty', () => {
  expect(
    sent([
      ['one', '2026-03-14', 'a'],
      ['new', ''],
    ]),
  ).toEqual(['one 2026-03-14'])
})

test('a meeting whose day was emptied is asked for without a day, and never left out', () => {
  expect(
    sent([
      ['one', '', 'a'],
      ['two', '2026-03-21'],
      ['new', ''],
    ]),
  ).toEqual(['one ', 'two 2026-03-21'])
})

test('one more meeting with chapters and without a day is asked for, and never left out', () => {
  expect(
    sent([
      ['one', '2026-03-14'],
      ['new', '', 'b'],
    ]),
  ).toEqual(['one 2026-03-14', 'new '])
})

test('chapters without a box stay in their meetings, whatever the boxes say', () => {
  const row = { id: 'one', day: '2026-03-14', start: '18:00', hours: 3 }
  const plan = { planRevision: 1, meetings: [{ ...row, chapters: ['c', 'd'] }], undated: null }
  const circle = { meetings: [{ ...row, chapters: ['a', 'b', 'c'] }] } as unknown as Parameters<
    typeof withHiddenChapters
  >[1]
  const chaptersWith = (shown: string[]) =>
    withHiddenChapters(plan, circle, new Set(shown)).meetings[0]?.chapters
  expect(chaptersWith(['a', 'b', 'c', 'd'])).toEqual(['c', 'd'])
  expect(chaptersWith(['a', 'c', 'd'])).toEqual(['b', 'c', 'd'])
  const none = { ...plan, meetings: [{ ...row, chapters: [] }] }
  expect(withHiddenChapters(none, circle, new Set()).meetings[0]?.chapters).toEqual(['a', 'b', 'c'])
})
