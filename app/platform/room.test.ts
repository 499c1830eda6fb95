import { expect, test } from 'vitest'
import { roomFor } from './room.ts'

function held() {
  let release = () => {}
  const work = () =>
    new Promise<string>((resolve) => {
      release = () => resolve('done')
    })
  return { work, release: () => release() }
}

const full = () => 'full'

test('a room takes so many at once, and the next when one has left', async () => {
  const room = roomFor(2)
  const [one, two, three] = [held(), held(), held()]
  const first = room.run(one.work, full)
  const second = room.run(two.work, full)
  expect(await room.run(three.work, full)).toBe('full')
  one.release()
  expect(await first).toBe('done')
  const third = room.run(three.work, full)
  expect(await room.run(async () => 'no', full)).toBe('full')
  two.release()
  three.release()
  expect(await Promise.all([second, third])).toEqual(['done', 'done'])
})

test('work that fails leaves the room too', async () => {
  const room = roomFor(1)
  for (let n = 0; n < 3; n++) await expect(room.run(async () => Promise.reject(new Error('fault')), full)).rejects.toThrow('fault')
  expect(await room.run(async () => 'done', full)).toBe('done')
})
