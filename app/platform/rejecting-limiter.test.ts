import { expect, test } from 'vitest'
import { rejectingLimiter } from './rejecting-limiter.ts'

function blocker() {
  let release = () => {}
  const work = () =>
    new Promise<string>((resolve) => {
      release = () => resolve('done')
    })
  return { work, release: () => release() }
}

const full = () => 'full'

test('a room takes so many at once, and the next when one has left', async () => {
  const room = rejectingLimiter({ running: 2, waiting: 0 })
  const [one, two, three] = [blocker(), blocker(), blocker()]
  const first = room.run(null, one.work, full)
  const second = room.run(null, two.work, full)
  expect(await room.run(null, three.work, full)).toBe('full')
  one.release()
  expect(await first).toBe('done')
  const third = room.run(null, three.work, full)
  expect(await room.run(null, async () => 'no', full)).toBe('full')
  two.release()
  three.release()
  expect(await Promise.all([second, third])).toEqual(['done', 'done'])
})

test('work that fails leaves the room too', async () => {
  const room = rejectingLimiter({ running: 1, waiting: 0 })
  for (let n = 0; n < 3; n++)
    await expect(
      room.run(null, async () => Promise.reject(new Error('fault')), full),
    ).rejects.toThrow('fault')
  expect(await room.run(null, async () => 'done', full)).toBe('done')
})

test('those who find all places of work taken wait for their turn, first come, first served', async () => {
  const room = rejectingLimiter({ running: 1, waiting: 2 })
  const order: string[] = []
  const one = blocker()
  const first = room.run(null, one.work, full)
  const waiting = ['two', 'three'].map((name) =>
    room.run(null, async () => void order.push(name), full),
  )
  expect(await room.run(null, async () => 'no', full)).toBe('full')
  expect(order).toEqual([])
  one.release()
  await Promise.all([first, ...waiting])
  expect(order).toEqual(['two', 'three'])
  expect(await room.run(null, async () => 'done', full)).toBe('done')
})

test('one visitor fills half of it at most, and then has a tenth; for others there is room', async () => {
  const room = rejectingLimiter({ running: 20, waiting: 0 })
  const crowd = Array.from({ length: 30 }, () => {
    const work = blocker()
    return { work, outcome: room.run('one', work.work, full) }
  })
  const outcomes = (await Promise.all(crowd.slice(10).map(({ outcome }) => outcome))).filter(
    (outcome) => outcome === 'full',
  )
  expect(outcomes).toHaveLength(20)
  const others = [blocker(), blocker(), blocker()]
  const taken = others.map((work, n) => room.run(`other ${n % 2}`, work.work, full))
  for (const work of [...others, ...crowd.map(({ work }) => work)]) work.release()
  expect(await Promise.all(taken)).toEqual(['done', 'done', 'done'])
  expect(await room.run('one', async () => 'done', full)).toBe('done')
})
