import { memoryUsage } from 'node:process'
import { expect, test } from 'vitest'
import { collectGarbage } from './collect-garbage.server.ts'

const megabyte = 1024 * 1024

test('the memory of what nothing uses any more is given back', () => {
  collectGarbage()
  const before = memoryUsage().heapUsed
  let large: string[] | null = Array.from({ length: 200_000 }, (_, i) => `a text of its own, ${i}`)
  expect(large.length).toBe(200_000)
  expect(memoryUsage().heapUsed - before).toBeGreaterThan(5 * megabyte)
  large = null
  collectGarbage()
  expect(memoryUsage().heapUsed - before).toBeLessThan(2 * megabyte)
})
