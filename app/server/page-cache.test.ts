import { describe, expect, test, vi } from 'vitest'
import { PageCache } from './page-cache.server.ts'

const kilobyte = async () => ({ body: Buffer.alloc(1000) })
const cachedKeys = (cache: PageCache<{ body: Buffer }>, keys: string) =>
  [...keys].filter((key) => cache.get(key)).join('')

describe('the pages that guests share', () => {
  test('are sent as they were made', async () => {
    const cache = new PageCache(10_000)
    expect(cache.get('/en')).toBeUndefined()
    const made = await cache.add('/en', async () => ({ body: Buffer.from('<p>Hello</p>') }))
    expect(cache.get('/en')).toBe(made)
  })

  test('are made once when a hundred guests come at once', async () => {
    const cache = new PageCache(10_000)
    let made = 0
    const make = async () => {
      made += 1
      return kilobyte()
    }
    const pages = await Promise.all(Array.from({ length: 100 }, () => cache.add('/en', make)))
    expect(made).toBe(1)
    expect(new Set(pages).size).toBe(1)
  })

  test('make room for new ones: the one unused longest goes', async () => {
    const cache = new PageCache(3000)
    for (const key of 'abc') await cache.add(key, kilobyte)
    cache.get('a')
    await cache.add('d', kilobyte)
    expect(cachedKeys(cache, 'abcd')).toBe('acd')
  })

  test('never weigh more than they may, whatever comes', async () => {
    const cache = new PageCache(3500)
    for (const key of 'abcdefgh') await cache.add(key, kilobyte)
    expect(cachedKeys(cache, 'abcdefgh')).toBe('fgh')
    await cache.add('x', async () => ({ body: Buffer.alloc(4000) }))
    expect(cachedKeys(cache, 'fghx')).toBe('')
  })

  test('that are made again take the place of the old one and cost nothing more', async () => {
    const cache = new PageCache(3000)
    for (const key of 'ab') await cache.add(key, kilobyte)
    for (let n = 0; n < 20; n++) await cache.add('b', kilobyte)
    expect(cachedKeys(cache, 'ab')).toBe('ab')
  })

  test('can be made after a try that failed', async () => {
    const cache = new PageCache(3000)
    await expect(cache.add('a', () => Promise.reject(new Error('no paper')))).rejects.toThrow(
      'no paper',
    )
    await cache.add('a', kilobyte)
    expect(cachedKeys(cache, 'a')).toBe('a')
  })

  test('are not held when they do not last, and still made once for those who ask at once', async () => {
    const cache = new PageCache(3000)
    let made = 0
    const make = async () => {
      made += 1
      return kilobyte()
    }
    await Promise.all(['a', 'a'].map((key) => cache.add(key, make, () => false)))
    expect([made, cachedKeys(cache, 'a')]).toEqual([1, ''])
  })

  test('get a smaller form in their place, unless they are gone by then', async () => {
    const cache = new PageCache(3000)
    const page = await cache.add('a', kilobyte)
    const smaller = { body: Buffer.alloc(100) }
    cache.replace('a', page, smaller)
    cache.replace('a', page, { body: Buffer.alloc(50) })
    cache.replace('b', page, smaller)
    expect([cache.get('a'), cache.get('b')]).toEqual([smaller, undefined])
    for (const key of 'bc') await cache.add(key, kilobyte)
    expect(cachedKeys(cache, 'abc')).toBe('abc')
  })

  test('of one learner go by themselves when nobody has asked for them for a while', async () => {
    vi.useFakeTimers()
    const cache = new PageCache(3000, 60_000)
    for (const key of 'ab') await cache.add(key, kilobyte)
    vi.advanceTimersByTime(50_000)
    cache.get('b')
    vi.advanceTimersByTime(11_000)
    expect(cachedKeys(cache, 'ab')).toBe('b')
    vi.advanceTimersByTime(120_000)
    expect(vi.getTimerCount()).toBe(0)
    expect(cachedKeys(cache, 'ab')).toBe('')
    // Their room is free again.
    for (const key of 'xyz') await cache.add(key, kilobyte)
    expect(cachedKeys(cache, 'xyz')).toBe('xyz')
    vi.useRealTimers()
  })
})
