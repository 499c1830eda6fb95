import type { Paragraph, PhrasingContent, Root, RootContent, Table as TableNode } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { linesWithMarks } from '../checks/unsupported-markdown.ts'
import { type Element, isElement, lineOf } from '../parse/mdx-elements.ts'
import { describeParseError } from '../parse/mdx-error.ts'
import { remarkTables } from '../parse/remark-tables.ts'
import { parseFormula } from './formula.ts'
import { readTable } from './parse-table.ts'
import type { Block, CalculatorInput, CalculatorResult, Inline } from './tool.ts'
import { type Attributes, attributesIn, countOf, oneLine, type Say } from './tool-attributes.ts'

/** Reads the parts of a tool out of its tree. What is wrong is said with its line. */
class ToolReader {
  readonly ids = new Map<string, number>()
  private readonly parents: string[] = []

  constructor(
    private readonly locale: string,
    readonly say: Say,
  ) {}

  private take(attributes: Attributes, line: number): string {
    const id = String(attributes.id ?? '')
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      this.say(line, `The id "${id}" must be lower case words with hyphens.`)
    const before = this.ids.get(id)
    if (before) this.say(line, `The id "${id}" stands on line ${before} already.`)
    this.ids.set(id, line)
    return id
  }

  inline(
    nodes: readonly PhrasingContent[],
    form: { isStrong?: true; isEmphasis?: true } = {},
  ): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return [{ kind: 'text', text: oneLine(node.value), ...form }]
      if (node.type === 'break') return [{ kind: 'text', text: ' ', ...form }]
      if (node.type === 'strong') return this.inline(node.children, { ...form, isStrong: true })
      if (node.type === 'emphasis') return this.inline(node.children, { ...form, isEmphasis: true })
      const line = lineOf(node)
      if (isElement(node) && node.name === 'Gap') {
        const attributes = attributesIn(node, this.parents, this.say) ?? {}
        const size = attributes.size ? countOf(attributes, 'size', 40, line, this.say) : 12
        return [
          {
            kind: 'gap',
            id: this.take(attributes, line),
            example: String(attributes.example),
            size,
          },
        ]
      }
      this.say(line, 'A line of a tool holds words, **strong** and *emphasis*, and <Gap>.')
      return []
    })
  }

  blocks(nodes: readonly RootContent[]): Block[] {
    return nodes.flatMap((node) => this.block(node))
  }

  private block(node: RootContent): Block[] {
    const line = lineOf(node)
    if (node.type === 'paragraph') return this.paragraph(node)
    if (node.type === 'heading') {
      if (node.depth === 2 || node.depth === 3)
        return [{ kind: 'heading', depth: node.depth, content: this.inline(node.children) }]
      this.say(line, 'Headings in a tool are ## and ###; the title stands in the front matter.')
      return []
    }
    if (node.type === 'list') {
      const items = node.children.map((item) => {
        const [first, ...more] = item.children
        if (first?.type !== 'paragraph' || more.length > 0)
          this.say(lineOf(item), 'An item of a list in a tool is one paragraph.')
        return first?.type === 'paragraph' ? this.inline(first.children) : []
      })
      return [{ kind: 'list', isOrdered: node.ordered === true, items }]
    }
    if (isElement(node)) return this.element(node)
    this.say(line, 'This has no place in a tool: it holds text, lists and its own components.')
    return []
  }

  /** A component alone in a line is read as a paragraph that holds nothing else. */
  private paragraph(node: Paragraph): Block[] {
    const inner = node.children.filter((one) => !(one.type === 'text' && one.value.trim() === ''))
    if (inner.length > 0 && inner.every((one) => isElement(one) && one.name !== 'Gap'))
      return inner.flatMap((one) => this.element(one as unknown as Element))
    return [{ kind: 'paragraph', content: this.inline(node.children) }]
  }

  private element(node: Element): Block[] {
    const line = lineOf(node)
    const attributes = attributesIn(node, this.parents, this.say)
    if (!attributes) return []
    const text = (name: string) => String(attributes[name] ?? '')
    switch (node.name) {
      case 'Field':
        return [
          {
            kind: 'field',
            id: this.take(attributes, line),
            label: text('label'),
            example: text('example'),
          },
        ]
      case 'Lines': {
        const example = oneLine(textOf(node)).trim()
        if (!example) this.say(line, '<Lines> needs, inside, what the invented branch wrote.')
        const rows = countOf(attributes, 'rows', 40, line, this.say)
        return [
          { kind: 'lines', id: this.take(attributes, line), label: text('label'), rows, example },
        ]
      }
      case 'Tick':
        return [
          {
            kind: 'tick',
            id: this.take(attributes, line),
            label: text('label'),
            isTicked: attributes.ticked === true,
          },
        ]
      case 'Table':
        return this.table(node, attributes)
      case 'Box':
        return [{ kind: 'box', title: text('title'), blocks: this.inside('Box', node) }]
      case 'Calculator':
        return this.calculator(node, attributes)
      case 'NewSheet':
        return [{ kind: 'new-sheet' }]
      default:
        this.say(line, `<${node.name}> has no place here.`)
        return []
    }
  }

  private inside(name: string, node: Element): Block[] {
    this.parents.push(name)
    const blocks = this.blocks(node.children as RootContent[])
    this.parents.pop()
    return blocks
  }

  private table(node: Element, attributes: Attributes): Block[] {
    const line = lineOf(node)
    const [table, ...more] = node.children as RootContent[]
    const id = this.take(attributes, line)
    const rows = countOf(attributes, 'rows', 60, line, this.say)
    if (table?.type !== 'table' || more.length > 0) {
      this.say(line, '<Table> holds one table in Markdown, with empty lines around it.')
      return []
    }
    const cells = (table as TableNode).children.map((row) =>
      row.children.map((cell) => oneLine(textOf(cell)).trim()),
    )
    const lines = (table as TableNode).children.map(lineOf)
    const isNumber = (table as TableNode).align?.map((align) => align === 'right') ?? []
    const given = {
      fixed: String(attributes.fixed ?? ''),
      totals: String(attributes.totals ?? ''),
      formulas: String(attributes.formulas ?? ''),
    }
    return [readTable({ id, rows, cells, lines, isNumber, ...given }, this.locale, this.say)]
  }

  private calculator(node: Element, attributes: Attributes): Block[] {
    const id = this.take(attributes, lineOf(node))
    const inputs: CalculatorInput[] = []
    const results: CalculatorResult[] = []
    const names = new Set<string>()
    this.parents.push('Calculator')
    const inner = (node.children as RootContent[]).flatMap((one) =>
      one.type === 'paragraph' ? (one.children as (RootContent | Element)[]) : [one],
    )
    for (const one of inner) {
      if (!isElement(one)) {
        if (one.type !== 'text' || one.value.trim())
          this.say(lineOf(one), '<Calculator> holds <Input> and <Result> only.')
        continue
      }
      const line = lineOf(one)
      const given = attributesIn(one, this.parents, this.say) ?? {}
      const name = this.take(given, line).replaceAll('-', '_')
      const shared = { id: name, label: String(given.label), unit: String(given.unit ?? '') }
      if (one.name === 'Input') {
        const example = Number(given.example)
        if (!Number.isFinite(example))
          this.say(line, '"example" of <Input> is a plain number, such as 1200 or 0.5.')
        inputs.push({ ...shared, example })
      } else if (one.name === 'Result') {
        try {
          const formula = parseFormula(String(given.formula))
          results.push({ ...shared, formula })
          for (const needed of namesOf(formula, names))
            this.say(line, `"${needed}" in the formula is no <Input> or <Result> before it.`)
        } catch (error) {
          this.say(line, (error as Error).message)
        }
      }
      names.add(name)
    }
    this.parents.pop()
    return [{ kind: 'calculator', id, inputs, results }]
  }
}

