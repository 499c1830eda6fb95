import {
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { findLanguage } from '../../i18n/languages.ts'
import type { Lang } from '../model/chapter.ts'
import { blockHash } from './block.ts'
import { type Exchange, type ExchangeUnit, readUnitName, unitName } from './exchange.ts'
import { elementsNamed, readXml, type XmlElement, type XmlNode } from './xml-tree.ts'

/** How the note of a text begins that its translator has to look at. */
const notSure = '?'
const widths = [1800, 6100, 6100]
const maxUnpacked = 50_000_000

interface Look {
  isRightToLeft?: boolean
  size?: number
}

function paragraph(text: string, { isRightToLeft = false, size = 20 }: Look = {}): Paragraph {
  const lines = text.split('\n')
  return new Paragraph({
    bidirectional: isRightToLeft,
    children: lines.map(
      (line, i) =>
        new TextRun({
          text: line,
          size,
          rightToLeft: isRightToLeft,
          ...(i > 0 ? { break: 1 } : {}),
        }),
    ),
  })
}

function row(cells: Paragraph[][], isHead = false): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (children, i) =>
        new TableCell({
          width: { size: widths[i] as number, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children,
        }),
    ),
  })
}

function unitRow(unit: ExchangeUnit, look: Look): TableRow {
  const note = unit.previous === undefined ? '' : ` It was: ${unit.previous}`
  const small = { size: 13 }
  return row([
    [
      paragraph(unitName(unit), small),
      paragraph(unit.base ?? '', small),
      ...(unit.isUnsure
        ? [
            paragraph(
              `${notSure} The source has changed.${note} Delete this note if the translation still holds.`,
              small,
            ),
          ]
        : []),
    ],
    [paragraph(unit.source)],
    [paragraph(unit.target, look)],
  ])
}

/**
 * A document for Word, LibreOffice or paper: the source on the left, the translation beside it. It
 * names no author, site or day.
 */
export async function writeDocx({ place, sourceLang, lang, units }: Exchange): Promise<Uint8Array> {
  const isRightToLeft = directionOf(lang) === 'rtl'
  const help =
    'Write in the column on the right. Leave the first column and what stands in < >, [ ]( ), ** ' +
    'and {{ }} as it is; words inside of them are translated. One cell is one paragraph.'
  const document = new Document({
    styles: { default: { document: { run: { font: 'Noto Sans', size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE },
            margin: { top: 900, bottom: 900, left: 900, right: 900 },
          },
        },
        children: [
          paragraph(help),
          new Table({
            width: { size: 14000, type: WidthType.DXA },
            columnWidths: widths,
            layout: TableLayoutType.FIXED,
            rows: [
              row([[paragraph(place)], [paragraph(sourceLang)], [paragraph(lang)]], true),
              ...units.map((unit) => unitRow(unit, { isRightToLeft })),
            ],
          }),
        ],
      },
    ],
  })
  const core =
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
  return Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: core }])
}

/** The direction of a language that the interface may not have yet. */
function directionOf(lang: Lang): 'ltr' | 'rtl' {
  const known = findLanguage(lang)?.dir
  return known ?? (/^(ar|fa|he|ur|ps|ckb|ug|yi)\b/.test(lang) ? 'rtl' : 'ltr')
}

/** The text of a paragraph: its runs, also those that a person's changes have put in. */
function textOf(node: XmlNode): string {
  if (typeof node === 'string') return ''
  if (node.name === 't') return node.children.filter((one) => typeof one === 'string').join('')
  if (node.name === 'br' || node.name === 'cr') return '\n'
  if (node.name === 'tab') return ' '
  if (node.name === 'noBreakHyphen') return '\u2011'
  // What is struck out while changes are tracked is not there any more.
  if (node.name === 'del' || node.name === 'pPr' || node.name === 'rPr') return ''
  return node.children.map(textOf).join('')
}

const paragraphsIn = (cell: XmlElement | undefined) =>
  cell ? elementsNamed(cell, 'p').map(textOf) : []

function unitOfRow(cells: XmlElement[]): ExchangeUnit | null {
  const [name = '', base = '', ...notes] = paragraphsIn(cells[0]).map((text) => text.trim())
  if (!name.includes('#')) return null
  const text = (cell: XmlElement | undefined) =>
    paragraphsIn(cell)
      .filter((one, i, all) => one !== '' || (i > 0 && i < all.length - 1))
      .join('\n\n')
  const target = text(cells[2])
  const isNoted = notes.some((note) => note.startsWith(notSure))
  return {
    ...readUnitName(name),
    source: text(cells[1]),
    target,
    base: base || null,
    // A text that was written over has been looked at.
    isUnsure: isNoted && base === blockHash(target),
  }
}

/** The texts of a document that came back. Throws where it is none of ours. */
export function readDocx(content: Uint8Array): Exchange {
  const wanted = 'word/document.xml'
  const files = unzipSync(content, {
    filter: ({ name, originalSize }) => name === wanted && originalSize < maxUnpacked,
  })
  const file = files[wanted]
  if (!file) throw new Error('This is no document of Word.')
  const rows = elementsNamed(readXml(strFromU8(file)), 'tr').map((one) => elementsNamed(one, 'tc'))
  const [place = '', sourceLang = '', lang = ''] = (rows[0] ?? []).map((cell) =>
    paragraphsIn(cell).join('').trim(),
  )
  const units = rows.slice(1).flatMap((cells) => unitOfRow(cells) ?? [])
  return { place, sourceLang, lang, units }
}
