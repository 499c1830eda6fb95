import type { TextFormat } from './plain-text.ts'

// GIFT as Moodle's own importer reads it: it looks for the first signs that are not escaped, and
// knows no nesting. A parser with a grammar of its own reads other questions than Moodle does, and
// takes time with the square of a file's length.

/** A text in GIFT without its escapes, and its format. */
export interface GiftText {
  text: string
  format: TextFormat
}

/** An answer: its share of the mark in percent, its words, and what is said of it. */
export interface GiftAnswer {
  share: number
  text: GiftText
  feedback: GiftText
}

/** What stands between the braces of a question. */
export type GiftAnswers =
  | { type: 'description' | 'essay' }
  | { type: 'choice'; isSingle: boolean; answers: GiftAnswer[] }
  | { type: 'short'; answers: GiftAnswer[] }
  | { type: 'number'; answers: GiftAnswer[]; wrongFeedback: GiftText }
  | { type: 'true-false'; isTrue: boolean; whenWrong: GiftText; whenRight: GiftText }
  | { type: 'match'; pairs: { left: GiftText; right: string }[] }
  | { type: 'order'; items: string[]; shown: number }

/** A question as its block says it. */
export interface GiftQuestion {
  kind: 'question'
  name: string
  stem: GiftText
  general: GiftText
  answers: GiftAnswers
}

/**
 * What a block of lines is: a question, a category, or something that Moodle would not take, so
 * many lines into the block.
 */
export type GiftBlock =
  | GiftQuestion
  | { kind: 'category'; path: string }
  | { kind: 'unreadable'; lines: number }

// Signs that are escaped stand as characters that no text has, until the question is taken apart.
const signs = ':#={}~\n'
const firstHidden = 0xfdd0
const hidden = /[\ufdd0-\ufdd6]/g

function hide(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, '').replace(/\\([\\:#={}~n])/g, (_, sign: string) => {
    if (sign === '\\') return '\\'
    return String.fromCharCode(firstHidden + signs.indexOf(sign === 'n' ? '\n' : sign))
  })
}

/** A text with the signs that were escaped in it. */
function excerpt(text: string): string {
  return text.replace(hidden, (sign) => signs[sign.charCodeAt(0) - firstHidden] as string)
}

const formats: Record<string, TextFormat> = {
  html: 'html',
  plain: 'plain',
  markdown: 'markdown',
  moodle: 'moodle',
}

function giftText(written: string, inherited: TextFormat): GiftText {
  const trimmed = written.trim()
  const named = /^\[(html|plain|markdown|moodle)\]/.exec(trimmed)
  const format = named ? (formats[named[1] as string] as TextFormat) : inherited
  return { text: excerpt(named ? trimmed.slice(named[0].length) : trimmed).trim(), format }
}

/** The answer and what is said of it: the first # parts them. */
function answerIn(written: string, share: number, format: TextFormat): GiftAnswer {
  const trimmed = written.trim()
  const weight = /^%(-?\d{1,3}(?:\.\d*)?)%/.exec(trimmed)
  const rest = weight ? trimmed.slice(weight[0].length) : trimmed
  const hash = rest.indexOf('#')
  return {
    share: weight ? Number(weight[1]) : share,
    text: giftText(hash < 0 ? rest : rest.slice(0, hash), format),
    feedback: giftText(hash < 0 ? '' : rest.slice(hash + 1), format),
  }
}

/** The pieces behind each sign; what stands before the first is one too, unless it is empty. */
function piecesBehind(sign: string, text: string): string[] {
  const pieces = text.split(sign)
  return pieces[0]?.trim() === '' ? pieces.slice(1) : pieces
}

function choiceIn(text: string, format: TextFormat): GiftAnswers | null {
  const answers = piecesBehind('~', text.replaceAll('=', '~='))
    .map((piece) => piece.trim())
    .map((piece) =>
      piece.startsWith('=') ? answerIn(piece.slice(1), 100, format) : answerIn(piece, 0, format),
    )
  return answers.length < 2 ? null : { type: 'choice', isSingle: text.includes('='), answers }
}

function matchIn(text: string, format: TextFormat): GiftAnswers | null {
  const pairs = piecesBehind('=', text).map((piece) => {
    const arrow = piece.indexOf('->')
    return arrow < 0
      ? null
      : {
          left: giftText(piece.slice(0, arrow), format),
          right: excerpt(piece.slice(arrow + 2)).trim(),
        }
  })
  const whole = pairs.filter((pair) => pair !== null)
  return whole.length < 2 || whole.length < pairs.length ? null : { type: 'match', pairs: whole }
}

/**
 * A number, alone or with how far an answer may be from it, or two with everything between them.
 */
function isNumber(text: string): boolean {
  const parts = text.split(text.includes('..') ? '..' : ':').map((part) => part.trim())
  return (
    parts.length <= 2 &&
    parts.every(
      (part) => /^[+\d.-][\d.]*(?:e[+-]?\d+)?$/i.test(part) && Number.isFinite(Number(part)),
    )
  )
}

