/** What stands between the values of a line. Spreadsheets expect the one of their language. */
export type Separator = ',' | ';'

// A cell that begins so is a formula to a spreadsheet, full-width forms too (OWASP, CSV injection).
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/
// A spreadsheet of another language parts the values at another sign than the file does, and so
// begins a cell in the middle of a text.
const beginsFormulaWithin = /([,;\t\r\n|"])(?=[=+\-@＝＋－＠])/g

/**
 * The separator that spreadsheets expect in a language: where the comma parts the decimals, it
 * cannot part the values.
 */
export function separatorOf(lang: string): Separator {
  return new Intl.NumberFormat(lang).format(1.5).includes(',') ? ';' : ','
}

function cell(value: string | number | null, separator: Separator): string {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').replaceAll('\0', '').replace(beginsFormulaWithin, "$1'")
  const safe = beginsFormula.test(text) ? `'${text}` : text
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A table as a file for a spreadsheet (RFC 4180): UTF-8 with a byte order mark, so that letters are
 * read rightly, and lines that end in CRLF. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it, also in the middle of a text, where a spreadsheet may begin a cell; a
 * number stays a number.
 */
export function writeCsv(
  rows: readonly (readonly (string | number | null)[])[],
  separator: Separator,
): string {
  return `\uFEFF${rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join('')}`
}

/**
 * A table as a file to download, in a language; `?separator=other` gives the separator that other
 * spreadsheets expect.
 */
export function csvResponse(
  rows: Parameters<typeof writeCsv>[0],
  lang: string,
  url: string,
): Response {
  const usual = separatorOf(lang)
  const other = usual === ',' ? ';' : ','
  const separator = new URL(url).searchParams.get('separator') === 'other' ? other : usual
  return new Response(writeCsv(rows, separator), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="table.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
