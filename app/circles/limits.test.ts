import { expect, test, vi } from 'vitest'
import { adds, refusalOf, someCircle } from '../../tests/factories/test-circle.ts'
import {
  areHours,
  isTime,
  isTimeZone,
  limits,
  normalizeWhitespace,
  problemOfAim,
  problemOfName,
  problemOfNote,
  problemOfSeatName,
  readHours,
} from './limits.ts'

const circle = someCircle()

test.each([
  'Call 077 123 4567',
  'Write to ada@example.org',
  'Ask @ada_l',
  'See t.me/ada',
])('what leads to a person is refused in every text of a circle: %s', (text) => {
  expect(refusalOf(circle, adds(text.slice(0, 40)))).toBe('circles:refused.nameIsContact')
  expect(refusalOf(circle, { kind: 'rename', name: text })).toBe('circles:refused.nameIsContact')
  for (const step of [
    { kind: 'set-aim', aim: text },
    { kind: 'add-decision', meeting: 'm1', decision: 'd', text },
    { kind: 'add-task', meeting: 'm1', task: 't', text, seat: null },
  ] as const)
    expect([step.kind, refusalOf(circle, step)]).toEqual([
      step.kind,
      'circles:refused.noteIsContact',
    ])
})

test('numbers that lead to nobody are accepted', () => {
  const text = 'Collect 1 200 000 dollars by 2026-12-01'
  expect(
    refusalOf(circle, { kind: 'add-task', meeting: 'm1', task: 't', text, seat: null }),
  ).toBeNull()
})

test('whitespace goes from the ends and is single inside, of every kind', () => {
  expect(normalizeWhitespace('  Bring \t\n the  chairs\u00a0')).toBe('Bring the chairs')
  expect(normalizeWhitespace(' \n ')).toBe('')
})

test('a name may have as many letters as it says, and not one more', () => {
  expect(problemOfName('ა'.repeat(limits.name))).toBeNull()
  expect(problemOfName(`  ${'a'.repeat(limits.name)}  `)).toBeNull()
  expect(problemOfName('a'.repeat(limits.name + 1))).toEqual({
    kind: 'refused',
    reason: 'circles:refused.nameTooLong',
    values: { max: 40 },
  })
})

test('letters outside the basic plane count once', () => {
  expect(problemOfName('𞤀'.repeat(limits.name))).toBeNull()
  expect(problemOfName('𞤀'.repeat(limits.name + 1))?.reason).toBe('circles:refused.nameTooLong')
})

test('a name that is far too long is refused before each letter is looked at', () => {
  const unseen = '\u200b'.repeat(limits.name * 10)
  expect(problemOfName(unseen)?.reason).toBe('circles:refused.nameUnseen')
  expect(problemOfName(`${unseen}\u200b`)).toEqual({
    kind: 'refused',
    reason: 'circles:refused.nameTooLong',
    values: { max: 40 },
  })
})

test.each(['', '   ', '-', '!?', '…'])('a name needs a letter or a number: "%s"', (name) => {
  expect(problemOfName(name)?.reason).toBe('circles:refused.nameMissing')
})

test.each(['7', 'ၼ', 'Ö', 'Group 3'])('one letter or number is enough: "%s"', (name) => {
  expect(problemOfName(name)).toBeNull()
})

test('a circle may be called after a task, and nobody in it may', () => {
  expect(problemOfName('Moderator')).toBeNull()
  expect(problemOfSeatName('Moderator')?.reason).toBe('circles:refused.nameReserved')
  expect(problemOfSeatName('Ada')).toBeNull()
  expect(problemOfSeatName('')?.reason).toBe('circles:refused.nameMissing')
})

test('an aim may be empty and as long as it says, and not one letter longer', () => {
  expect(problemOfAim('')).toBeNull()
  expect(problemOfAim('𞤀'.repeat(limits.aim))).toBeNull()
  expect(problemOfAim('a'.repeat(limits.aim + 1))).toEqual({
    kind: 'refused',
    reason: 'circles:refused.aimTooLong',
    values: { max: 600 },
  })
  expect(problemOfAim('Ask @ada_l')?.reason).toBe('circles:refused.noteIsContact')
})

test('a note says something, and may be as long as it says, and not one letter longer', () => {
  expect(problemOfNote(' \n ')?.reason).toBe('circles:refused.noteMissing')
  expect(problemOfNote('.')).toBeNull()
  expect(problemOfNote('𞤀'.repeat(limits.note))).toBeNull()
  expect(problemOfNote('a'.repeat(limits.note + 1))).toEqual({
    kind: 'refused',
    reason: 'circles:refused.noteTooLong',
    values: { max: 300 },
  })
})

test.each(['00:00', '09:05', '19:59', '20:00', '23:59'])('%s is a time', (text) => {
  expect(isTime(text)).toBe(true)
})

test.each([
  '24:00',
  '2:30',
  '12:60',
  '18:3',
  '118:30',
  '18:300',
  '18.30',
  'a8:30',
  '18:3a',
  '',
])('"%s" is no time', (text) => {
  expect(isTime(text)).toBe(false)
})

test.each(['Africa/Harare', 'UTC', 'Europe/Stockholm'])('%s is a time zone', (text) => {
  expect(isTimeZone(text)).toBe(true)
})

test.each(['', 'Africa/Nowhere', 'a'.repeat(61)])('"%s" is no time zone', (text) => {
  expect(isTimeZone(text)).toBe(false)
})

test('study hours are whole ones, from one to the most that a meeting has', () => {
  expect([1, 2, limits.hours].map(areHours)).toEqual([true, true, true])
  expect([0, -1, 1.5, limits.hours + 1, Number.NaN].map(areHours)).toEqual(
    Array.from({ length: 5 }, () => false),
  )
})

test('what one circle can hold', () => {
  expect(limits).toEqual({
    seats: 24,
    seatsEver: 60,
    meetings: 40,
    hours: 8,
    chapters: 12,
    notes: 40,
    name: 40,
    aim: 600,
    note: 300,
  })
})

test('a text that is too long for a time zone is not looked at', () => {
  const format = vi.spyOn(Intl, 'DateTimeFormat')
  expect(isTimeZone('Africa/'.repeat(8000))).toBe(false)
  expect(format).not.toHaveBeenCalled()
  format.mockRestore()
  expect(isTimeZone('Africa/Harare')).toBe(true)
})

test.each([
  ['2', 2],
  [' 12 ', 12],
  // Far too many, which is told and stays as it was typed.
  ['99999', 99_999],
  ['', Number.NaN],
  ['1e0', Number.NaN],
  ['0x2', Number.NaN],
  ['2.5', Number.NaN],
  ['-1', Number.NaN],
])('the hours "%s" are read as %s', (typed, hours) => {
  expect(readHours(typed)).toBe(hours)
})
