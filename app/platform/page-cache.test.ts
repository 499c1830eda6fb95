import { randomBytes } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { PageCache } from './page-cache.server.ts'

const compressing = vi.hoisted(() => ({ calls: 0 }))
vi.mock('./encoding.server.ts', async (original) => {
  const real = await original<typeof import('./encoding.server.ts')>()
  const encode: typeof real.encode = (...given) => {
    compressing.calls += 1
    return real.encode(...given)
  }
  return { ...real, encode }
})
beforeEach(() => {
  compressing.calls = 0
})

const kilobyte = () => randomBytes(500).toString('hex')
const add = (cache: PageCache, key: string, html = kilobyte()) => cache.add(key, html, 'identity', [['Content-Type', 'text/html']])
const held = (cache: PageCache, keys: string) => [...keys].filter((key) => cache.get(key)).join('')

describe('the pages that guests share', () => {
  test('are sent as they were made', async () => {
    const cache = new PageCache(10_000)
    expect(cache.get('/en')).toBeUndefined()
    const made = await cache.add('/en', '<p>Hello</p>', 'br', [['Content-Encoding', 'br']])
    expect(cache.get('/en')).toBe(made)
    expect(brotliDecompressSync(made.body).toString()).toBe('<p>Hello</p>')
    expect(made.headers).toEqual([['Content-Encoding', 'br']])
  })

  test('are compressed once when a hundred guests come at once', async () => {
    const cache = new PageCache(10_000)
    const pages = await Promise.all(Array.from({ length: 100 }, () => cache.add('/en', '<p>Hello</p>', 'br', [])))
    expect(compressing.calls).toBe(1)
    expect(new Set(pages).size).toBe(1)
  })

  test('make room for new ones: the one unused longest goes', async () => {
    const cache = new PageCache(3000)
    for (const key of 'abc') await add(cache, key)
    cache.get('a')
    await add(cache, 'd')
    expect(held(cache, 'abcd')).toBe('acd')
  })

  test('never weigh more than they may, whatever comes', async () => {
    const cache = new PageCache(3500)
    for (const key of 'abcdefgh') await add(cache, key)
    expect(held(cache, 'abcdefgh')).toBe('fgh')
    await add(cache, 'x', kilobyte().repeat(4))
    expect(held(cache, 'fghx')).toBe('')
  })

  test('that are made again take the place of the old one and cost nothing more', async () => {
    const cache = new PageCache(3000)
    for (const key of 'ab') await add(cache, key)
    for (let n = 0; n < 20; n++) await add(cache, 'b')
    expect(held(cache, 'ab')).toBe('ab')
  })

  test('can be made after a try that failed', async () => {
    const cache = new PageCache(3000)
    await expect(cache.add('a', undefined as unknown as string, 'identity', [])).rejects.toThrow()
    await add(cache, 'a')
    expect(held(cache, 'a')).toBe('a')
  })
})
