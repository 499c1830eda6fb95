import { type Encoding, encode } from './encoding.server.ts'

/** A page as it is sent. */
export interface StoredPage {
  body: Buffer
  headers: [string, string][]
}

/** Pages that are the same for every guest, rendered and compressed once. Holds at most so many bytes; the page unused longest goes first. */
export class PageCache {
  #pages = new Map<string, StoredPage>()
  #making = new Map<string, Promise<StoredPage>>()
  #bytes = 0

  constructor(readonly maxBytes: number) {}

  /** The page of an address, if it is held. */
  get(key: string): StoredPage | undefined {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  /** Compresses a page and holds it. A page asked for many times at once is compressed once. */
  async add(key: string, html: string, encoding: Encoding, headers: [string, string][]): Promise<StoredPage> {
    const making = this.#making.get(key) ?? this.#compress(key, html, encoding, headers)
    this.#making.set(key, making)
    try {
      return await making
    } finally {
      this.#making.delete(key)
    }
  }

  async #compress(key: string, html: string, encoding: Encoding, headers: [string, string][]): Promise<StoredPage> {
    const page = { body: await encode(html, encoding, false), headers }
    this.#bytes += page.body.length - (this.#pages.get(key)?.body.length ?? 0)
    this.#pages.delete(key)
    this.#pages.set(key, page)
    for (const [oldest, { body }] of this.#pages) {
      if (this.#bytes <= this.maxBytes) break
      this.#pages.delete(oldest)
      this.#bytes -= body.length
    }
    return page
  }
}
