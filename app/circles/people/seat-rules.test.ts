import { describe, expect, test } from 'vitest'
import {
  adds,
  having,
  joins,
  refusalOf,
  someCircle,
  ticks,
} from '../../../tests/factories/test-circle.ts'
import { limits } from '../limits.ts'

const circle = having(someCircle(), joins('Ben'), joins('Cho'), adds('Word'))
const seatOf = (now: typeof circle, id: string) => now.seats.find((seat) => seat.id === id)

describe('joining', () => {
  test('needs the circle’s code, and an open door', () => {
    expect(refusalOf(circle, { ...joins('Dag'), code: 'OTHER' } as never)).toBe(
      'circles:refused.codeUnknown',
    )
    expect(refusalOf(having(circle, { kind: 'close-joining' }), joins('Dag'))).toBe(
      'circles:refused.codeUnknown',
    )
    expect(refusalOf(having(circle, { kind: 'renew-code', code: 'NEW' }), joins('Dag'))).toBe(
      'circles:refused.codeUnknown',
    )
  })

  test('gives a seat with an account, without any power', () => {
    expect(seatOf(circle, 'ben')).toMatchObject({
      name: 'Ben',
      hasAccount: true,
      isTrainer: false,
      sharesProgress: false,
      chaptersRead: [],
    })
  })

  test('refuses a name that another member has, but not one that stands on the trainer’s list: it may be their own', () => {
    expect(
      refusalOf(circle, { kind: 'join', seat: 'x', name: 'BEN', code: 'CODE', by: null }),
    ).toBe('circles:refused.nameTaken')
    expect(
      refusalOf(circle, { kind: 'join', seat: 'x', name: 'Word', code: 'CODE', by: null }),
    ).toBe(null)
  })

  test.each([
    '\u0412en',
    'B\u0435n',
    'BEN',
    'Ben\u00a0',
  ])('refuses %s beside Ben: they look the same', (name) => {
    expect(refusalOf(circle, { kind: 'join', seat: 'x', name, code: 'CODE', by: null })).toBe(
      'circles:refused.nameTaken',
    )
    expect(refusalOf(circle, { kind: 'add-seat', seat: 'y', name })).toBe(
      'circles:refused.nameTaken',
    )
    expect(refusalOf(circle, { kind: 'rename-seat', seat: 'word', name })).toBe(
      'circles:refused.nameTaken',
    )
  })

  test.each([
    'Be\u200bn',
    '\u200fBen',
    'Ben\u2800',
    '\u202eneB',
  ])('refuses %j, of which a part is not seen', (name) => {
    for (const event of [
      { kind: 'join', seat: 'x', name, code: 'CODE', by: null },
      adds(name),
      { kind: 'rename', name },
    ] as const)
      expect(refusalOf(circle, event)).toBe('circles:refused.nameUnseen')
  })

  test('gives nobody the name of those who run the site or lead the circle; the circle itself may have it', () => {
    for (const name of ['Moderator', 'Mоdеrаtоr', 'Cirkelledaren', 'Circle leader 2'])
      for (const event of [
        { kind: 'join', seat: 'x', name, code: 'CODE', by: null },
        adds(name),
      ] as const)
        expect(refusalOf(circle, event)).toBe('circles:refused.nameReserved')
    expect(refusalOf(circle, { kind: 'rename', name: 'Circle leaders' })).toBe(null)
  })

  test('stores a name in one form', () => {
    expect(
      having(circle, { ...adds('Zoe\u0308  Lind '), seat: 'zoe' } as never).seats.at(-1)?.name,
    ).toBe('Zoë Lind')
  })

  test('takes no phone number and no e-mail address for a name', () => {
    for (const name of ['+263 77 123 4567', 'ben@mail.example'])
      for (const event of [
        { kind: 'join', seat: 'x', name, code: 'CODE', by: null },
        adds(name),
      ] as const)
        expect(refusalOf(circle, event)).toBe('circles:refused.nameIsContact')
  })

  test('ends when the circle is full', () => {
    const full = having(
      circle,
      ...Array.from({ length: limits.seats - 4 }, (_, index) => adds(`Person ${index}`)),
    )
    expect(refusalOf(full, joins('Dag'))).toBe('circles:refused.circleIsFull')
    expect(refusalOf(full, adds('Dag'))).toBe('circles:refused.circleIsFull')
  })
})

