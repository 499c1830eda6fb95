import { canOthersChange, noticeChanges, versionOf } from '../platform/cache-version.server.ts'
import { type ChapterPlace, publishedComments } from './comment-store.server.ts'
import type { PublishedComment } from './published-comment.ts'

const board = new Map<string, PublishedComment[]>()
const keyOf = ({ course, chapter }: ChapterPlace) => `${course}/${chapter}`
let version = 0
let last: Promise<unknown> = Promise.resolve()

/** Whose changes they are, among all that servers on one database tell each other of. */
const owner = 'comments'
let readAt: number | null = null

/** What readers see of one chapter, or of all, as a text to compare. */
function versionKey(place?: ChapterPlace): string {
  return JSON.stringify(
    place ? (board.get(keyOf(place)) ?? []) : [...board].sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

async function reload(place?: ChapterPlace): Promise<void> {
  const changes = versionOf(owner)
  const rows = await publishedComments(place)
  const before = versionKey(place)
  if (place) board.delete(keyOf(place))
  else board.clear()
  for (const { course, chapter, ...comment } of rows) {
    const key = keyOf({ course, chapter })
    const comments = board.get(key) ?? []
    comments.push(comment)
    board.set(key, comments)
  }
  if (versionKey(place) !== before) version += 1
  if (!place) readAt = changes
}

/**
 * Reads the published comments of one chapter, or of all, into memory: at the start, and after each
 * change of them. One after the other, so that an older state never takes the place of a newer one.
 */
export function refreshPublished(place?: ChapterPlace): Promise<void> {
  const next = last.then(() => reload(place))
  last = next.catch(() => undefined)
  return next
}

let catchingUp: Promise<void> | null = null

async function catchUp(noticing: Promise<void>): Promise<void> {
  await noticing
  while (readAt !== versionOf(owner)) {
    catchingUp ??= refreshPublished().finally(() => {
      catchingUp = null
    })
    await catchingUp
  }
}

/**
 * Reads the published comments again where another process has changed any; null where none has, or
 * there is no other. To be waited for before a page is sent.
 */
export function catchUpWithPublished(): Promise<void> | null {
  if (!canOthersChange()) return null
  const noticing = noticeChanges(owner)
  const isBehind = readAt !== null && readAt !== versionOf(owner)
  return noticing || isBehind ? catchUp(noticing ?? Promise.resolve()) : null
}

/**
 * The published comments of a chapter, the newest month first. They are held in memory: a guest's
 * page asks no database.
 */
export function publishedIn(place: ChapterPlace): readonly PublishedComment[] {
  return board.get(keyOf(place)) ?? []
}

/**
 * A number that changes when what readers see of the comments changes, and only then: a page that
 * shows them is kept for one such number.
 */
export function publishedVersion(): number {
  return version
}
