import { createHash } from 'node:crypto'

/**
 * How a block stands in its file: words with inline markup, one of several right answers, the value
 * of an attribute, or a text of YAML or JSON.
 */
export type BlockForm = 'markdown' | 'answers' | 'attribute' | 'yaml' | 'json'

/** A piece of a course that is translated whole: a paragraph, a heading, an option, a label. */
export interface Block {
  /** Unique in its document, and the same in every language: "what-for/paragraph-2". */
  id: string
  form: BlockForm
  /** What a translator reads: one line, with its inline markup. */
  text: string
  /** Where it stands in its file. */
  start: number
  end: number
}

/** The hash by which a translation remembers the source that it was made from. */
export function blockHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** A text on one line, except for the breaks that its author wrote with a backslash. */
export function onOneLine(raw: string): string {
  return raw
    .replace(/[^\S\n]*\n[^\S\n]*(?:>[^\S\n]?)*/g, '\n')
    .replace(/(\\?)\n+/g, (_, broken) => (broken ? '\\\n' : ' '))
    .trim()
}
