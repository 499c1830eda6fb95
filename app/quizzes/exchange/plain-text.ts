import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { LossName } from './losses.ts'

/** How a text was written in the file. */
export type TextFormat = 'html' | 'moodle' | 'markdown' | 'plain'

/** A text without markup, and what went with the markup. A line break of the markup is one here too. */
export interface PlainText {
  text: string
  lost: LossName[]
}

const tag = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?([a-z][a-z0-9]*)(?:\s[^<>]*|\/)?>/gi
const breaks = new Set(['br', 'p', 'div', 'li', 'tr', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'])
const media = new Set(['img', 'audio', 'video', 'source', 'object', 'embed', 'iframe', 'svg', 'canvas'])
// What these say of a text's look is no loss.
const bare = new Set(['br', 'p', 'div', 'span'])

/** Characters written by name or number, as in HTML and XML. An unknown name stays as it stands. */
export function decodeReferences(text: string, isXml = false): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (whole, decimal, hex, name) => {
    if (name) {
      if (isXml && !['amp', 'lt', 'gt', 'quot', 'apos'].includes(name)) return whole
      return decodeNamedCharacterReference(name) || whole
    }
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

function fromHtml(html: string): PlainText {
  const lost = new Set<LossName>()
  const text = html.replace(/\s+/g, ' ').replace(tag, (_, program: string | undefined, name: string | undefined) => {
    const element = (program ?? name ?? '').toLowerCase()
    if (media.has(element)) lost.add('pictures')
    else if (element && !bare.has(element)) lost.add('formatting')
    return breaks.has(element) ? '\n' : ''
  })
  return { text: decodeReferences(text), lost: [...lost] }
}

function fromMarkdown(markdown: string): PlainText {
  const tree = unified().use(remarkParse).parse(markdown)
  const text = tree.children.map((node) => textOf(node)).join('\n')
  return { text, lost: text.trim() === markdown.trim() ? [] : ['formatting'] }
}

/** A text as a course can hold it: its words, with each line trimmed and empty lines left out. */
export function plainText(written: string, format: TextFormat): PlainText {
  const { text, lost } =
    format === 'plain' ? { text: written, lost: [] } : format === 'markdown' ? fromMarkdown(written) : fromHtml(keepLines(written, format))
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return {
    text: lines
      .join('\n')
      .replace(/\n+/g, '\n')
      .replace(/^\n|\n$/g, ''),
    lost,
  }
}

/** In Moodle's own format a line break of the text is one on the page. */
function keepLines(text: string, format: TextFormat): string {
  return format === 'moodle' ? text.replace(/\r?\n/g, '<br>') : text
}
