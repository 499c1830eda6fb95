import type { ReactNode } from 'react'
import { writeNumber } from '../../i18n/read-number.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Calculation } from './calculate.ts'
import { CalculatorForm, PaperCalculator } from './calculator-form.tsx'
import { tableTotals } from './table-totals.ts'
import type { Block, Inline, ToolTable } from './tool.ts'

/** How a tool is shown: to be filled in, or as the invented branch filled it in. */
export interface Sheet {
  isFilled: boolean
  /** The language of the text, which says how numbers are written. */
  lang: string
  /** The calculators as they stand, by id. */
  calculations: Record<string, Calculation>
  /** Where a calculator's form is sent; null where there is nobody to send it to. */
  address: string | null
}

/** A list with each thing's place in it, by which React tells them apart: a sheet never changes. */
function placed<T>(items: readonly T[]): { at: number; item: T }[] {
  return items.map((item, at) => ({ at, item }))
}

// A style attribute is refused by the Content-Security-Policy: an empty gap is as wide as its
// spaces.
const empty = '\u00a0'

function Line({ content, isFilled }: { content: Inline[]; isFilled: boolean }) {
  return placed(content).map(({ at: key, item: one }) => {
    if (one.kind === 'gap')
      return (
        <span className="fill" key={key}>
          {isFilled ? one.example : empty.repeat(one.size * 2)}
        </span>
      )
    if (one.isStrong) return <strong key={key}>{one.text}</strong>
    return one.isEmphasis ? <em key={key}>{one.text}</em> : one.text
  })
}

function Row({ cells, table, isHead }: { cells: ReactNode[]; table: ToolTable; isHead?: boolean }) {
  return (
    <tr>
      {table.columns.map(({ letter, isNumber }, i) =>
        isHead ? (
          <th key={letter} scope="col" className={isNumber ? 'number' : undefined}>
            {cells[i]}
          </th>
        ) : (
          <td key={letter} className={isNumber ? 'number' : undefined}>
            {cells[i]}
          </td>
        ),
      )}
    </tr>
  )
}

function SheetTable({ table, sheet }: { table: ToolTable; sheet: Sheet }) {
  const { t } = useTexts()
  const { isFilled, lang } = sheet
  const rows = isFilled
    ? table.examples
    : Array.from({ length: table.rows }, (_, i) =>
        table.columns.map(({ isFixed }, column) =>
          isFixed ? (table.examples[i]?.[column] ?? '') : '',
        ),
      )
  const totals = tableTotals(table, lang)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen must be scrolled with keys too (WCAG 2.1.1).
    <div className="wide" role="region" aria-label={t('tools:table')} tabIndex={0}>
      <table className="tool-table">
        <thead>
          <Row isHead table={table} cells={table.columns.map(({ title }) => title)} />
        </thead>
        <tbody>
          {placed(rows).map(({ at, item }) => (
            <Row key={at} table={table} cells={item} />
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <Row
              table={table}
              cells={totals.map((total, i) =>
                total === null
                  ? i === 0
                    ? t('tools:total')
                    : ''
                  : isFilled
                    ? writeNumber(total.value, lang, total.decimals)
                    : '',
              )}
            />
          </tfoot>
        )}
      </table>
    </div>
  )
}

function OneBlock({ block, sheet }: { block: Block; sheet: Sheet }) {
  const { isFilled } = sheet
  switch (block.kind) {
    case 'heading': {
      const Heading = block.depth === 2 ? 'h2' : 'h3'
      return (
        <Heading>
          <Line content={block.content} isFilled={isFilled} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} isFilled={isFilled} />
        </p>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {placed(block.items).map(({ at, item }) => (
            <li key={at}>
              <Line content={item} isFilled={isFilled} />
            </li>
          ))}
        </List>
      )
    }
    case 'field':
      return (
        <p className="tool-field">
          <span>{block.label}</span>{' '}
          <span className="fill">{isFilled ? block.example : empty}</span>
        </p>
      )
    case 'lines':
      return (
        <div className="tool-lines">
          <p>{block.label}</p>
          {isFilled ? (
            <p className="filled">{block.example}</p>
          ) : (
            placed(Array.from({ length: block.rows })).map(({ at }) => <div key={at} />)
          )}
        </div>
      )
    case 'tick':
      return (
        <p className="tool-tick">
          <span aria-hidden="true">{isFilled && block.isTicked ? '☒' : '☐'}</span> {block.label}
          {isFilled && block.isTicked && <TickedWord />}
        </p>
      )
    case 'table':
      return <SheetTable table={block} sheet={sheet} />
    case 'box':
      return (
        <section className="tool-box">
          <h3>{block.title}</h3>
          <ToolBlocks blocks={block.blocks} sheet={sheet} />
        </section>
      )
    case 'calculator':
      return sheet.address === null ? (
        <PaperCalculator calculator={block} calculation={sheet.calculations[block.id]} />
      ) : (
        <CalculatorForm
          calculator={block}
          calculation={sheet.calculations[block.id]}
          address={sheet.address}
        />
      )
    case 'new-sheet':
      return <hr className="new-sheet" />
  }
}

function TickedWord() {
  const { t } = useTexts()
  return <span className="unseen"> ({t('tools:ticked')})</span>
}

/** The parts of a tool in their order. */
export function ToolBlocks({ blocks, sheet }: { blocks: Block[]; sheet: Sheet }) {
  return placed(blocks).map(({ at, item }) => <OneBlock key={at} block={item} sheet={sheet} />)
}
