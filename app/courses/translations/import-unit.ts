import { type BlockForm, blockHash } from './block.ts'
import { type ExchangeUnit, translationOf } from './exchange.ts'
import type { BlockStatus } from './freshness.ts'
import { lostMarkup } from './inline-markup.ts'
import type { BlockChange } from './update-document.server.ts'

/**
 * What becomes of a text that comes back. `take`: it is written; `isOlder` where its source has
 * changed since, so that it stands there as stale. `nothing`: there is no news in it. `unsure`: the
 * translator has marked it as not finished. `conflict`: a person has to look; nothing is written.
 */
export type Decision =
  | { kind: 'take'; change: BlockChange; isOlder: boolean }
  | { kind: 'nothing' | 'unsure' }
  | { kind: 'conflict'; reason: string }

// Control characters, and marks that turn the direction of what follows.
const unwanted = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** A text as its block holds it: on one line, unless Markdown breaks it. */
function tidy(text: string, form: BlockForm | undefined): string {
  return form === 'markdown' ? text.trim() : text.replace(/\s+/g, ' ').trim()
}

/** Decides what becomes of a text that comes back. Work that is newer is never overwritten. */
export function decide(unit: ExchangeUnit, status: BlockStatus | undefined): Decision {
  const written = unit.target.trim()
  if (written === '') return { kind: 'nothing' }
  if (!status) return { kind: 'conflict', reason: 'there is no such text any more' }
  const own = translationOf(status)
  const target = written === own ? own : tidy(written, status.form)
  const change = { text: target, source: unit.source }
  const isOlder = unit.source !== status.source
  if (target === own) {
    // Nothing but a mark was taken away: somebody has seen that it still holds.
    const isNews = !unit.isUnsure && !isOlder && status.state !== 'current'
    return isNews ? { kind: 'take', change, isOlder } : { kind: 'nothing' }
  }
  if (unit.base === blockHash(written)) return { kind: 'nothing' }
  if (unit.isUnsure) return { kind: 'unsure' }
  if (unit.base === null && own !== '')
    return {
      kind: 'conflict',
      reason: 'the file no longer says which translation it began from, and there is one here',
    }
  if (unit.base !== null && unit.base !== blockHash(own))
    return { kind: 'conflict', reason: `it was changed here too, to: ${own}` }
  if (unwanted.test(target))
    return { kind: 'conflict', reason: 'it holds signs that control a screen or turn a text round' }
  if (status.form === 'answers' && /[<>{}]/.test(target))
    return { kind: 'conflict', reason: 'an answer holds one of the signs < > { }' }
  const lost = lostMarkup(unit.source, target, status.form)
  if (lost) return { kind: 'conflict', reason: lost }
  return { kind: 'take', change, isOlder }
}
