import type { Formula } from './formula.ts'

/** A piece of a line: words, or a gap to be written in. */
export type Inline =
  | { kind: 'text'; text: string; isStrong?: true; isEmphasis?: true }
  | { kind: 'gap'; id: string; example: string; size: number }

/** A column of a table, named by a letter as in a spreadsheet. */
export interface Column {
  letter: string
  title: string
  isNumber: boolean
  /** Whether its text is printed on the blank sheet too. */
  isFixed: boolean
  formula: Formula | null
  hasTotal: boolean
}

/** A table to be filled in: the rows of the example, and how many rows the blank has. */
export interface ToolTable {
  kind: 'table'
  id: string
  columns: Column[]
  examples: string[][]
  rows: number
}

/** A number that a calculator asks for. */
export interface CalculatorInput {
  id: string
  label: string
  unit: string
  example: number
}

/** A number that a calculator works out, from the inputs and the results before it. */
export interface CalculatorResult {
  id: string
  label: string
  unit: string
  formula: Formula
}

/** A part of a tool, in the order in which it stands. */
export type Block =
  | { kind: 'heading'; depth: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'field'; id: string; label: string; example: string }
  | { kind: 'lines'; id: string; label: string; rows: number; example: string }
  | { kind: 'tick'; id: string; label: string; isTicked: boolean }
  | ToolTable
  | { kind: 'box'; title: string; blocks: Block[] }
  | { kind: 'calculator'; id: string; inputs: CalculatorInput[]; results: CalculatorResult[] }
  | { kind: 'new-sheet' }

/** A tool in one language. */
export interface ToolText {
  lang: string
  title: string
  summary: string
  /** Who may see it when it is filled in. */
  seenBy: string
  /** When it is to be destroyed. */
  destroy: string
  version: number
  state: 'source' | 'draft' | 'reviewed'
  /** What is on the sheet. */
  blocks: Block[]
  /** How a group does the same that may keep no paper. */
  withoutPaper: Block[]
}

/** A form, script, sheet or calculator that a branch can use, in all its languages. */
export interface Tool {
  slug: string
  /** The number of the chapter that it belongs to. */
  chapter: number
  /** How many printed sheets it may fill. */
  sheets: 1 | 2
  texts: Map<string, ToolText>
}

/** Every part of a tool, those inside boxes too. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [
    block,
    ...(block.kind === 'box' ? allBlocks(block.blocks) : []),
  ])
}

/** Whether a tool has something to calculate, and so is offered as a spreadsheet too. */
export function isCalculated(text: Pick<ToolText, 'blocks'>): boolean {
  return allBlocks(text.blocks).some(
    (block) =>
      block.kind === 'calculator' ||
      (block.kind === 'table' &&
        block.columns.some(({ formula, hasTotal }) => formula || hasTotal)),
  )
}

/**
 * The words of a tool without its form, for search: each paragraph, list item, cell and label by
 * itself, so that no two are read as one sentence.
 */
export function plainTexts({ summary, blocks }: Pick<ToolText, 'summary' | 'blocks'>): string[] {
  const ofInline = (content: Inline[]) =>
    content.map((one) => (one.kind === 'text' ? one.text : '…')).join('')
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return [ofInline(block.content)]
    if (block.kind === 'list') return block.items.map(ofInline)
    if (block.kind === 'table') return [block.columns.map(({ title }) => title).join(' · ')]
    if (block.kind === 'calculator')
      return [...block.inputs, ...block.results].map(({ label }) => label)
    if (block.kind === 'box') return [block.title, ...block.blocks.flatMap(ofBlock)]
    return 'label' in block ? [block.label] : []
  }
  return [summary, ...blocks.flatMap(ofBlock)]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
