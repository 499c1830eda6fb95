import { describe, expect, test } from 'vitest'
import { someMeeting } from '../../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { findLanguage } from '../../i18n/languages.ts'
import { newId } from '../../platform/random.server.ts'
import { changeCircle } from '../change-circle.server.ts'
import { createCircle } from '../start/create-circle.server.ts'
import { todaysCircles } from './todays-circles.server.ts'

useTestDatabase()

const clock = { now: () => new Date('2026-03-10T12:00:00Z') }
const catalogue = { version: '1', courses: new Map() }
const language = findLanguage('en')!

async function begin(learnerId: string, name: string, meetings: number[]) {
  const id = newId()
  const wish = { name, course: 'tiny', timeZone: 'Africa/Harare', trainer: 'Ada' }
  const planned = meetings.map(someMeeting)
  const begun = await createCircle({ id, learnerId, wish: { ...wish, meetings: planned }, clock })
  if (begun.kind !== 'started') throw new Error(begun.reason)
  return begun.id
}
const today = (learnerId: string) => todaysCircles({ catalogue, learnerId, language, clock })

describe('what circles have for today', () => {
  test('is the next meeting of each, the soonest first, for those who sit there', async () => {
    const learnerId = await storeLearner()
    await begin(learnerId, 'Later', [3])
    await begin(learnerId, 'Sooner', [1, 2])
    const found = await today(learnerId)
    expect(found.map(({ name, next }) => [name, next?.day])).toEqual([
      ['Sooner', '2026-03-14'],
      ['Later', '2026-03-28'],
    ])
    expect(await today(await storeLearner())).toEqual([])
  })

  test('leaves out a circle that has finished', async () => {
    const learnerId = await storeLearner()
    const circleId = await begin(learnerId, 'Done', [1])
    const event = { kind: 'close' } as const
    expect(await changeCircle({ circleId, learnerId, event, clock })).toMatchObject({
      kind: 'done',
    })
    expect(await today(learnerId)).toEqual([])
  })
})
