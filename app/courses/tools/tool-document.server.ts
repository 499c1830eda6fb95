import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { writeNumber } from '../../i18n/read-number.ts'
import { exampleCalculation } from './calculate.ts'
import { tableTotals } from './table-totals.ts'
import type { Block, Inline, ToolTable, ToolText } from './tool.ts'

/** Words that a document has apart from the tool's own. */
export interface DocumentWords {
  seenBy: string
  destroy: string
  total: string
  /** Says that the branch and its figures are made up; on an example only. */
  madeUp: string
}

interface Form {
  isFilled: boolean
  lang: string
  isRightToLeft: boolean
  words: DocumentWords
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
const noRule = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function runs(content: Inline[], { isFilled, isRightToLeft }: Form): ParagraphChild[] {
  return content.map((one) => {
    if (one.kind === 'text')
      return new TextRun({
        text: one.text,
        bold: one.isStrong,
        italics: one.isEmphasis,
        rightToLeft: isRightToLeft,
      })
    const text = isFilled ? one.example : '\u00a0'.repeat(one.size * 2)
    return new TextRun({ text, underline: {}, rightToLeft: isRightToLeft })
  })
}

function line(children: ParagraphChild[], form: Form, more: object = {}): Paragraph {
  return new Paragraph({
    bidirectional: form.isRightToLeft,
    spacing: { after: 120 },
    children,
    ...more,
  })
}

const words = (text: string, form: Form, bold = false) =>
  new TextRun({ text, bold, rightToLeft: form.isRightToLeft })

/** A label, and after it what is filled in, over a line to write on. */
function labelled(label: string, value: string, form: Form): Paragraph {
  return line([words(`${label}  `, form, true), words(form.isFilled ? value : '', form)], form, {
    border: { bottom: { ...rule, space: 1 }, between: { ...rule, space: 1 } },
    spacing: { before: 120, after: 120 },
  })
}

/** How wide each column is, in percent, by its longest text. */
function columnShares(rows: { cells: string[] }[]): number[] {
  const lengths = (rows[0]?.cells ?? []).map((_, i) =>
    Math.min(28, Math.max(6, ...rows.map(({ cells }) => cells[i]?.length ?? 0))),
  )
  const sum = lengths.reduce((all, one) => all + one, 0)
  return lengths.map((one) => (100 * one) / sum)
}

function tableOf(
  rows: { cells: string[]; isHead?: boolean }[],
  isNumber: boolean[],
  form: Form,
  shares = columnShares(rows),
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: form.isRightToLeft,
    rows: rows.map(
      ({ cells, isHead }) =>
        new TableRow({
          tableHeader: isHead,
          cantSplit: true,
          children: cells.map(
            (text, i) =>
              new TableCell({
                width: { size: shares[i] ?? 10, type: WidthType.PERCENTAGE },
                margins: { top: 60, bottom: 60, left: 80, right: 80 },
                children: [
                  new Paragraph({
                    bidirectional: form.isRightToLeft,
                    alignment: isNumber[i] ? AlignmentType.END : AlignmentType.START,
                    children: [words(text, form, isHead)],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

function sheetTable(table: ToolTable, form: Form): Table {
  const { isFilled, lang } = form
  const blank = (_: unknown, row: number) =>
    table.columns.map(({ isFixed }, i) => (isFixed ? (table.examples[row]?.[i] ?? '') : ''))
  const rows = isFilled ? table.examples : Array.from({ length: table.rows }, blank)
  const totals = tableTotals(table, lang)?.map((total, i) => {
    if (total === null) return i === 0 ? form.words.total : ''
    return isFilled ? writeNumber(total.value, lang, total.decimals) : ''
  })
  return tableOf(
    [
      { cells: table.columns.map(({ title }) => title), isHead: true },
      ...rows.map((cells) => ({ cells })),
      ...(totals ? [{ cells: totals, isHead: false }] : []),
    ],
    table.columns.map(({ isNumber }) => isNumber),
    form,
    columnShares([
      { cells: table.columns.map(({ title }) => title) },
      ...table.examples.map((cells) => ({ cells })),
    ]),
  )
}

function calculatorTable(block: Extract<Block, { kind: 'calculator' }>, form: Form): Table {
  const { typed, results } = exampleCalculation(block, form.lang)
  const row = ({ id, label, unit }: { id: string; label: string; unit: string }) => ({
    cells: [label, form.isFilled ? (typed[id] ?? results[id] ?? '') : '', unit],
  })
  return tableOf(
    [...block.inputs, ...block.results].map(row),
    [false, true, false],
    form,
    [70, 18, 12],
  )
}

function blockOf(block: Block, form: Form): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        line(runs(block.content, form), form, {
          heading: block.depth === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
        }),
      ]
    case 'paragraph':
      return [line(runs(block.content, form), form)]
    case 'list':
      return block.items.map((item, i) =>
        line([words(block.isOrdered ? `${i + 1}. ` : '• ', form), ...runs(item, form)], form, {
          indent: { start: 360, hanging: 360 },
        }),
      )
    case 'field':
      return [labelled(block.label, block.example, form)]
    case 'lines': {
      const rows = Array.from({ length: form.isFilled ? 0 : block.rows - 1 })
      const more = rows.map(() => labelled('', '', form))
      return [labelled(block.label, block.example, form), ...more]
    }
    case 'tick':
      return [
        line([words(`${form.isFilled && block.isTicked ? '☒' : '☐'} ${block.label}`, form)], form),
      ]
    case 'table':
      return [sheetTable(block, form), line([], form)]
    case 'box':
      return [
        line([words(block.title, form, true)], form, {
          keepNext: true,
          border: { top: { ...rule, space: 4 } },
        }),
        ...block.blocks.flatMap((inner) => blockOf(inner, form)),
        line([], form, { border: { bottom: { ...rule, space: 1 }, top: noRule } }),
      ]
    case 'calculator':
      return [calculatorTable(block, form), line([], form)]
    case 'new-sheet':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/**
 * What a document says of itself: its title alone. The library would add an author and the second.
 */
function coreProperties(title: string): string {
  const escaped = title.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
  const names = {
    cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    dc: 'http://purl.org/dc/elements/1.1/',
  }
  return (
    `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="${names.cp}" ` +
    `xmlns:dc="${names.dc}"><dc:title>${escaped}</dc:title></cp:coreProperties>`
  )
}

/**
 * A tool as a document that Word and LibreOffice open: blank, or as the invented branch filled it
 * in. It names no author, site or day.
 */
export async function toolDocument(text: ToolText, form: Form): Promise<Buffer> {
  const foot = [
    words(`${form.words.seenBy} `, form, true),
    words(`${text.seenBy} `, form),
    words(`${form.words.destroy} `, form, true),
    words(text.destroy, form),
  ]
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: 'Noto Sans', size: 21, language: { value: form.lang } } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 900, left: 1000, right: 1000 } } },
        footers: { default: new Footer({ children: [line(foot, form)] }) },
        children: [
          line([words(text.title, form)], form, { heading: HeadingLevel.HEADING_1 }),
          ...(form.isFilled ? [line([words(form.words.madeUp, form)], form)] : []),
          ...text.blocks.flatMap((block) => blockOf(block, form)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(text.title) },
  ])
}