function namesOf(formula: ReturnType<typeof parseFormula>, known: Set<string>): string[] {
  if (formula.kind === 'number') return []
  if (formula.kind === 'name') return known.has(formula.name) ? [] : [formula.name]
  const inner = formula.kind === 'call' ? formula.arguments : [formula.left, formula.right]
  return inner.flatMap((one) => namesOf(one, known))
}

/** What a tool's file says under its front matter. */
export interface ToolContent {
  blocks: Block[]
  withoutPaper: Block[]
  /** The ids of everything that can be filled in, with the lines on which they stand. */
  ids: ReadonlyMap<string, number>
}

/**
 * Reads a tool's text, whose lines are those of the file. All that is wrong is said; null where it
 * cannot be read at all.
 */
export function parseTool(body: string, locale: string, say: Say): ToolContent | null {
  let tree: Root
  try {
    tree = unified().use(remarkParse).use(remarkMdx).use(remarkTables).parse(body)
  } catch (error) {
    const { line, message } = describeParseError(error)
    say(line, message)
    return null
  }
  for (const line of linesWithMarks(tree, body))
    say(
      line,
      'Marks of Markdown are left in this line and would be shown. A tool holds words, ' +
        '**strong** and *emphasis*, lists and its own components.',
    )
  const reader = new ToolReader(locale, say)
  const isWithoutPaper = (node: RootContent) => isElement(node) && node.name === 'WithoutPaper'
  const [without, ...more] = tree.children.filter(isWithoutPaper)
  if (!without)
    say(1, 'The tool lacks <WithoutPaper>: how a group does the same that may keep no paper.')
  for (const extra of more) say(lineOf(extra), 'A tool has one <WithoutPaper>.')
  const blocks = reader.blocks(tree.children.filter((node) => !isWithoutPaper(node)))
  const withoutPaper = without ? reader.blocks((without as Element).children as RootContent[]) : []
  if (blocks.length === 0) say(1, 'The tool is empty.')
  return { blocks, withoutPaper, ids: reader.ids }
}
