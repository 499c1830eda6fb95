/** A text in one language, and the languages that it was written in where there are several. */
export interface ResponseText {
  text: string
  languages: string[]
}

// The three ways in which Moodle's filters mark languages: spans, an older element of its own, and
// words in braces.
const marks = /<span\b([^<>]*)>|<\/span\s*>|<lang\b([^<>]*)>|<\/lang\s*>|\{mlang(\s[^{}]*)?\}/gi

function languageOf(attributes: string): string {
  return /\blang\s*=\s*["']?([a-z][\w-]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? ''
}

interface Piece {
  text: string
  language: string
}

/**
 * The pieces of a text, each with the language that it is marked with. What is not marked belongs
 * to every language.
 */
function piecesOf(written: string): Piece[] {
  const pieces: Piece[] = []
  const open: { isSpan: boolean; language: string }[] = []
  let rest = 0
  const language = () => open.findLast((one) => one.language !== '')?.language ?? ''
  const cut = (end: number, next: number) => {
    pieces.push({ text: written.slice(rest, end), language: language() })
    rest = next
  }
  for (const { index, 0: mark, 1: span, 2: element, 3: braces } of written.matchAll(marks)) {
    const end = index + mark.length
    if (span !== undefined) {
      const isMarked = /\bclass\s*=\s*["'][^"']*\bmultilang\b/i.test(span)
      if (isMarked) cut(index, end)
      open.push({ isSpan: true, language: isMarked ? languageOf(span) : '' })
    } else if (element !== undefined) {
      cut(index, end)
      open.push({ isSpan: false, language: languageOf(element) })
    } else if (braces !== undefined) {
      cut(index, end)
      const named = braces.trim().toLowerCase()
      open.push({ isSpan: false, language: named === 'other' ? '' : named })
    } else {
      const isSpan = mark.toLowerCase().startsWith('</span')
      const last = open.at(-1)
      if (!last || last.isSpan !== isSpan) continue
      // An end of a span without a language is a span's own, and stays.
      if (last.language !== '' || !isSpan) cut(index, end)
      open.pop()
    }
  }
  cut(written.length, written.length)
  return pieces
}

const isIn = (piece: Piece, language: string) =>
  piece.language
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === language || one.startsWith(`${language}-`))

/**
 * A text as its readers in one language see it. Where it is in several and none of them was chosen,
 * all of them stay in it.
 */
export function inChosenLanguage(written: string, language: string | null): ResponseText {
  if (!/multilang|<lang\b|\{mlang/i.test(written)) return { text: written, languages: [] }
  const pieces = piecesOf(written)
  const languages = [...new Set(pieces.map((piece) => piece.language).filter(Boolean))]
  const all = pieces.map(({ text }) => text).join('')
  if (languages.length < 2) return { text: all, languages: [] }
  const tag = language?.toLowerCase() ?? ''
  if (!pieces.some((piece) => tag && isIn(piece, tag))) return { text: all, languages }
  const text = pieces
    .filter((piece) => piece.language === '' || isIn(piece, tag))
    .map((piece) => piece.text)
  return { text: text.join(''), languages: [] }
}
