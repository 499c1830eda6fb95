/** A piece of a text as a translator's program shows it: words, or a code that must stay. */
export type Piece = { kind: 'text'; text: string } | { kind: 'code'; text: string; id: number }

// What is escaped by its author is words. Of a gap, the example is words too.
const code =
  /\\[^\n]|(\\\n|<[A-Z]\w*[^>]*?\bexample="|<\/?[A-Z]\w*(?:\s+\w+="[^"<>]*")*\s*\/?>|(?<=<[A-Z][^<>]*\bexample="[^"<>]*)"[^"<>]*\/?>|\*{1,3}|\]\([^()\s]*\)|\[(?=[^[\]]*\]\()|_{3,}|\{\{\s*\w+\s*\}\})/g

function split(text: string): { text: string; isCode: boolean }[] {
  const pieces: { text: string; isCode: boolean }[] = []
  let words = ''
  let at = 0
  for (const match of text.matchAll(code)) {
    words += text.slice(at, match.index)
    at = match.index + match[0].length
    if (match[1] === undefined) words += match[0]
    else {
      if (words) pieces.push({ text: words, isCode: false })
      pieces.push({ text: match[0], isCode: true })
      words = ''
    }
  }
  words += text.slice(at)
  if (words) pieces.push({ text: words, isCode: false })
  return pieces
}

/**
 * Parts a text and its translation into words and codes. A code has the same number in both, so that
 * programs can tell whether one is lost. The pieces put together are the text.
 */
export function inlineCodes(source: string, target: string): { source: Piece[]; target: Piece[] } {
  const known: { text: string; id: number; isUsed: boolean }[] = []
  let count = 0
  const number = (text: string, isSource: boolean) => {
    const same = isSource ? undefined : known.find((one) => one.text === text && !one.isUsed)
    if (same) {
      same.isUsed = true
      return same.id
    }
    count++
    if (isSource) known.push({ text, id: count, isUsed: false })
    return count
  }
  const pieces = (text: string, isSource: boolean) =>
    split(text).map(
      (piece): Piece =>
        piece.isCode
          ? { kind: 'code', text: piece.text, id: number(piece.text, isSource) }
          : { kind: 'text', text: piece.text },
    )
  return { source: pieces(source, true), target: pieces(target, false) }
}
