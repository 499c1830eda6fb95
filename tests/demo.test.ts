import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findOwnCircle } from '../app/circles/circle-store.server.ts'
import { database } from '../app/platform/database.server.ts'
import { useTestFile } from './factories/test-database.ts'

const { file } = useTestFile()

function fillDemo() {
  const env = { ...process.env, DATABASE_URL: `file:${file}` }
  return spawnSync('node_modules/.bin/tsx', ['scripts/fill-demo.ts'], { env, encoding: 'utf8' })
}

test('a host makes an example circle that says it is made up, once, and never among real people', async () => {
  const db = await database()
  expect(fillDemo()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Everything in it is made up.'),
  })
  const trainer = await db.learner.findFirstOrThrow({ where: { pseudonym: 'example trainer' } })
  const { id, name } = await db.circle.findFirstOrThrow()
  const circle = (await findOwnCircle(id, trainer.id))?.circle
  expect(name).toBe('Example circle (made up)')
  expect(circle?.seats).toHaveLength(6)
  expect(circle?.meetings.filter(({ state }) => state === 'held')).toHaveLength(2)
  expect(circle?.meetings.flatMap(({ tasks }) => tasks.map(({ isDone }) => isDone))).toEqual([
    true,
    false,
  ])
  expect(circle?.seats.map(({ chaptersRead }) => chaptersRead.length)).toEqual([3, 1, 0, 0, 0, 0])
  // For the charts of progress and review: answers, one of each chapter wrong.
  const attempts = await db.attempt.findMany({ where: { learnerId: trainer.id } })
  expect(new Set(attempts.map(({ chapter }) => chapter)).size).toBe(3)
  expect(attempts.filter(({ isRight }) => !isRight)).toHaveLength(3)
  expect(await db.reviewCard.count({ where: { learnerId: trainer.id } })).toBe(attempts.length)

  expect(fillDemo().status).toBe(0)
  expect(await db.circle.count()).toBe(1)

  await db.learner.create({
    data: { ...trainer, id: 'real', pseudonym: 'a real person', pseudonymKey: 'a real person' },
  })
  expect(fillDemo()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There are people in this database'),
  })
})
