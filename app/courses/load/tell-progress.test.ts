import { expect, test } from 'vitest'
import { tellProgress } from './tell-progress.ts'

test('nothing is said of what is soon done, and then how far it has come, now and then', () => {
  const said: string[] = []
  let now = 0
  const tell = tellProgress(
    (words) => said.push(words),
    () => now,
  )
  for (let done = 1; done <= 10; done += 1) {
    now += 500
    tell(done, 10)
  }
  expect(said).toEqual(['Compiling chapters: 4 of 10', 'Compiling chapters: 8 of 10'])
})
