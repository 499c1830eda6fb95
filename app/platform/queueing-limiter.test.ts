import { expect, test } from 'vitest'
import { queueingLimiter } from './queueing-limiter.ts'

test('of 200 pieces of work never more than two run at once, and all are done', async () => {
  const inTurn = queueingLimiter(2)
  let running = 0
  let max = 0
  const work = async () => {
    running += 1
    max = Math.max(max, running)
    await new Promise((done) => setTimeout(done, 0))
    running -= 1
    return 'done'
  }
  const results = await Promise.all(Array.from({ length: 200 }, () => inTurn(work)))
  expect(max).toBe(2)
  expect(results.filter((result) => result === 'done')).toHaveLength(200)
})

test('work that fails makes room for the next', async () => {
  const inTurn = queueingLimiter(1)
  const failing = inTurn(async () => {
    throw new Error('no')
  })
  const next = inTurn(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('work that is urgent goes before what has waited longer', async () => {
  const inTurn = queueingLimiter(1)
  const order: string[] = []
  const run = (name: string, isUrgent: boolean) =>
    inTurn(
      async () => {
        order.push(name)
      },
      { isUrgent },
    )
  await Promise.all([
    run('running', false),
    run('first', false),
    run('second', false),
    run('urgent', true),
  ])
  expect(order).toEqual(['running', 'urgent', 'first', 'second'])
})
