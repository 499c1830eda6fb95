import { htmlText, type PlainText, type TextLoss } from './html-text.ts'
import { markdownHtml } from './markdown-html.ts'
import { inChosenLanguage } from './multilang.ts'

/** How a text was written in the file. */
export type TextFormat = 'html' | 'moodle' | 'markdown' | 'plain' | 'wiki'

const formulaMarks: [string, string][] = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
  ['[tex]', '[/tex]'],
  ['{tex}', '{/tex}'],
  ['\\begin{', '\\end{'],
]
const longestDetail = 120
// Markdown takes long to read; no question in it is as long as a book.
const longestMarkdown = 20_000

/** The first formula in a text as Moodle's filters mark them; empty where there is none. */
function formulaIn(text: string): string {
  for (const [opening, closing] of formulaMarks) {
    const start = text.indexOf(opening)
    const end = start < 0 ? -1 : text.indexOf(closing, start + opening.length)
    if (end > start + opening.length) return text.slice(start, end + closing.length)
  }
  return ''
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
  const formula = formulaIn(written)
  const all: TextLoss[] = [...lost]
  if (formula) all.push({ loss: 'formula', detail: formula })
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
