import { BoundedStore } from '../platform/pieces/bounded-store.ts'

/**
 * Pages as they were rendered and compressed once. Holds at most so many bytes; the page unused
 * longest goes first. With `maxIdle`, in milliseconds, a page that nobody has asked for that long
 * goes by itself, within twice that time.
 */
export class PageCache<P extends { body: Buffer }> {
  #pages: BoundedStore<P>
  #making = new Map<string, Promise<P>>()

  constructor(maxBytes: number, maxIdle: number | null = null) {
    this.#pages = new BoundedStore(maxBytes, ({ body }) => body.length, maxIdle)
  }

  /** The page of an address, if it is held. */
  get(key: string): P | undefined {
    return this.#pages.find(key)
  }

  /** Makes a page and holds it, if it lasts. A page asked for many times at once is made once. */
  async add(
    key: string,
    make: () => Promise<P>,
    lasts: (page: P) => boolean = () => true,
  ): Promise<P> {
    const making = this.#making.get(key) ?? make()
    this.#making.set(key, making)
    try {
      const page = await making
      if (lasts(page)) this.#pages.put(key, page)
      return page
    } finally {
      this.#making.delete(key)
    }
  }

  /** Puts another form of a page in its place, unless the page is gone by now. */
  replace(key: string, page: P, other: P) {
    if (this.#pages.find(key) === page) this.#pages.put(key, other)
  }
}