describe('a seat', () => {
  const ticked = having(circle, ticks('m1', 'ben'), ticks('m1', 'word'))

  test('that is removed keeps its ticks, and comes back whole within a week', () => {
    const removed = having(ticked, { kind: 'remove-seat', seat: 'ben', today: '2026-03-20' })
    expect(removed.meetings[0]?.present).toEqual(['ben', 'word'])
    expect(
      seatOf(having(removed, { kind: 'restore-seat', seat: 'ben', today: '2026-03-27' }), 'ben'),
    ).toMatchObject({
      leftOn: null,
      hasAccount: true,
    })
    expect(
      seatOf(having(removed, { kind: 'restore-seat', seat: 'ben', today: '2026-03-28' }), 'ben'),
    ).toMatchObject({
      leftOn: null,
      hasAccount: false,
    })
  })

  test('of a trainer is not removed by another trainer', () => {
    const two = having(circle, { kind: 'make-trainer', seat: 'ben' })
    expect(refusalOf(two, { kind: 'remove-seat', seat: 'ben' })).toBe(
      'circles:refused.trainersLeaveThemselves',
    )
  })

  test('is named by its owner, and a word on the list by the trainer', () => {
    expect(refusalOf(circle, { kind: 'rename-seat', seat: 'ben', name: 'Benny' })).toBe(
      'circles:refused.nameIsTheirs',
    )
    expect(
      seatOf(
        having(circle, { kind: 'rename-seat', seat: 'ben', name: ' Benny  B ', by: 'ben' }),
        'ben',
      )?.name,
    ).toBe('Benny B')
    expect(
      seatOf(having(circle, { kind: 'rename-seat', seat: 'word', name: 'Wendy' }), 'word')?.name,
    ).toBe('Wendy')
  })

  test('that is merged with a member’s brings its ticks, tasks and roles along, and an old page still ticks the right person', () => {
    const busy = having(
      ticked,
      { kind: 'add-task', meeting: 'm1', task: 't', text: 'Ask', seat: 'word' },
      { kind: 'give-roles', meeting: 'm2', roles: { leads: 'word', remembers: null, notes: null } },
      ticks('m1', 'cho'),
    )
    const merged = having(busy, { kind: 'merge-seats', seat: 'word', into: 'cho' })
    expect(seatOf(merged, 'word')).toBeUndefined()
    expect(merged.meetings[0]).toMatchObject({ present: ['ben', 'cho'], tasks: [{ seat: 'cho' }] })
    expect(merged.meetings[1]?.roles.leads).toBe('cho')
    expect(having(merged, ticks('m2', 'word')).meetings[1]?.present).toEqual(['cho'])
  })

  test('with an account is never merged into another: two accounts are two people', () => {
    expect(refusalOf(circle, { kind: 'merge-seats', seat: 'ben', into: 'cho' })).toBe(
      'circles:refused.mergeNeedsWord',
    )
  })
})

describe('leaving', () => {
  test('takes what was told and shared along, and the name if that is wished; ticks stay as numbers', () => {
    const reader = having(
      circle,
      { kind: 'tell-read', chapter: 'a', by: 'ben' },
      { kind: 'share', by: 'ben' },
      ticks('m1', 'ben'),
    )
    const left = having(reader, { kind: 'leave', keepsName: false, by: 'ben' })
    expect(seatOf(left, 'ben')).toMatchObject({
      name: '',
      hasAccount: false,
      chaptersRead: [],
      sharesProgress: false,
      leftOn: '2026-03-10',
    })
    expect(left.meetings[0]?.present).toEqual(['ben'])
    expect(seatOf(having(reader, { kind: 'leave', keepsName: true, by: 'ben' }), 'ben')?.name).toBe(
      'Ben',
    )
    expect(refusalOf(left, { kind: 'restore-seat', seat: 'ben' })).toBe(
      'circles:refused.seatIsForgotten',
    )
  })

  test('is not for the only trainer of a running circle', () => {
    const leaving = { kind: 'leave', keepsName: true } as const
    expect(refusalOf(circle, leaving)).toBe('circles:refused.lastTrainerLeaves')
    expect(refusalOf(having(circle, { kind: 'make-trainer', seat: 'ben' }), leaving)).toBe(null)
    expect(refusalOf(having(circle, { kind: 'close' }), leaving)).toBe(null)
  })

  test('by erasing the account leaves no name anywhere in the circle', () => {
    const erased = having(circle, { kind: 'forget', seat: 'ben', by: null })
    expect(JSON.stringify(erased)).not.toContain('Ben')
  })
})

describe('a name that is added to the list', () => {
  const named = (name: string) => ({ kind: 'add-seat', seat: 'form', name }) as const
  const names = (now: typeof circle) =>
    now.seats.filter(({ leftOn }) => leftOn === null).map(({ name }) => name)

  test('is there once where its form was sent twice', () => {
    expect(names(having(someCircle(), named('Dag'), named(' Dag ')))).toEqual(['Ada', 'Dag'])
  })

  test('is there beside another that the same form was sent with before', () => {
    const both = having(someCircle(), named('Dag'), named('Eva'), named('Eva'))
    expect(names(both)).toEqual(['Ada', 'Dag', 'Eva'])
  })

  test('comes again after its first seat was removed or merged, and leads to the new one', () => {
    const removed = having(
      someCircle(),
      named('Dag'),
      { kind: 'remove-seat', seat: 'form' },
      named('Dag'),
    )
    expect(names(removed)).toEqual(['Ada', 'Dag'])
    const merged = having(
      someCircle(),
      named('Dag'),
      joins('Ben'),
      { kind: 'merge-seats', seat: 'form', into: 'ben' },
      named('Dag'),
    )
    expect(names(merged)).toEqual(['Ada', 'Ben', 'Dag'])
  })
})
