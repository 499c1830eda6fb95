import { createHash } from 'node:crypto'
import { translate } from '../../i18n/i18n.ts'
import { langAttribute } from '../../i18n/locale.ts'
import { type Book, monthOf } from '../book.ts'
import { escapeText } from '../place-links.ts'

/** A file of an EPUB as its package document lists it. */
export interface EpubFile {
  name: string
  content: string
  type: 'application/xhtml+xml' | 'image/svg+xml' | 'text/css' | 'text/javascript'
  properties?: 'nav' | 'scripted'
}

/**
 * An id that is the same for the same edition of the same book, and says nothing of who made the
 * file.
 */
function identifierOf(book: Book, withPictures: boolean): string {
  const parts = [book.course.id, book.language.tag, book.version, withPictures]
  const chapters = book.chapters.map(({ slug }) => slug)
  const hash = createHash('sha256')
    .update(JSON.stringify([...parts, ...chapters]))
    .digest('hex')
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return `urn:uuid:${a}-${b}-${c}-${d}-${e}`
}

/** What the book says of how it can be read, in schema.org's words. */
function accessibility(book: Book, withPictures: boolean): [name: string, value: string][] {
  return [
    ['accessMode', 'textual'],
    ...(withPictures ? ([['accessMode', 'visual']] as [string, string][]) : []),
    ['accessModeSufficient', 'textual'],
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'].map(
      (feature): [string, string] => ['accessibilityFeature', feature],
    ),
    ...(withPictures ? ([['accessibilityFeature', 'alternativeText']] as [string, string][]) : []),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', translate(book.language)('packages:accessibility')],
  ]
}

/** The package document: what the EPUB is, what is in it, and in which order it is read. */
export function packageDocument(
  book: Book,
  files: EpubFile[],
  { withPictures }: { withPictures: boolean },
): string {
  const { tag, dir } = book.language
  const idOf = (name: string) => name.replace(/[^\w-]/g, '_').replace(/^(?=[\d-])/, 'f')
  const item = ({ name, type, properties }: EpubFile) =>
    `<item id="${idOf(name)}" href="${name}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`
  const read = files.filter(({ type }) => type === 'application/xhtml+xml')
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${langAttribute(tag)}" dir="${dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifierOf(book, withPictures)}</dc:identifier>
<dc:title>${escapeText(book.title)}</dc:title>
<dc:language>${langAttribute(tag)}</dc:language>
<meta property="dcterms:modified">${monthOf(book)}-01T00:00:00Z</meta>
${accessibility(book, withPictures)
  .map(([name, value]) => `<meta property="schema:${name}">${escapeText(value)}</meta>`)
  .join('\n')}
</metadata>
<manifest>
${files.map(item).join('\n')}
</manifest>
<spine page-progression-direction="${dir}">
${read.map(({ name }) => `<itemref idref="${idOf(name)}"/>`).join('\n')}
</spine>
</package>
`
}
