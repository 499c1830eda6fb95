import { makeAnkiDeck } from './anki/anki-deck.ts'
import type { Book } from './book.ts'
import { makeDevicePages } from './device/device-pages.server.tsx'
import { makeEpub } from './epub/epub.server.tsx'
import { makeFolder } from './folder/folder.server.tsx'
import { makeOneFile } from './html/one-file.server.tsx'
import type { Paper } from './pdf/book-pages.server.tsx'
import { makePdf } from './pdf/pdf.server.ts'
import type { Browser } from './pdf/print-page.server.ts'
import { makeScorm } from './scorm/scorm.server.tsx'
import { makeZim } from './zim/zim.server.ts'

/** A form in which a book can be carried away. */
export interface PackageForm {
  /** What the file's name ends with. */
  ending: string
  make(book: Book, options: PackageOptions): Promise<Uint8Array>
}

/** What can be chosen for forms that know it. */
export interface PackageOptions {
  withPictures: boolean
  paper: Paper
  /** The browser that prints; null where there is none. */
  browser: Browser | null
}

/** The forms of packages, by the name that is typed for them. */
export const packageForms = {
  html: { ending: 'html', make: makeOneFile },
  epub: { ending: 'epub', make: makeEpub },
  anki: { ending: 'txt', make: makeAnkiDeck },
  folder: { ending: 'zip', make: makeFolder },
  zim: { ending: 'zim', make: makeZim },
  device: { ending: 'json', make: makeDevicePages },
  pdf: { ending: 'pdf', make: makePdf },
  scorm12: { ending: 'zip', make: (book) => makeScorm(book, '1.2') },
  scorm2004: { ending: 'zip', make: (book) => makeScorm(book, '2004') },
} satisfies Record<string, PackageForm>

/** The name of a form. */
export type FormName = keyof typeof packageForms
