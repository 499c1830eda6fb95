import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The most megabytes that a process holds for what comes and goes beside what stays. */
function mostOf(before: string): number {
  const program = `
    ${before}
    const stays = Array.from({ length: 300_000 }, (_, i) => ({ i, text: 'stays ' + i }))
    const comes = []
    let most = 0
    for (let i = 0; i < 4_000_000; i += 1) {
      comes[i % 200_000] = { i, text: 'goes ' + i }
      if (i % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal)
    }
    console.log(most / 1024 / 1024, stays.length)`
  const args = ['--import', 'tsx', '--input-type=module', '-e', program]
  return Number.parseFloat(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

test('a process that keeps its heap small holds much less garbage', () => {
  const module = join(import.meta.dirname, 'small-heap.server.ts')
  const small = `(await import('${module}')).keepHeapSmall()`
  expect(mostOf(small)).toBeLessThan(0.85 * mostOf(''))
})
