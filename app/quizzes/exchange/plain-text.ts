import { htmlText, type PlainText, type TextLoss } from './html-text.ts'
import { markdownHtml } from './markdown-html.ts'
import { inChosenLanguage } from './multilang.ts'

/** How a text was written in the file. */
export type TextFormat = 'html' | 'moodle' | 'markdown' | 'plain' | 'wiki'

const formulaMarks = new Map([
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
  ['[tex]', '[/tex]'],
  ['{tex}', '{/tex}'],
  ['<tex>', '</tex>'],
  ['\\begin{', '\\end{'],
])
const formulaStart = /\\[([]|\$\$|\[tex\]|\{tex\}|<tex>|\\begin\{/g
const longestDetail = 120
// Markdown takes long to read; no question in it is as long as a book.
const longestMarkdown = 20_000

/** The formulas in a text as Moodle's filters mark them, each once. */
function formulasIn(text: string): Set<string> {
  const lower = text.toLowerCase()
  const found = new Set<string>()
  // A mark that is never closed is looked for once.
  const unclosed = new Set<string>()
  let at = 0
  for (const { 0: opening, index } of lower.matchAll(formulaStart)) {
    if (index < at || unclosed.has(opening)) continue
    const closing = formulaMarks.get(opening) as string
    const start = index + opening.length
    const end = lower.indexOf(closing, start)
    if (end < 0) unclosed.add(opening)
    if (end <= start) continue
    at = end + closing.length
    found.add(text.slice(index, at))
  }
  return found
}

const short = (text: string) =>
  text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text

function readText(written: string, format: TextFormat): PlainText {
  switch (format) {
    case 'plain':
      return { text: written, lost: [] }
    case 'wiki':
      return { text: written, lost: [{ loss: 'formatting' }] }
    case 'markdown':
      if (written.length > longestMarkdown) return { text: written, lost: [{ loss: 'formatting' }] }
      // A table of Markdown is lines of bars and hyphens.
      return withTable(
        htmlText(markdownHtml(written)),
        /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*\|/m.test(written),
      )
    case 'moodle':
      // In Moodle's own format a line break of the text is one on the page.
      return htmlText(written.replace(/\r?\n/g, '<br>'))
    case 'html':
      return htmlText(written)
  }
}

function withTable({ text, lost }: PlainText, hasTable: boolean): PlainText {
  return hasTable
    ? { text, lost: [...lost, { loss: 'table', detail: text.replace(/\s+/g, ' ').trim() }] }
    : { text, lost }
}

/**
 * A text as a course can hold it: its words in one language, with each line trimmed and empty lines
 * left out.
 */
export function plainText(
  written: string,
  format: TextFormat,
  language: string | null = null,
): PlainText {
  const ownText = inChosenLanguage(written, language)
  const { text, lost } = readText(ownText.text, format)
  const all: TextLoss[] = [...lost]
  for (const formula of formulasIn(written)) all.push({ loss: 'formula', detail: formula })
  if (ownText.languages.length > 0)
    all.push({ loss: 'multilang', detail: ownText.languages.join(', ') })
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return {
    text: lines.filter(Boolean).join('\n'),
    lost: all.map(({ loss, detail }) =>
      detail === undefined ? { loss } : { loss, detail: short(detail) },
    ),
  }
}
