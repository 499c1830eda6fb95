import { type KeptFrame, type KeptPages, missingPath } from './kept-pages.ts'

/** The store that says which stores hold what is kept. Names say nothing of what is in them. */
export const indexName = 'pages'
const framePath = '/-/frame'

/** A course in one language as it is kept: in which store, since which day, of which edition. */
export interface KeptBook {
  store: string
  day: string
  edition: string
}

/** What became of keeping: whole or not at all. */
export type Keeping = 'kept' | 'no-room' | 'interrupted'

type Stores = Pick<CacheStorage, 'open' | 'delete' | 'keys' | 'has'>

/** Addresses alone: a page is kept for whatever is asked of it, `?country=…` too. */
const plainOf = (path: string) => path.replace(/(.)\/+$/, '$1')

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } })

/** What is kept, by the address of the course in a language: `/en/courses/run-a-party`. */
export async function keptBooks(stores: Stores): Promise<Map<string, KeptBook>> {
  const books = new Map<string, KeptBook>()
  // To open a store makes it: nothing is made by looking.
  if (!(await stores.has(indexName))) return books
  const index = await stores.open(indexName)
  for (const request of await index.keys()) {
    const found = await index.match(request)
    if (found) books.set(new URL(request.url).pathname, await found.json())
  }
  return books
}

/** Deletes what an interrupted keeping left behind, and what was replaced. */
async function removeUnused(stores: Stores): Promise<void> {
  const books = await keptBooks(stores)
  const used = new Set([...books.values()].map(({ store }) => store))
  if (books.size > 0) used.add(indexName)
  for (const name of await stores.keys()) if (!used.has(name)) await stores.delete(name)
}

/**
 * Keeps a course in one language, whole or not at all: a new store is filled, then one entry of the
 * index names it, then the old store goes. Whatever happens in between, what was kept before stays.
 */
export async function keepBook(
  stores: Stores,
  { path, book, chapters }: { path: string; book: KeptPages; chapters: ReadonlySet<string> },
  { id, day }: { id: string; day: string },
): Promise<Keeping> {
  const store = `${indexName}-${id}`
  const isChosen = ({ chapter }: KeptPages['pages'][number]) =>
    chapter === null || chapters.has(chapter)
  try {
    const filled = await stores.open(store)
    await filled.put(framePath, json(book.frame))
    for (const page of book.pages.filter(isChosen))
      await filled.put(page.path, new Response(page.html))
    // Someone wiped the device, or kept the course in another tab.
    if (!(await stores.has(store))) return 'interrupted'
    const kept: KeptBook = { store, day, edition: book.edition }
    await (await stores.open(indexName)).put(path, json(kept))
  } catch (error) {
    await stores.delete(store)
    await removeUnused(stores)
    if ((error as Error).name === 'QuotaExceededError') return 'no-room'
    throw error
  }
  await removeUnused(stores)
  return 'kept'
}

/** How much is kept in a store: its files, and their bytes. */
export async function measureStore(
  stores: Stores,
  name: string,
): Promise<{ files: number; bytes: number }> {
  const store = await stores.open(name)
  const requests = await store.keys()
  let bytes = 0
  for (const request of requests) {
    const found = await store.match(request)
    bytes += found ? (await found.blob()).size : 0
  }
  return { files: requests.length, bytes }
}

/** A kept page, or the one that says that it is not kept; null where nothing is kept at all. */
export async function findPage(
  stores: Stores,
  asked: string,
): Promise<{ html: string; frame: KeptFrame; day: string; isMissing: boolean } | null> {
  const path = plainOf(asked)
  const language = (one: string) => one.split('/')[1]
  const isIn = (book: string) => path === book || path.startsWith(`${book}/`)
  // The course in which the page lies first, then those in its language, then any.
  const rank = (book: string) => (isIn(book) ? 0 : language(book) === language(path) ? 1 : 2)
  const books = [...(await keptBooks(stores))].sort(([one], [other]) => rank(one) - rank(other))
  for (const wanted of [path, missingPath])
    for (const [, { store, day }] of books) {
      const opened = await stores.open(store)
      const [found, frame] = [await opened.match(wanted), await opened.match(framePath)]
      if (found && frame)
        return {
          html: await found.text(),
          frame: await frame.json(),
          day,
          isMissing: wanted === missingPath,
        }
    }
  return null
}
