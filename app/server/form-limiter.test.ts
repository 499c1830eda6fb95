import { expect, test } from 'vitest'
import { formLimiter } from './form-limiter.server.ts'

function limiterInTime() {
  let time = 0
  const limiter = formLimiter({ now: () => new Date(time) })
  return {
    post: (url: string, learner = 'ada') => limiter.admit({ method: 'POST', url }, learner),
    get: (url: string) => limiter.admit({ method: 'GET', url }, 'ada'),
    move(milliseconds: number) {
      time += milliseconds
    },
  }
}

test('of 1,000 forms at once 300 are taken, then five a second; of others’ and of pages all', () => {
  const { post, get, move } = limiterInTime()
  const waits = Array.from({ length: 1000 }, () => post('/en/circles/new'))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(300)
  expect(waits.at(-1)).toBe(1)
  expect(post('/en/circles/new', 'ben')).toBe(0)
  expect(get('/en/circles/new')).toBe(0)
  move(1000)
  expect(
    Array.from({ length: 10 }, () => post('/en/circles/new')).filter((wait) => wait === 0),
  ).toHaveLength(5)
})

test('answers have a limit of their own, which nobody reaches by hand', () => {
  const { post } = limiterInTime()
  for (let n = 0; n < 1000; n++) post('/en/circles/new')
  const waits = Array.from({ length: 6000 }, () =>
    post('/sv/courses/run-a-party/the-branch/answer'),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5000)
})

test('signing out, wiping, erasing and a new passphrase are never put off', () => {
  const { post } = limiterInTime()
  for (let n = 0; n < 1000; n++) post('/en/circles/new')
  for (const path of ['sign-out', 'wipe', 'account', 'account/erase', 'account/codes', 'account?x'])
    expect(
      [path, ...Array.from({ length: 400 }, () => post(`/en/${path}`))].filter(
        (wait) => wait !== 0,
      ),
    ).toEqual([path])
  expect(post('/en/account/comments')).toBe(1)
})

test('no other spelling of an address gives a form the limit of answers, or none', () => {
  const { post } = limiterInTime()
  for (let n = 0; n < 300; n++) post('/en/circles/new')
  for (const path of [
    'courses/../circles/new',
    'courses/%2e%2e/circles/new',
    'wipe/../circles/new',
  ])
    expect([path, post(`/en/${path}`)]).toEqual([path, 1])
})
