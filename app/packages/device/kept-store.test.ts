import { describe, expect, test } from 'vitest'
import { composePage, type KeptPages, places } from './kept-pages.ts'
import {
  type BookToKeep,
  findPage,
  indexName,
  keepBooks,
  keptBooks,
  keptPaths,
  keptPlaces,
} from './kept-store.ts'

const origin = 'https://study.example'

/** A browser's stores, which can be out of room, or be killed after so many steps. */
class TestStores {
  all = new Map<string, Map<string, string>>()
  steps = 0
  lastStep = Number.POSITIVE_INFINITY
  room = Number.POSITIVE_INFINITY

  atStep: (step: number) => void = () => {}

  #step() {
    if (++this.steps > this.lastStep) throw new Error('killed')
    this.atStep(this.steps)
  }
  async has(name: string) {
    this.#step()
    return this.all.has(name)
  }
  async keys() {
    this.#step()
    return [...this.all.keys()]
  }
  async delete(name: string) {
    this.#step()
    return this.all.delete(name)
  }
  async open(name: string) {
    this.#step()
    const files = this.all.get(name) ?? new Map<string, string>()
    this.all.set(name, files)
    const urlOf = (asked: string | Request) =>
      new URL(typeof asked === 'string' ? asked : asked.url, origin).href
    return {
      keys: async () => [...files.keys()].map((url) => new Request(url)),
      delete: async (asked: string | Request) => {
        this.#step()
        return files.delete(urlOf(asked))
      },
      match: async (asked: string | Request) => {
        const found = files.get(urlOf(asked))
        return found === undefined ? undefined : new Response(found)
      },
      put: async (asked: string, response: Response) => {
        this.#step()
        const text = await response.text()
        this.room -= text.length
        if (this.room < 0) throw new DOMException('full', 'QuotaExceededError')
        files.set(urlOf(asked), text)
      },
    } as unknown as Cache
  }
}

const path = '/en/courses/party'
const bookOf = (edition: string, base = path): KeptPages => ({
  edition,
  frame: { style: 'p{}', script: 'run()', headers: { 'Cache-Control': 'no-store' }, locale: 'en' },
  pages: [
    { path: base, chapter: null, html: `contents ${edition}` },
    { path: `${base}/money`, chapter: 'money', html: `money ${edition}` },
    { path: `${base}/branch`, chapter: 'branch', html: `branch ${edition}` },
    { path: '/-', chapter: null, html: `missing ${edition}` },
  ],
  places: ['money', 'branch', null].map((of) => ({
    of,
    place: { address: `${base}/${of ?? 'glossary'}`, chapter: `${of}`, section: '', text: 'text' },
  })),
})
const everything = new Set(['money', 'branch'])
const toKeep = (edition: string, base = path): BookToKeep => ({
  path: base,
  id: edition,
  fetchBook: async () => bookOf(edition, base),
})
const swedish = '/sv/courses/party'
const keep = (stores: TestStores, edition: string, chapters: ReadonlySet<string> = everything) =>
  keepBooks(stores, [toKeep(edition)], { chapters, day: '2026-12-01' })
const shown = async (stores: TestStores, asked: string) => (await findPage(stores, asked))?.html

