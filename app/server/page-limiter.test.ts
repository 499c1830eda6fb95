import { expect, test } from 'vitest'
import { pageLimiter } from './page-limiter.server.ts'

const waiting = () => new Promise<string>(() => {})
const made = async () => 'made'
const full = () => 'full'

test.each([
  ['POST', '/en/sign-in'],
  ['POST', '/en/sign-in?x=/courses/'],
  ['POST', '/en/courses/../sign-in'],
  ['POST', '/en/courses/%2E%2e/sign-in'],
  ['GET', '/en/join/ABCDEFG'],
  ['GET', '//en/%6Aoin/ABCDEFG'],
  ['GET', '/en/JOIN/ABCDEFG'],
])('fifty of %s %s that wait for their turn hold up no page', async (method, url) => {
  for (const learner of [null, 'ada']) {
    const rooms = pageLimiter(300)
    for (let n = 0; n < 50; n++) void rooms.run({ method, url }, learner, waiting, full)
    const page = rooms.run({ method: 'GET', url: '/en/search' }, learner, made, full)
    expect(await Promise.race([page, new Promise(setImmediate)])).toBe('made')
  }
})

test('eight pages of a kind are made at once, answers to a chapter among them', async () => {
  const rooms = pageLimiter(300)
  for (let n = 0; n < 8; n++)
    void rooms.run({ method: 'POST', url: '/en/courses/x/y/answer' }, null, waiting, full)
  const page = rooms.run({ method: 'GET', url: '/en/search' }, null, made, full)
  expect(await Promise.race([page, new Promise((next) => setImmediate(next, 'waits'))])).toBe(
    'waits',
  )
})
