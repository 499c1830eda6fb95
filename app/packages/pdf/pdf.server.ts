import { type Book, monthOf } from '../book.ts'
import { compileStyle } from '../compile-assets.server.ts'
import { bookPages, type Paper } from './book-pages.server.tsx'
import { datedBy, pagesOf } from './pages-of.ts'
import { type Browser, printPage } from './print-page.server.ts'

/** Nothing is printed without a browser. */
export class NoBrowser extends Error {}

/**
 * The book as a PDF: tagged, with real text in every script, an outline, page numbers in the contents
 * and in the list of countries. It is printed twice: the first time to learn on which page each place
 * stands. Throws `NoBrowser` where there is none.
 */
export async function makePdf(
  book: Book,
  { paper, browser }: { paper: Paper; browser: Browser | null },
): Promise<Uint8Array> {
  if (!browser) throw new NoBrowser()
  const style = await compileStyle('pdf/pdf.css')
  const print = (pages: ReadonlyMap<string, number>) =>
    printPage(bookPages(book, { paper, style, pageOf: (id) => pages.get(id) ?? null }), browser)
  const pages = pagesOf(await print(new Map()))
  return datedBy(await print(pages), monthOf(book))
}