function numberIn(text: string, format: TextFormat): GiftAnswers | null {
  const tilde = text.indexOf('~')
  const wrong = tilde < 0 ? '' : text.slice(tilde)
  const answers = piecesBehind('=', tilde < 0 ? text : text.slice(0, tilde))
    .filter((piece) => piece.trim() !== '')
    .map((piece) => answerIn(piece, 100, format))
  if (
    answers.length === 0 ||
    !answers.every((one) => one.text.text === '*' || isNumber(one.text.text))
  )
    return null
  return {
    type: 'number',
    answers,
    wrongFeedback: wrong ? answerIn(wrong.slice(1), 0, format).feedback : giftText('', format),
  }
}

function trueFalseIn(text: string, format: TextFormat): GiftAnswers | null {
  const [answer = '', wrong = '', ...right] = text.split('#')
  if (!/^(?:T|TRUE|F|FALSE)$/.test(answer.trim())) return null
  return {
    type: 'true-false',
    isTrue: answer.trim().startsWith('T'),
    whenWrong: giftText(wrong, format),
    whenRight: giftText(right.join('#'), format),
  }
}

const orderWords = [
  /^\d+$/,
  /^(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)$/,
  /^(?:HORIZONTAL|HORI|H|VERTICAL|VERT|V|0|1)$/,
  /^(?:ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE\w*|REL|LONGEST_(?:ORDERED|CONTIGUOUS)_SUBSET)$/,
  /^(?:SHOW|TRUE|YES|1|HIDE|FALSE|NO|0)$/,
  /^(?:none|123|abc|ABCD|iii|IIII)$/,
]
const maxShown = 6

/** Moodle's ordering question: behind > how it is shown, then an item a line. */
function orderIn(text: string): GiftAnswers | null {
  const [head = '', ...lines] = text.slice(1).split('\n')
  const words = head.trim().split(/\s+/).filter(Boolean)
  const found = orderWords.map((pattern) =>
    pattern.test(words[0] ?? '') ? (words.shift() as string) : '',
  )
  const items = [words.join(' '), ...lines].map((line) => excerpt(line).trim()).filter(Boolean)
  const count = Number(found[0])
  const some = count >= 2 && count <= items.length ? count : Math.min(maxShown, items.length)
  return items.length < 2
    ? null
    : { type: 'order', items, shown: /^(?:ALL|EXACT)$/.test(found[1] ?? '') ? items.length : some }
}

/** The answers in the order in which Moodle tries its types. */
function answersIn(text: string, format: TextFormat): GiftAnswers | null {
  if (text.startsWith('>')) return orderIn(text)
  if (text === '') return { type: 'essay' }
  if (text.startsWith('#')) return numberIn(text.slice(1), format)
  if (text.includes('~')) return choiceIn(text, format)
  if (text.includes('=') && text.includes('->')) return matchIn(text, format)
  const answers = piecesBehind('=', text).map((piece) => answerIn(piece, 100, format))
  return trueFalseIn(text, format) ?? { type: 'short', answers }
}

/** A name between two pairs of colons, and what stands behind it. */
function namedIn(text: string): { name: string; rest: string } {
  if (!text.startsWith('::')) return { name: '', rest: text }
  const end = text.indexOf('::', 2)
  return end < 0
    ? { name: '', rest: text.slice(2) }
    : { name: excerpt(text.slice(2, end)).trim(), rest: text.slice(end + 2).trim() }
}

const none: GiftText = { text: '', format: 'moodle' }

const linesIn = (text: string) => text.split('\n').length - 1

/** Reads a block of lines without its comments. */
export function parseGift(block: string): GiftBlock {
  const text = hide(block).trim()
  const leading = linesIn(block.slice(0, block.length - block.trimStart().length))
  if (text.startsWith('$CATEGORY:')) {
    const [path = '', ...more] = text.slice('$CATEGORY:'.length).split('\n')
    return more.some((line) => line.trim())
      ? { kind: 'unreadable', lines: leading + 1 }
      : { kind: 'category', path: path.trim() }
  }
  const { name, rest } = namedIn(text)
  const unreadable = (at: number): GiftBlock => ({
    kind: 'unreadable',
    lines: leading + linesIn(text.slice(0, text.length - rest.length + at)),
  })
  const [start, end] = [rest.indexOf('{'), rest.indexOf('}')]
  if (start < 0 && end < 0)
    return {
      kind: 'question',
      name,
      stem: giftText(rest, 'moodle'),
      general: none,
      answers: { type: 'description' },
    }
  if (start < 0 || end < start) return unreadable(start < 0 ? end : start)
  const after = rest.slice(end + 1)
  const another = after.search(/[{}]/)
  if (another >= 0) return unreadable(end + 1 + another)
  const inside = rest.slice(start + 1, end)
  const separator = inside.lastIndexOf('####')
  const stem = giftText(rest.slice(0, start) + (after.trim() ? `_____${after}` : ''), 'moodle')
  const answers = answersIn(
    (separator < 0 ? inside : inside.slice(0, separator)).trim(),
    stem.format,
  )
  if (!answers) return unreadable(start)
  return {
    kind: 'question',
    name,
    stem,
    general: separator < 0 ? none : giftText(inside.slice(separator + 4), stem.format),
    answers,
  }
}
