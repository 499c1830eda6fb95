import { openBook, startBook } from './start-book.ts'

// The one script of a package, which works without it too: as a text with a key at its end.
startBook(openBook())
