import type { Lang } from '../model/chapter.ts'
import { blockHash } from './block.ts'
import type { BlockStatus } from './freshness.ts'

/** A text as it goes out to a translator, and comes back. */
export interface ExchangeUnit {
  document: string
  id: string
  /** The words to translate, as they were when the file was made. */
  source: string
  /** What the translation was made from, where that is older than the source. */
  previous?: string
  /** The translation; empty where there is none. */
  target: string
  /** The hash of the translation when the file was made. Null where a program has lost it. */
  base: string | null
  /** The translator, or this program, is not sure of it: "fuzzy", "needs editing". */
  isUnsure: boolean
}

/** A file for a translator: some texts of a course, or of the interface, in one language. */
export interface Exchange {
  /** The course's id, or "interface". */
  place: string
  sourceLang: Lang
  lang: Lang
  units: ExchangeUnit[]
}

/** What a file for translators is called by, in its texts: "05-the-branch#what-for/heading". */
export const unitName = ({ document, id }: Pick<ExchangeUnit, 'document' | 'id'>) =>
  `${document}#${id}`

/** The document and the id of a text's name. */
export function readUnitName(name: string): Pick<ExchangeUnit, 'document' | 'id'> {
  const at = name.indexOf('#')
  return { document: name.slice(0, at), id: name.slice(at + 1) }
}

/** The translation that a block has: nothing where it holds the source's own words. */
export function translationOf({ state, block }: BlockStatus): string {
  return state === 'missing' ? '' : (block?.text ?? '')
}

/** A block as it goes out. `oldText` gives the words of an older source by their hash. */
export function unitOf(
  document: string,
  status: BlockStatus,
  oldText: (hash: string) => string | undefined,
): ExchangeUnit {
  const target = translationOf(status)
  const previous = status.state === 'stale' && status.from ? oldText(status.from) : undefined
  return {
    document,
    id: status.id,
    source: status.source,
    ...(previous !== undefined && previous !== status.source ? { previous } : {}),
    target,
    base: blockHash(target),
    isUnsure: status.state === 'stale',
  }
}
