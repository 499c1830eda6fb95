/** Where something begins and ends in a page, in bytes. */
export interface ByteRange {
  start: number
  end: number
}

// https://www.sqlite.org/fileformat2.html#b_tree_pages
const fileHeaderLength = 100
const pageTypes = new Map([
  [2, { headerLength: 12 }],
  [5, { headerLength: 12 }],
  [10, { headerLength: 8 }],
  [13, { headerLength: 8 }],
])

/**
 * The bytes of a page of a table or an index that are not used: the gap between the list of its
 * cells and the cells, and the freed blocks among these. With `secure_delete` SQLite overwrites what
 * is deleted; but where it spreads the cells of a full page over several, their old bytes stay in
 * the gap, and are forgotten there (measured: traces of one person in 160). None in other pages. In
 * a file of more than 128 GB a page of a long text could be taken for one of these.
 */
export function unusedRanges(page: Buffer, pageNumber: number): ByteRange[] {
  const header = pageNumber === 1 ? fileHeaderLength : 0
  const type = pageTypes.get(page[header] ?? 0)
  if (!type) return []
  const cells = page.readUInt16BE(header + 3)
  const start = header + type.headerLength + 2 * cells
  // The largest page is one too large for two bytes.
  const end = page.readUInt16BE(header + 5) || 65_536
  if (start > end || end > page.length) return []
  return [{ start, end }, ...freedBlocks(page, page.readUInt16BE(header + 1), end)]
}

/** A block begins with the place of the next one and its own length, which stay. */
function freedBlocks(page: Buffer, first: number, content: number): ByteRange[] {
  const ranges: ByteRange[] = []
  for (let at = first; at >= content && at + 4 <= page.length; ) {
    const next = page.readUInt16BE(at)
    const end = at + page.readUInt16BE(at + 2)
    if (end > page.length) break
    ranges.push({ start: at + 4, end })
    at = next > at ? next : 0
  }
  return ranges
}

/** A value that goes on in pages of its own: the first of these, and how many bytes they hold. */
export interface Overflow {
  first: number
  bytes: number
}

/** A number of one to nine bytes, and where it ends. */
function varint(page: Buffer, start: number): { value: number; end: number } {
  let value = 0
  for (let at = start; at < start + 8; at++) {
    const byte = page[at] ?? 0
    value = value * 128 + (byte & 127)
    if (byte < 128) return { value, end: at + 1 }
  }
  return { value: value * 256 + (page[start + 8] ?? 0), end: start + 9 }
}

/**
 * The values in a page of a table or an index that are too long for it (section "B-tree Pages").
 * `usable` is the size of a page without what is reserved at its end.
 */
export function overflowsOf(page: Buffer, pageNumber: number, usable: number): Overflow[] {
  const header = pageNumber === 1 ? fileHeaderLength : 0
  const kind = page[header] ?? 0
  const type = pageTypes.get(kind)
  if (!type || kind === 5) return []
  const max = kind === 13 ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const min = Math.floor(((usable - 12) * 32) / 255) - 23
  const overflows: Overflow[] = []
  const cells = page.readUInt16BE(header + 3)
  for (let cell = 0; cell < cells; cell++) {
    const pointer = header + type.headerLength + 2 * cell
    if (pointer + 2 > page.length) break
    const { value: length, end } = varint(page, page.readUInt16BE(pointer) + (kind === 2 ? 4 : 0))
    if (length <= max) continue
    const start = kind === 13 ? varint(page, end).end : end
    const spilled = min + ((length - min) % (usable - 4))
    const here = spilled <= max ? spilled : min
    if (start + here + 4 > page.length) continue
    overflows.push({ first: page.readUInt32BE(start + here), bytes: length - here })
  }
  return overflows
}

// https://www.sqlite.org/fileformat2.html#walformat
const logHeaderLength = 32
const frameHeaderLength = 24

/**
 * The numbers of the pages that a write-ahead log holds, each once. Those of an end that was not
 * committed may be among them.
 */
export function pagesInLog(log: Buffer): number[] {
  const pages = new Set<number>()
  if (log.length < logHeaderLength) return []
  const pageSize = log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  const frameLength = frameHeaderLength + pageSize
  for (let frame = logHeaderLength; frame + frameLength <= log.length; frame += frameLength) {
    // What follows is of an earlier round of the log.
    if (!log.subarray(frame + 8, frame + 16).equals(salt)) break
    pages.add(log.readUInt32BE(frame))
  }
  return [...pages]
}

/** What a trunk of the list of free pages says (section "the freelist"). */
export function freePages(trunk: Buffer): { next: number; leaves: number[]; unused: ByteRange } {
  const count = Math.min(trunk.readUInt32BE(4), trunk.length / 4 - 2)
  const leaves = Array.from({ length: count }, (_, i) => trunk.readUInt32BE(8 + 4 * i))
  return {
    next: trunk.readUInt32BE(0),
    leaves,
    unused: { start: 8 + 4 * count, end: trunk.length },
  }
}

/** The first trunk of the list of free pages, or 0; from the first page of the file. */
export function firstTrunk(firstPage: Buffer): number {
  return firstPage.readUInt32BE(32)
}
