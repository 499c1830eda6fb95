/**
 * Pages as they were rendered and compressed once. Holds at most so many bytes; the page unused
 * longest goes first.
 */
export class PageCache<P extends { body: Buffer }> {
  #pages = new Map<string, P>()
  #making = new Map<string, Promise<P>>()
  #bytes = 0

  constructor(readonly maxBytes: number) {}

  /** The page of an address, if it is held. */
  get(key: string): P | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
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
      if (lasts(page)) this.#hold(key, page)
      return page
    } finally {
      this.#making.delete(key)
    }
  }

  /** Puts another form of a page in its place, unless the page is gone by now. */
  replace(key: string, page: P, other: P) {
    if (this.#pages.get(key) === page) this.#hold(key, other)
  }

  #hold(key: string, page: P) {
    this.#bytes += page.body.length - (this.#pages.get(key)?.body.length ?? 0)
    this.#pages.delete(key)
    this.#pages.set(key, page)
    for (const [oldest, { body }] of this.#pages) {
      if (this.#bytes <= this.maxBytes) break
      this.#pages.delete(oldest)
      this.#bytes -= body.length
    }
  }
}