describe('keeping a course on a device', () => {
  test('keeps every page, and shows the one that was asked for, with any query or slash', async () => {
    const stores = new TestStores()
    expect(await keep(stores, 'one')).toBe('kept')
    expect(await shown(stores, `${path}/money`)).toBe('money one')
    expect(await shown(stores, `${path}/money/`)).toBe('money one')
    expect(await shown(stores, path)).toBe('contents one')
    expect(await shown(stores, '/en/account')).toBe('missing one')
    const { files, bytes } = (await keptBooks(stores)).get(path) ?? {}
    const texts = [...(stores.all.get('pages-one')?.values() ?? [])]
    expect([files, bytes]).toEqual([6, texts.join('').length])
  })

  test('keeps the chosen chapters alone, and says of the others that they are not kept', async () => {
    const stores = new TestStores()
    await keep(stores, 'one', new Set(['money']))
    expect(await shown(stores, `${path}/money`)).toBe('money one')
    expect(await shown(stores, `${path}/branch`)).toBe('missing one')
    const [paths, places] = [await keptPaths(stores, path), await keptPlaces(stores, path)]
    expect([paths.has(`${path}/money`), paths.has(`${path}/branch`)]).toEqual([true, false])
    expect(places.map(({ chapter }) => chapter)).toEqual(['money', 'null'])
    expect([...(stores.all.get('pages-one')?.values() ?? [])].join()).not.toContain('branch one')
  })

  test('makes nothing by looking', async () => {
    const stores = new TestStores()
    expect(await findPage(stores, path)).toBeNull()
    expect([...stores.all.keys()]).toEqual([])
  })

  test('replaces an edition whole', async () => {
    const stores = new TestStores()
    await keep(stores, 'one')
    await keep(stores, 'two', new Set(['branch']))
    expect([...stores.all.keys()].sort()).toEqual([indexName, 'pages-two'])
    expect(await shown(stores, `${path}/branch`)).toBe('branch two')
    expect(await shown(stores, `${path}/money`)).toBe('missing two')
  })

  test('killed at any step, shows the old edition whole or the new one whole, and tidies up next time', async () => {
    const whole = new TestStores()
    await keep(whole, 'one')
    const before = whole.steps
    await keep(whole, 'two')
    const steps = whole.steps - before
    expect(steps).toBeGreaterThan(10)
    const seen = new Set<string>()
    for (let at = 0; at <= steps; at++) {
      const stores = new TestStores()
      await keep(stores, 'one')
      stores.lastStep = stores.steps + at
      await keep(stores, 'two').catch(() => {})
      stores.lastStep = Number.POSITIVE_INFINITY
      const edition = (await keptBooks(stores)).get(path)?.edition ?? ''
      seen.add(edition)
      for (const name of ['money', 'branch'])
        expect([at, await shown(stores, `${path}/${name}`)]).toEqual([at, `${name} ${edition}`])
      await keep(stores, 'three')
      expect([...stores.all.keys()].sort()).toEqual([indexName, 'pages-three'])
    }
    expect([...seen].sort()).toEqual(['one', 'two'])
  })

  test('without room, leaves what was kept before and nothing of the new, at any page', async () => {
    for (let room = 0; room < 200; room += 5) {
      const [empty, stores] = [new TestStores(), new TestStores()]
      await keep(stores, 'one')
      empty.room = room
      stores.room = room
      const outcomes = [await keep(empty, 'two'), await keep(stores, 'two')]
      if (outcomes[0] === 'no-room') expect([...empty.all.keys()]).toEqual([])
      if (outcomes[1] === 'no-room') {
        expect([...stores.all.keys()].sort()).toEqual([indexName, 'pages-one'])
        expect(await shown(stores, `${path}/money`)).toBe('money one')
      }
      if (room === 0) expect(outcomes).toEqual(['no-room', 'no-room'])
    }
  })

  test('wiped meanwhile, it stays wiped, at whatever moment', async () => {
    const whole = new TestStores()
    await keep(whole, 'one')
    for (let at = 1; at <= whole.steps; at++) {
      const stores = new TestStores()
      // The whole device is wiped by another tab in the middle of a step.
      stores.atStep = (step) => step === at && stores.all.clear()
      const outcome = await keep(stores, 'one')
      // The first step makes the store: a wipe at its beginning was over before.
      if (at === 1) expect(outcome).toBe('kept')
      else expect([at, [...stores.all.keys()]]).toEqual([at, []])
    }
  })

  test('wiped or left while a language is fetched, nothing is kept', async () => {
    for (const language of [0, 1]) {
      const [wiped, left] = [new TestStores(), new TestStores()]
      const gone = new AbortController()
      const books = (act: () => void) =>
        [toKeep('one'), toKeep('sv', swedish)].map((book, i) => ({
          ...book,
          fetchBook: async () => {
            if (i === language) act()
            return book.fetchBook()
          },
        }))
      const options = { chapters: everything, day: '2026-12-01' }
      expect(
        await keepBooks(
          wiped,
          books(() => wiped.all.clear()),
          options,
        ),
      ).toBe('interrupted')
      expect(
        await keepBooks(
          left,
          books(() => gone.abort()),
          { ...options, signal: gone.signal },
        ),
      ).toBe('interrupted')
      expect([[...wiped.all.keys()], [...left.all.keys()]]).toEqual([[], []])
    }
  })

  test('two languages stand side by side; a page of none is told in its own language', async () => {
    const stores = new TestStores()
    await keep(stores, 'one')
    await keepBooks(stores, [toKeep('sv', swedish)], { chapters: everything, day: '2026-12-01' })
    expect([...stores.all.keys()].sort()).toEqual([indexName, 'pages-one', 'pages-sv'])
    expect(await shown(stores, `${swedish}/money`)).toBe('money sv')
    expect(await shown(stores, `${path}/money`)).toBe('money one')
    expect(await shown(stores, '/sv/account')).toBe('missing sv')
    expect(await shown(stores, '/en/account')).toBe('missing one')
  })

  test('without room for all languages that were chosen, none of them is kept', async () => {
    const both = [toKeep('one'), toKeep('sv', swedish)]
    const options = { chapters: everything, day: '2026-12-01' }
    const roomy = new TestStores()
    await keepBooks(roomy, [toKeep('one')], options)
    const room = [...roomy.all.values()].flatMap((files) => [...files.values()]).join('').length
    const stores = new TestStores()
    stores.room = room + 20
    expect(await keepBooks(stores, both, options)).toBe('no-room')
    expect([...stores.all.keys()]).toEqual([])
    expect(await keepBooks(stores, [toKeep('one')], options)).toBe('no-room')
  })

  test('what is deleted is deleted file by file, though something still holds the store open', async () => {
    const stores = new TestStores()
    await keep(stores, 'one')
    const held = stores.all.get('pages-one')
    expect(held?.size).toBeGreaterThan(0)
    await keep(stores, 'two')
    expect(held?.size).toBe(0)
  })
})

describe('a kept page', () => {
  test('is put together with its style, its script and the day, and its own headers', async () => {
    const html = `${places.style}|${places.script}|${places.day}`
    const { frame } = bookOf('one')
    const page = composePage(html, { ...frame, script: 'say("[[day]]")' }, '2026-02-03')
    expect(await page.text()).toBe('p{}|say("[[day]]")|February 3, 2026')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })
})
