import { readFileSync } from 'node:fs'
import type Libsql from 'libsql'
import {
  type ByteRange,
  firstTrunk,
  freePages,
  type Overflow,
  overflowsOf,
  pagesInLog,
  unusedRanges,
} from './unused-bytes.ts'

const zeros = Buffer.alloc(65_536)

const isZero = (page: Buffer, { start, end }: ByteRange) =>
  zeros.compare(page, start, end, 0, end - start) === 0

interface FileSize {
  pages: number
  usable: number
}

/** The parts of a page that nothing uses. */
type FindUnused = (page: Buffer, pageNumber: number) => ByteRange[]

const inFreePage: FindUnused = (page) => [{ start: 0, end: page.length }]
const inTrunk: FindUnused = (page) => [freePages(page).unused]

/**
 * Overwrites with zeros, in the pages of a file, the bytes that nothing uses any more (see {@link
 * unusedRanges}). It goes through SQLite's own table of pages, in a transaction, so it is as safe as
 * any other write: what is used is never touched, and a process that is killed leaves a whole file.
 */
export class PageOverwriter {
  #database: Libsql.Database
  #path: string
  #read: Libsql.Statement
  #write: Libsql.Statement

  constructor(database: Libsql.Database, path: string) {
    this.#database = database
    this.#path = path
    this.#read = database.prepare('SELECT data FROM sqlite_dbpage WHERE pgno = ?').raw()
    this.#write = database.prepare('UPDATE sqlite_dbpage SET data = ? WHERE pgno = ?')
  }

  /** The pages that the write-ahead log holds: those that changed since it was emptied. */
  pagesInLog(): number[] {
    try {
      return pagesInLog(readFileSync(`${this.#path}-wal`))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }

  /** How many pages the file has. */
  pageCount(): number {
    return Number((this.#database.prepare('PRAGMA page_count').raw().get() as unknown[])[0])
  }

  /** Overwrites what is unused in some pages of tables and indexes; others are left alone. */
  overwrite(pageNumbers: Iterable<number>): void {
    const dirty = [...pageNumbers].filter((pageNumber) => this.#left(pageNumber, unusedRanges))
    if (dirty.length === 0) return
    // Each is looked at again with the lock: another process may have changed it in between.
    this.#locked(() => this.overwriteLocked(dirty))
  }

  /** As {@link overwrite}, for who has the lock for writing already. */
  overwriteLocked(pageNumbers: Iterable<number>): void {
    for (const pageNumber of pageNumbers) this.#overwriteNow(pageNumber, unusedRanges)
  }

  /**
   * Overwrites what is unused at the end of the values that go on from these pages in pages of their
   * own. SQLite writes such a page without clearing it, so it ends with what was there before, where
   * a program without `secure_delete` had left something.
   */
  overwriteTails(pageNumbers: Iterable<number>): void {
    const size = this.#size()
    const dirty = [...pageNumbers].filter(
      (pageNumber) => this.#tailsOf(pageNumber, size).length > 0,
    )
    if (dirty.length === 0) return
    this.#locked(() => {
      // A page that is free may hold an old cell, whose place another value has taken.
      const free = this.#freePages()
      const now = this.#size()
      for (const pageNumber of dirty) {
        if (free.has(pageNumber)) continue
        for (const { page, at, range } of this.#tailsOf(pageNumber, now)) {
          page.fill(0, range.start, range.end)
          this.#write.run([page, at])
        }
      }
    })
  }

  /** How many pages the file has, and how many bytes of each are SQLite's own. */
  #size(): FileSize {
    const first = this.#page(1)
    return { pages: this.pageCount(), usable: (first?.length ?? 0) - (first?.[20] ?? 0) }
  }

  #tailsOf(pageNumber: number, size: FileSize): { page: Buffer; at: number; range: ByteRange }[] {
    const page = this.#page(pageNumber)
    if (!page) return []
    return overflowsOf(page, pageNumber, size.usable).flatMap(
      (overflow) => this.#tailOf(overflow, size) ?? [],
    )
  }

  /** The end of a value's last page, where it holds anything but zeros. */
  #tailOf({ first, bytes }: Overflow, { usable, pages }: FileSize) {
    let at = first
    let left = bytes
    // What is in no use any more may say anything: a length that the file cannot have, a place that
    // is not there.
    if (bytes > pages * usable) return null
    for (; left > usable - 4 && at > 0; left -= usable - 4)
      at = this.#page(at)?.readUInt32BE(0) ?? 0
    const page = at > 0 && this.#page(at)
    const range = { start: 4 + left, end: usable }
    // The last page leads to no other; one that does is none of this value's.
    if (!page || page.readUInt32BE(0) !== 0) return null
    return isZero(page, range) ? null : { page, at, range }
  }

  #freePages(): Set<number> {
    const free = new Set<number>()
    const start = this.#page(1)
    for (let at = start ? firstTrunk(start) : 0; at > 0 && !free.has(at); ) {
      free.add(at)
      const page = this.#page(at)
      if (!page) break
      const { leaves, next } = freePages(page)
      for (const leaf of leaves) free.add(leaf)
      at = next
    }
    return free
  }

  /**
   * Overwrites some of the free pages as a whole: those of the trunk of their list that comes after
   * this one, or of the first. Returns the trunk, or null when there is none after it.
   */
  overwriteFree(after: number | null): number | null {
    // The lock first: a page that is free must not be taken into use in between.
    return this.#locked(() => {
      const trunk = this.#trunkAfter(after)
      const page = trunk && this.#page(trunk)
      if (!page) return null
      for (const leaf of freePages(page).leaves) this.#overwriteNow(leaf, inFreePage)
      this.#overwriteNow(trunk, inTrunk)
      return trunk
    })
  }

  #trunkAfter(after: number | null): number | null {
    const first = this.#page(1)
    const start = first ? firstTrunk(first) : 0
    if (after === null) return start || null
    for (let at = start; at > 0; ) {
      const page = this.#page(at)
      const next = page ? freePages(page).next : 0
      if (at === after) return next || null
      at = next
    }
    // It was taken into use meanwhile: begin again.
    return start || null
  }

  #page(pageNumber: number): Buffer | null {
    const row = this.#read.get([pageNumber]) as [Uint8Array] | undefined
    if (!row) return null
    const [bytes] = row
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The ranges of a page that are unused and not zero. */
  #left(pageNumber: number, find: FindUnused): { page: Buffer; ranges: ByteRange[] } | null {
    const page = this.#page(pageNumber)
    if (!page) return null
    const ranges = find(page, pageNumber).filter((range) => !isZero(page, range))
    return ranges.length > 0 ? { page, ranges } : null
  }

  #overwriteNow(pageNumber: number, find: FindUnused): void {
    const left = this.#left(pageNumber, find)
    if (!left) return
    for (const { start, end } of left.ranges) left.page.fill(0, start, end)
    this.#write.run([left.page, pageNumber])
  }

  #locked<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }
}
