import { describe, expect, test } from 'vitest'
import { adds, having, joins, refusalOf, someCircle } from '../../../tests/factories/test-circle.ts'
import { languages } from '../../i18n/languages.ts'
import type { Circle } from '../circle.ts'
import { shownSuccession } from '../show-circle.ts'
import { applyDueProposal, proposalEffect } from './trainer-rules.ts'

const circle = having(someCircle(), joins('Ben'), joins('Cho'), joins('Dag'), adds('Word'))
const trainers = (now: Circle) => now.seats.filter(({ isTrainer }) => isTrainer).map(({ id }) => id)

describe('trainers', () => {
  test('make others trainers, hand over and step down, but the last one stays', () => {
    const two = having(circle, { kind: 'make-trainer', seat: 'ben' })
    expect(trainers(two)).toEqual(['ada', 'ben'])
    expect(trainers(having(two, { kind: 'step-down' }))).toEqual(['ben'])
    expect(trainers(having(circle, { kind: 'hand-over', seat: 'ben' }))).toEqual(['ben'])
    expect(refusalOf(circle, { kind: 'step-down' })).toBe('circles:refused.lastTrainer')
  })

  test('have an account', () => {
    expect(refusalOf(circle, { kind: 'make-trainer', seat: 'word' })).toBe(
      'circles:refused.trainerNeedsAccount',
    )
    expect(refusalOf(circle, { kind: 'hand-over', seat: 'word' })).toBe(
      'circles:refused.trainerNeedsAccount',
    )
  })
})

describe('when the trainer has vanished', () => {
  const proposed = having(circle, {
    kind: 'propose-trainer',
    seat: 'ben',
    by: 'ben',
    today: '2026-03-10',
  })
  const agreed = having(proposed, { kind: 'agree', by: 'cho', today: '2026-03-12' })

  test('more than half of the members make one of them trainer, seven days after the proposal', () => {
    expect(trainers(applyDueProposal(agreed, '2026-03-16'))).toEqual(['ada'])
    expect(trainers(applyDueProposal(agreed, '2026-03-17'))).toEqual(['ada', 'ben'])
    const successionOn = (today: string) =>
      shownSuccession(applyDueProposal(agreed, today), today, languages[0]!)
    expect(successionOn('2026-03-16')).toBe(null)
    for (const today of ['2026-03-17', '2026-04-16'])
      expect(successionOn(today)).toEqual({ name: 'Ben', day: '17 March 2026' })
    expect(successionOn('2026-04-17')).toBe(null)
  })

  test('half is not enough, and an agreement can be withdrawn', () => {
    expect(trainers(applyDueProposal(proposed, '2026-05-01'))).toEqual(['ada'])
    const withdrawn = having(agreed, { kind: 'withdraw-agreement', by: 'cho', today: '2026-03-13' })
    expect(trainers(applyDueProposal(withdrawn, '2026-05-01'))).toEqual(['ada'])
    expect(
      having(withdrawn, { kind: 'withdraw-agreement', by: 'ben', today: '2026-03-13' }).proposal,
    ).toBe(null)
  })

  test('a proposal that too few agree with stands for thirty days, and then another can be made', () => {
    const other = { kind: 'propose-trainer', seat: 'cho', by: 'cho' } as const
    expect(refusalOf(proposed, { ...other, today: '2026-04-09' })).toBe(
      'circles:refused.proposalIsThere',
    )
    expect(having(proposed, { ...other, today: '2026-04-10' }).proposal).toEqual({
      seat: 'cho',
      on: '2026-04-10',
      supporters: ['cho'],
    })
    expect(applyDueProposal(proposed, '2026-04-10').proposal).toBe(null)
  })

  test('members are told the seventh day, and today once it has passed with too few who agree', () => {
    expect(proposalEffect(proposed, proposed.proposal!, '2026-03-10')).toBe('2026-03-17')
    expect(proposalEffect(proposed, proposed.proposal!, '2026-05-01')).toBe('2026-05-01')
  })

  test('a trainer who says "I am still here" in time stops it', () => {
    expect(having(agreed, { kind: 'still-here', today: '2026-03-16' }).proposal).toBe(null)
    expect(having(agreed, { kind: 'still-here', today: '2026-03-17' })).toMatchObject({
      proposal: null,
    })
    expect(trainers(having(agreed, { kind: 'still-here', today: '2026-03-17' }))).toEqual([
      'ada',
      'ben',
    ])
  })

  test('it takes effect at once where the trainer’s account was erased', () => {
    const orphaned = having(circle, { kind: 'forget', seat: 'ada', by: null })
    expect(trainers(orphaned)).toEqual([])
    const one = having(orphaned, { kind: 'propose-trainer', seat: 'ben', by: 'ben' })
    expect(trainers(applyDueProposal(one, '2026-03-10'))).toEqual([])
    expect(
      trainers(applyDueProposal(having(one, { kind: 'agree', by: 'dag' }), '2026-03-10')),
    ).toEqual(['ben'])
  })

  test('those who have left do not count, and a proposal for one of them is gone', () => {
    const smaller = having(
      proposed,
      { kind: 'leave', keepsName: true, by: 'cho' },
      { kind: 'leave', keepsName: true, by: 'dag' },
    )
    expect(trainers(applyDueProposal(smaller, '2026-03-17'))).toEqual(['ada', 'ben'])
    expect(having(proposed, { kind: 'leave', keepsName: true, by: 'ben' }).proposal).toBe(null)
  })

  test('there is one proposal at a time, and trainers need none', () => {
    expect(refusalOf(proposed, { kind: 'propose-trainer', seat: 'cho', by: 'cho' })).toBe(
      'circles:refused.proposalIsThere',
    )
    expect(
      having(proposed, { kind: 'propose-trainer', seat: 'ben', by: 'cho' }).proposal?.supporters,
    ).toEqual(['ben', 'cho'])
    expect(refusalOf(circle, { kind: 'propose-trainer', seat: 'ben', by: 'ada' })).toBe(
      'circles:refused.trainersNeedNoProposal',
    )
  })
})
