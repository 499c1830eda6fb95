import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { LossName } from './conversion-warnings.ts'

/** Something that a text loses with its markup: of which kind, and the words where they help. */
export interface TextLoss {
  loss: LossName
  detail?: string
}

/**
 * A text without markup, and what went with the markup. A line break of the markup is one here too.
 */
export interface PlainText {
  text: string
  lost: TextLoss[]
}

const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'dd',
  'dt',
])
const media = new Set([
  'img',
  'audio',
  'video',
  'source',
  'object',
  'embed',
  'iframe',
  'svg',
  'canvas',
])
// What these say of a text's look is no loss.
const bare = new Set([
  'br',
  'p',
  'div',
  'span',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'table',
  'sup',
  'sub',
  'math',
])
const programs = new Set(['script', 'style'])

const raised = new Map(
  [...'0123456789+-=()ni'].map((plain, i) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][i] as string]),
)
const lowered = new Map(
  [...'0123456789+-=()'].map((plain, i) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] as string]),
)
raised.set('−', '⁻')
lowered.set('−', '₋')
// 1st, XIXe: as words they say the same.
const ordinal = /^(?:st|nd|rd|th|e|er|re|ère|os?|as?)$/i

/** Characters written by name or number, as in HTML and XML. An unknown name stays as it stands. */
export function decodeReferences(text: string, isXml = false): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g,
    (whole, decimal, hex, name) => {
      if (name) {
        if (isXml && !['amp', 'lt', 'gt', 'quot', 'apos'].includes(name)) return whole
        return decodeNamedCharacterReference(name) || whole
      }
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : ''
    },
  )
}

interface Tag {
  name: string
  isEnd: boolean
}

function firstMatch(patterns: RegExp[], text: string, at: number): RegExpExecArray | null {
  for (const pattern of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return found
  }
  return null
}

/**
 * The texts and tags of HTML, each character looked at once. Comments and programs are passed over.
 */
function* piecesOf(html: string): Generator<string | Tag> {
  const lower = html.toLowerCase()
  // The second takes what the first does not: a quotation mark that is never closed.
  const tags = [
    /<(\/?)([a-z][a-z0-9:-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*|\/)?>/iy,
    /<(\/?)([a-z][a-z0-9:-]*)(?:\s[^<>]*|\/)?>/iy,
  ]
  let at = 0
  let text = 0
  while (at >= 0 && at < html.length) {
    at = html.indexOf('<', at)
    if (at < 0) break
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end < 0) break
      yield html.slice(text, at)
      at = text = end + 3
      continue
    }
    const found = firstMatch(tags, html, at)
    if (!found) {
      at++
      continue
    }
    yield html.slice(text, at)
    const name = (found[2] as string).toLowerCase()
    yield { name, isEnd: found[1] === '/' }
    at = text = at + found[0].length
    if (found[1] !== '/' && programs.has(name)) {
      const end = lower.indexOf(`</${name}`, at)
      if (end < 0) return
      at = text = end
    }
  }
  yield html.slice(text)
}

const deepest = 8

/** What is read of HTML so far: its words, and what they have lost. */
class HtmlText {
  #text = ''
  readonly #lost = new Map<string, TextLoss>()
  readonly #open: { name: string; at: number }[] = []
  readonly #counts: number[] = []

  lose(loss: LossName, detail?: string) {
    this.#lost.set(`${loss} ${detail ?? ''}`, detail === undefined ? { loss } : { loss, detail })
  }

  add(html: string) {
    this.#text += decodeReferences(html.replace(/\s+/g, ' '))
  }

  tag({ name, isEnd }: Tag) {
    if (media.has(name)) this.lose('pictures')
    else if (!bare.has(name)) this.lose('formatting')
    if (breaks.has(name)) this.#text += '\n'
    if (name === 'ol' || name === 'ul') this.#list(name, isEnd)
    else if (name === 'li' && !isEnd) this.#item()
    else if ((name === 'td' || name === 'th') && !isEnd)
      this.#text += /\n\s*$/.test(this.#text.slice(-8)) ? '' : ' | '
    else if (['sup', 'sub', 'math', 'table'].includes(name)) this.#meaning(name, isEnd)
  }

  #list(name: string, isEnd: boolean) {
    if (isEnd) this.#counts.pop()
    else this.#counts.push(name === 'ol' ? 1 : 0)
  }

  #item() {
    const number = this.#counts.at(-1) ?? 0
    this.#text += number > 0 ? `${number}) ` : '• '
    if (number > 0) this.#counts[this.#counts.length - 1] = number + 1
  }

  /**
   * Elements whose words mean something else without them: what they hold is looked at when they
   * end. Of those within each other, the outermost: each looks through all that is in it.
   */
  #meaning(name: string, isEnd: boolean) {
    if (!isEnd) {
      this.#open.push({ name, at: this.#text.length })
      return
    }
    const begun = this.#open.pop()
    if (!begun || this.#open.length >= deepest) return
    const words = this.#text.slice(begun.at)
    const before = this.#text.slice(0, begun.at)
    const text = words.replace(/\s+/g, ' ').trim()
    if (name === 'table') this.lose('table', text)
    else if (name === 'math') this.lose('formula', text)
    else this.#text = before + this.#raised(text, name)
  }

  #raised(words: string, name: string): string {
    const signs = name === 'sup' ? raised : lowered
    if ([...words].every((sign) => signs.has(sign)))
      return [...words].map((sign) => signs.get(sign)).join('')
    if (name === 'sup' && ordinal.test(words)) return words
    const written = `${name === 'sup' ? '^' : '_'}(${words})`
    this.lose('raised', written)
    return written
  }

  result(): PlainText {
    return { text: this.#text, lost: [...this.#lost.values()] }
  }
}

/**
 * The words of HTML. Meaning that markup carries is kept in words where it can be, and told where
 * it cannot.
 */
export function htmlText(html: string): PlainText {
  const result = new HtmlText()
  for (const piece of piecesOf(html)) {
    if (typeof piece === 'string') result.add(piece)
    else result.tag(piece)
  }
  return result.result()
}
