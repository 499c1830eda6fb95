import type { Gap } from './bank.ts'
import { decodeReferences } from './html-text.ts'

/**
 * An answer in a gap as it stands in the file: its share of the marks in percent, its words, and
 * what is said of it, in HTML.
 */
interface ClozeAnswer {
  text: string
  feedback: string
  share: number
}

/**
 * A gap that was found in a text: one to write in, a number to write, or something to choose from.
 */
export interface ClozeGap {
  kind: 'short' | 'number' | 'choice'
  isCaseSensitive: boolean
  answers: ClozeAnswer[]
}

/**
 * A text with gaps, as it was read. Where one was begun and never ended, or is of no kind,
 * `isBroken` says so.
 */
export interface ClozeText {
  html: string
  gaps: ClozeGap[]
  isBroken: boolean
}

/** What stands in a text in the place of a gap. It is no character of any script. */
export const gapMark = '\ue001'

const kinds: Record<string, ClozeGap['kind']> = Object.fromEntries([
  ...['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC'].map((name) => [name, 'short']),
  ...['NUMERICAL', 'NM'].map((name) => [name, 'number']),
  ...['', '_V', '_H', '_S', '_VS', '_HS'].flatMap((how) => [
    [`MULTICHOICE${how}`, 'choice'],
    [`MC${how.replace('_', '')}`, 'choice'],
    [`MULTIRESPONSE${how}`, 'choice'],
    [`MR${how.replace('_', '')}`, 'choice'],
  ]),
])
const caseSensitive = new Set(['SHORTANSWER_C', 'SAC', 'MWC'])

/**
 * Words inside of a gap, where a backslash stands before what ends an answer: every sign that means
 * something there is written by its number.
 */
function escaped(text: string): string {
  return text
    .replace(/\\(?=[}#])/g, '\\\\')
    .replace(/[\\~#{}=%&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/**
 * A gap as Moodle's embedded answers have it. `asHtml` makes HTML of words: an answer is compared
 * as it stands, and what is said of it is shown.
 */
export function writeGap(
  { accepted, wrong, reason }: Gap,
  asHtml: (text: string) => string,
): string {
  const alternative = (mark: string, text: string, said: string) =>
    `${mark}${escaped(text.replaceAll('*', '\\*'))}${said ? `#${escaped(asHtml(said))}` : ''}`
  const alternatives = [
    ...accepted.map((text) => alternative('=', text, reason)),
    ...wrong.map((one) => alternative('%0%', one.text, one.reason)),
  ]
  return `{1:SHORTANSWER:${alternatives.join('~')}}`
}

const unescaped = (text: string) =>
  decodeReferences(text).replaceAll('\\}', '}').replaceAll('\\#', '#')

function answerIn(written: string, hash: number): ClozeAnswer {
  const [answer, feedback] =
    hash < 0 ? [written, ''] : [written.slice(0, hash), written.slice(hash + 1)]
  const [, mark = '', percent = '0', text = ''] =
    /^(=|%(-?\d+(?:[.,]\d*)?)%)?([\s\S]*)$/.exec(answer) ?? []
  return {
    share: mark === '=' ? 100 : Number(percent.replace(',', '.')),
    text: unescaped(text).trim(),
    feedback: unescaped(feedback),
  }
}

/**
 * The answers from a place in the text to the gap's end, and where that is. Null where it has no
 * end. Each sign is looked at once.
 */
function answersFrom(html: string, start: number): { answers: ClozeAnswer[]; end: number } | null {
  const answers: ClozeAnswer[] = []
  let [from, hash] = [start, -1]
  const signs = /[~#}]/g
  signs.lastIndex = start
  for (const { index: at, 0: sign } of html.matchAll(signs)) {
    const isReference = hash < 0 && (html[at - 1] === '&' || html.slice(at - 5, at) === '&amp;')
    if (html[at - 1] === '\\' || isReference || (sign === '#' && hash >= 0)) continue
    if (sign === '#') {
      hash = at - from
      continue
    }
    answers.push(answerIn(html.slice(from, at), hash))
    if (sign === '}') return { answers: answers.filter(({ text }) => text !== ''), end: at + 1 }
    ;[from, hash] = [at + 1, -1]
  }
  return null
}

/** A text in HTML with a mark in the place of each gap, and the gaps in their order. */
export function readGaps(html: string): ClozeText {
  const gaps: ClozeGap[] = []
  let [result, rest, isBroken] = ['', 0, false]
  for (const { index, 0: opening, 1: name = '' } of html.matchAll(/\{\d*:([A-Z_]+):/g)) {
    if (index < rest) continue
    const kind = kinds[name]
    const found = kind && answersFrom(html, index + opening.length)
    if (!found) {
      isBroken = true
      break
    }
    gaps.push({ kind, isCaseSensitive: caseSensitive.has(name), answers: found.answers })
    result += html.slice(rest, index) + gapMark
    rest = found.end
  }
  return { html: result + html.slice(rest), gaps, isBroken }
}
