import { expect, test } from 'vitest'
import { attemptLimiter } from './attempt-limiter.server.ts'

/** A limiter in time that moves only when the test moves it, or when a request is held. */
function limiterInTime() {
  let time = 0
  const holds: number[] = []
  const limiter = attemptLimiter(
    'a test',
    {},
    {
      clock: { now: () => new Date(time) },
      sleep: async (milliseconds) => {
        holds.push(milliseconds)
      },
    },
  )
  return {
    holds,
    admit: async (key: string, secret: string) => limiter.admit(key, secret),
    move(milliseconds: number) {
      time += milliseconds
    },
  }
}

test('who has waited as told is held, not refused, where another who has waited was first', async () => {
  const { admit, holds, move } = limiterInTime()
  for (let n = 0; n < 5; n++) await admit('otter', `guess ${n}`)
  expect(await admit('otter', 'a stranger’s guess')).toEqual({ kind: 'wait', seconds: 1 })
  expect(await admit('otter', 'the right one')).toEqual({ kind: 'wait', seconds: 1 })
  move(1000)
  expect((await admit('otter', 'a stranger’s guess')).kind).toBe('go')
  expect((await admit('otter', 'the right one')).kind).toBe('go')
  expect(holds).toEqual([2000])
})

test('nobody is held who has not waited', async () => {
  const { admit, holds } = limiterInTime()
  for (let n = 0; n < 50; n++) await admit('otter', 'the same guess')
  for (let n = 0; n < 500; n++) await admit(`name ${n}`, 'guess')
  expect(holds).toEqual([])
})

test('the same secret at another key has not waited', async () => {
  const { admit, move } = limiterInTime()
  for (const key of ['otter', 'heron']) for (let n = 0; n < 5; n++) await admit(key, `guess ${n}`)
  await admit('otter', 'the right one')
  move(1000)
  await admit('heron', 'guess')
  expect((await admit('heron', 'the right one')).kind).toBe('wait')
})
