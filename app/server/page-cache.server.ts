/**
 * Pages as they were rendered and compressed once. Holds at most so many bytes; the page unused
 * longest goes first. With `maxIdle`, in milliseconds, a page that nobody has asked for that long
 * goes by itself, within twice that time.
 */
export class PageCache<P extends { body: Buffer }> {
  #pages = new Map<string, P>()
  #making = new Map<string, Promise<P>>()
  #bytes = 0
  /** When a page was asked for last, where that matters. */
  #usedAt = new Map<string, number>()
  #willSweep = false

  constructor(
    readonly maxBytes: number,
    readonly maxIdle: number | null = null,
  ) {}

  /** The page of an address, if it is held. */
  get(key: string): P | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
      this.#noteUse(key)
    }
    return page
  }

  #noteUse(key: string) {
    if (this.maxIdle === null) return
    this.#usedAt.set(key, performance.now())
    if (!this.#willSweep) this.#sweepLater(this.maxIdle)
  }

  #sweepLater(maxIdle: number) {
    this.#willSweep = true
    setTimeout(() => {
      const before = performance.now() - maxIdle
      for (const [key, at] of this.#usedAt) if (at <= before) this.#remove(key)
      this.#willSweep = false
      if (this.#usedAt.size > 0) this.#sweepLater(maxIdle)
    }, maxIdle).unref()
  }

  #remove(key: string) {
    this.#bytes -= this.#pages.get(key)?.body.length ?? 0
    this.#pages.delete(key)
    this.#usedAt.delete(key)
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
    this.#noteUse(key)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.maxBytes) break
      this.#remove(oldest)
    }
  }
}
