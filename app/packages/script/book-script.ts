import { dataId } from './book-data.ts'
import { openBook, startBook } from './start-book.ts'

// The one script of a package, which works without it too: as a text with a key at its end.
// A folder's pages that have nothing to ask or to find bring no data along.
if (document.getElementById(dataId)) startBook(openBook())
