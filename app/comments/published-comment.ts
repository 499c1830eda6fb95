/** A comment as anybody may read it (SAFETY P12): a pseudonym or none, a country, a month. */
export interface PublishedComment {
  /** The section of the chapter that it belongs to; null: the whole chapter. */
  section: string | null
  country: string
  language: string
  text: string
  pseudonym: string | null
  /** "2026-11". */
  month: string
}

// A chapter with its first comments must stay within the page's budget, in whatever script they are
// written.
const few = { comments: 3, bytes: 3000 }
const bytesOf = ({ text }: PublishedComment) => new TextEncoder().encode(text).length

/**
 * The newest comments, which a chapter's page itself shows: at least one, where there is one. The
 * rest have a page of their own.
 */
export function newestFew(comments: readonly PublishedComment[]): PublishedComment[] {
  let bytes = 0
  const end = comments.findIndex((comment, i) => {
    bytes += bytesOf(comment)
    return i > 0 && (i >= few.comments || bytes > few.bytes)
  })
  return comments.slice(0, end < 0 ? undefined : end)
}

/** The comments from one country; all where none is named. */
export function fromCountry(
  comments: readonly PublishedComment[],
  country: string | null,
): readonly PublishedComment[] {
  return country ? comments.filter((comment) => comment.country === country) : comments
}

/** The countries that comments come from, with how many each. */
export function countriesOf(comments: readonly PublishedComment[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { country } of comments) counts.set(country, (counts.get(country) ?? 0) + 1)
  return counts
}

/**
 * What names a comment in its address, for as long as it says the same: made of what everybody sees,
 * so that it tells nothing of when it was sent or by whom (FNV-1a, 32 bits).
 */
export function commentKey({ country, month, text }: PublishedComment): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${country}\n${month}\n${text}`))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return `reader-${hash.toString(36).padStart(7, '0')}`
}
