import { deleteStore } from '../../ui/enhance/delete-store.ts'
import type { BookPlace } from '../script/book-data.ts'
import { type KeptFrame, type KeptPages, missingPath } from './kept-pages.ts'

/** The store that says which stores hold what is kept. Names say nothing of what is in them. */
export const indexName = 'pages'
const framePath = '/-/frame'
const booksPath = '/-/books'
const placesPath = '/-/places'

/** A course in one language as it is kept: in which store, since which day, of which edition. */
export interface KeptBook {
  store: string
  day: string
  edition: string
  /** Its files and their bytes, counted while they were kept: to read a file is to hold it open. */
  files: number
  bytes: number
}

/** What became of keeping: whole or not at all. */
export type Keeping = 'kept' | 'no-room' | 'interrupted'

type Stores = Pick<CacheStorage, 'open' | 'delete' | 'keys' | 'has'>

/** Addresses alone: a page is kept for whatever is asked of it, `?country=…` too. */
const plainOf = (path: string) => path.replace(/(.)\/+$/, '$1')

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } })

/** What is kept, by the address of the course in a language: `/en/courses/run-a-party`. */
export async function keptBooks(
  stores: Pick<Stores, 'has' | 'open'>,
): Promise<Map<string, KeptBook>> {
  // To open a store makes it: nothing is made by looking.
  if (!(await stores.has(indexName))) return new Map()
  const found = await (await stores.open(indexName)).match(booksPath)
  return new Map(found ? Object.entries(await found.json()) : [])
}

async function writeIndex(stores: Stores, books: Map<string, KeptBook>): Promise<void> {
  await (await stores.open(indexName)).put(booksPath, json(Object.fromEntries(books)))
}

/** Deletes what an interrupted keeping left behind, and what was replaced. */
export async function removeUnused(stores: Stores): Promise<void> {
  const books = await keptBooks(stores)
  const used = new Set([...books.values()].map(({ store }) => store))
  if (books.size > 0) used.add(indexName)
  for (const name of await stores.keys()) if (!used.has(name)) await deleteStore(stores, name)
}

/** A course in a language to be kept: under which address, in which store, and where it comes from. */
export interface BookToKeep {
  path: string
  /** What the store's name ends with: random. */
  id: string
  fetchBook(): Promise<KeptPages>
}

const storeOf = ({ id }: BookToKeep) => `${indexName}-${id}`

async function fill(
  stores: Stores,
  books: readonly BookToKeep[],
  chapters: ReadonlySet<string>,
  day: string,
): Promise<[string, KeptBook][]> {
  // All are opened first: one that is gone later tells that somebody wiped the device meanwhile.
  const opened = await Promise.all(books.map((book) => stores.open(storeOf(book))))
  const kept: [string, KeptBook][] = []
  for (const [i, book] of books.entries()) {
    const { frame, pages, places, edition } = await book.fetchBook()
    const isChosen = (chapter: string | null) => chapter === null || chapters.has(chapter)
    const found = places.flatMap(({ of, place }) => (isChosen(of) ? place : []))
    const texts: [string, string][] = [
      [framePath, JSON.stringify(frame)],
      [placesPath, JSON.stringify(found)],
      ...pages.flatMap(({ path, chapter, html }): [string, string][] =>
        isChosen(chapter) ? [[path, html]] : [],
      ),
    ]
    let bytes = 0
    for (const [path, text] of texts) {
      const file = new TextEncoder().encode(text)
      bytes += file.length
      await opened[i]?.put(path, new Response(file))
    }
    kept.push([book.path, { store: storeOf(book), day, edition, files: texts.length, bytes }])
  }
  return kept
}

/**
 * Keeps a course in one language or more, all of it or nothing: new stores are filled, then one
 * entry of the index names them, then the old ones go. Whatever happens in between, what was kept
 * before stays; what was wiped or left meanwhile stays wiped.
 */
export async function keepBooks(
  stores: Stores,
  books: readonly BookToKeep[],
  { chapters, day, signal }: { chapters: ReadonlySet<string>; day: string; signal?: AbortSignal },
): Promise<Keeping> {
  const areThere = async () =>
    !signal?.aborted &&
    (await Promise.all(books.map((book) => stores.has(storeOf(book))))).every(Boolean)
  const undo = async () => {
    for (const book of books) await deleteStore(stores, storeOf(book))
    await removeUnused(stores)
  }
  try {
    const filled = await fill(stores, books, chapters, day)
    if (!(await areThere())) {
      await undo()
      return 'interrupted'
    }
    const before = await keptBooks(stores)
    await writeIndex(stores, new Map([...before, ...filled]))
    if (!(await areThere())) {
      // Wiped or left in this very moment.
      for (const [path, { store }] of before) if (!(await stores.has(store))) before.delete(path)
      await writeIndex(stores, before)
      await undo()
      return 'interrupted'
    }
  } catch (error) {
    await undo()
    if ((error as Error).name === 'QuotaExceededError') return 'no-room'
    throw error
  }
  await removeUnused(stores)
  return 'kept'
}

/** The addresses that are kept of a course in a language. */
export async function keptPaths(stores: Stores, book: string): Promise<Set<string>> {
  const kept = (await keptBooks(stores)).get(book)
  const requests = kept ? await (await stores.open(kept.store)).keys() : []
  return new Set(requests.map(({ url }) => new URL(url).pathname))
}

/** What a search finds in what is kept of a course in a language. */
export async function keptPlaces(stores: Stores, book: string): Promise<BookPlace[]> {
  const kept = (await keptBooks(stores)).get(book)
  const found = kept && (await (await stores.open(kept.store)).match(placesPath))
  return found ? found.json() : []
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
