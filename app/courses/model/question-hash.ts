import { createHash } from 'node:crypto'
import type { WrittenPart, WrittenQuestion } from './chapter.ts'

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
// What explains and does not decide: a better reason, hint or model answer costs nobody an answer.
const explains = new Set(['Wrong', 'Model'])
const decides = (part: WrittenPart) => !explains.has(part.kind)

function content({ kind, attributes, text, parts = [] }: WrittenPart): unknown[] {
  const { id, correct = false, left = '', right = '', to, good } = attributes
  // Longer only for the kinds that came later: hashes of the first five types are stored with
  // answers.
  const more =
    to || good || parts.length > 0
      ? [to ?? '', good ?? false, parts.filter(decides).map(content)]
      : []
  return [kind, id, correct, left, right, text, ...more]
}

function key({ kind, attributes, parts = [] }: WrittenPart): string {
  const { id, correct, to, good } = attributes
  const within = parts.filter((part) => decides(part) && part.kind !== 'Accept').map(key)
  return JSON.stringify([kind, id, correct, to, good, within.sort()])
}

/** A hash of what a question says: its text and its key, not its reasons. */
export function contentHash({ id, type, prompt, document, parts }: WrittenQuestion): string {
  // Longer only where there is a document: hashes of questions without one are stored with answers.
  return hashOf([
    id,
    type,
    prompt,
    parts.filter(decides).map(content),
    ...(document ? [document] : []),
  ])
}

/**
 * A hash of what a question's answers are made of and which are right, whatever the words. Where it
 * changes, the meaning does. The order of parts decides only in a question about their order, and
 * for the step that a situation begins with.
 */
export function keyHash({ id, type, parts }: WrittenQuestion): string {
  const keys = parts.filter(decides).map(key)
  return hashOf([
    id,
    type,
    parts[0]?.kind === 'Step' ? keys[0] : '',
    type === 'order' ? keys : keys.sort(),
  ])
}
