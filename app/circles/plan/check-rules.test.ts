import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  adds,
  having,
  holds,
  joins,
  someCircle,
  someMeeting,
  ticks,
} from '../../../tests/factories/test-circle.ts'
import type { Circle } from '../circle.ts'
import { totalsOf } from '../totals.ts'
import { checkRules } from './check-rules.ts'
import { readRuleSet } from './rule-set.server.ts'
import { swedishPractice } from './rule-set.ts'

const rule = (circle: Circle, name: string, rules = swedishPractice) =>
  checkRules(circle, rules).find((one) => one.rule === name)
const three = having(someCircle({ meetings: 5 }), joins('Ben'), adds('Word'))

describe('a circle is held against the rules', () => {
  test('and told how many people, meetings and study hours are missing', () => {
    const small = someCircle({ meetings: 2 })
    expect(rule(small, 'people')).toEqual({ rule: 'people', state: 'missing', is: 1, asked: 3 })
    expect(rule(small, 'meetings')).toEqual({ rule: 'meetings', state: 'missing', is: 2, asked: 3 })
    expect(rule(small, 'studyHours')).toEqual({
      rule: 'studyHours',
      state: 'missing',
      is: 4,
      asked: 9,
    })
    for (const name of ['people', 'meetings', 'studyHours'])
      expect(rule(three, name)?.state).toBe('fulfilled')
  })

  test('and told of too many people', () => {
    const crowd = having(
      three,
      ...Array.from({ length: 18 }, (_, index) => adds(`Person ${index}`)),
    )
    expect(rule(crowd, 'tooManyPeople')).toMatchObject({ state: 'missing', is: 21, asked: 20 })
    expect(rule(crowd, 'people')).toBeUndefined()
  })

  test('a cancelled meeting does not count, and once the circle is closed only those held do', () => {
    const cancelled = having(three, { kind: 'cancel-meeting', meeting: 'm5' })
    expect(rule(cancelled, 'studyHours')).toMatchObject({ state: 'missing', is: 8 })
    const closed = having(three, ticks('m1', 'ada', 'ben', 'word'), { kind: 'close' })
    expect(rule(closed, 'meetings')).toMatchObject({ state: 'missing', is: 1 })
  })

  test('in a report, as its table does: only what was held counts, and only those who came', () => {
    const met = having(three, ticks('m1', 'ada', 'ben'), holds('m2', 3))
    const report = { onlyHeld: true }
    const byRule = new Map(
      checkRules(met, swedishPractice, report).map((checked) => [checked.rule, checked.is]),
    )
    const { meetings, hours, participants } = totalsOf(met)
    expect([byRule.get('meetings'), byRule.get('studyHours'), byRule.get('people')]).toEqual([
      meetings,
      hours,
      participants,
    ])
    expect([meetings, hours, participants]).toEqual([2, 5, 2])
    expect(byRule.get('hoursInOneMeeting')).toBe(3)
  })

  test('five hours in one meeting and four meetings from Monday to Sunday are too many', () => {
    const long = having(three, holds('m1', 5))
    expect(rule(long, 'hoursInOneMeeting')).toMatchObject({ state: 'missing', is: 5, asked: 4 })
    const monday = ['2026-03-16', '2026-03-18', '2026-03-20', '2026-03-22']
    const meetings = monday.map((day, n) => ({ ...someMeeting(n), day }))
    const dense = having(someCircle({ meetings: 0 }), { kind: 'replan', planRevision: 1, meetings })
    expect(rule(dense, 'meetingsInOneWeek')).toMatchObject({ state: 'missing', is: 4, asked: 3 })
    const spread = having(dense, {
      kind: 'move-meeting',
      meeting: 'm3',
      day: '2026-03-23',
      start: '18:30',
    })
    expect(rule(spread, 'meetingsInOneWeek')).toMatchObject({ state: 'fulfilled', is: 3 })
  })

  test('three must be there each time; before the first meeting that is open', () => {
    expect(rule(three, 'presentEachTime')?.state).toBe('open')
    const met = having(three, ticks('m1', 'ada', 'ben', 'word'), ticks('m2', 'ben'))
    expect(rule(met, 'presentEachTime')).toEqual({
      rule: 'presentEachTime',
      state: 'missing',
      is: 1,
      asked: 3,
      of: 2,
    })
  })

  test('anyone who comes first to the fourth meeting came too late', () => {
    const early = having(three, ticks('m1', 'ben'), ticks('m2', 'ben'), ticks('m3', 'ben'))
    expect(rule(early, 'firstSeenBy')?.state).toBe('fulfilled')
    expect(rule(having(early, ticks('m4', 'word')), 'firstSeenBy')).toMatchObject({
      state: 'missing',
      is: 1,
    })
    expect(rule(three, 'firstSeenBy')?.state).toBe('open')
  })
})

describe('an organisation’s own rules', () => {
  const fileWith = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'cirkel-rules-')), 'rules.yaml')
    writeFileSync(path, text)
    return path
  }

  test('stand in a file as docs/hosting.md shows it', () => {
    const doc = readFileSync(join(import.meta.dirname, '../../../docs/hosting.md'), 'utf8')
    const example = /```yaml\n(source: [\s\S]*?)```/.exec(doc)?.[1] as string
    expect(readRuleSet(fileWith(example))).toEqual(swedishPractice)
    const own = readRuleSet(
      fileWith(
        example.replace('least: 3', 'least: 5').replace('ABF, Studiefrämjandet', 'Our union'),
      ),
    )
    expect(rule(three, 'people', own)).toMatchObject({ state: 'missing', is: 3, asked: 5 })
  })

  test('with faults stop the start, each fault in words', () => {
    expect(() => readRuleSet(fileWith('people: { least: 0, most: 20 }\nextra: 1'))).toThrow(
      /CIRCLE_RULES people\.least must be 1 or more\.[\s\S]*/,
    )
    expect(() => readRuleSet('/no/such/file.yaml')).toThrow(/CIRCLE_RULES cannot be read: ENOENT/)
  })

  test('are the Swedish practice where there is no file', () => {
    expect(readRuleSet(undefined)).toBe(swedishPractice)
  })
})
