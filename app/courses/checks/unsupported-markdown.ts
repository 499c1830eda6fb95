import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Root, RootContent, Table, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import {
  firstBeginnings,
  footnote,
  laterBeginnings,
  leftInText,
  lineBeginnings,
} from './markdown-rules.ts'

/** A fault in a chapter's text, on a line of its file. */
export interface MarkdownFault {
  line: number
  message: string
}

type Node = Root | RootContent

/** What is shown from its words alone: all that Markdown makes of them is lost. */
const plainComponents = new Set(['Question', 'Source', 'Label', 'Term'])
const lostInPlain: Record<string, string> = {
  strong: 'bold text',
  emphasis: 'italic text',
  link: 'a link',
  linkReference: 'a link',
  inlineCode: 'code',
  list: 'a list',
  table: 'a table',
  blockquote: 'a quotation',
}
const inTerm = new Set(['strong', 'emphasis'])
/** What begins with its text, and goes on with its parts. */
const beforeParts = new Set(['Question', 'Step'])
/** What shows only the components in it. */
const holders: Record<string, string> = {
  Quiz: '<Question>s',
  Sources: '<Source>s',
  Illustration: '<Label>s',
}

function nameOf(node: Node): string | null {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
    ? (node.name ?? '')
    : null
}

function tableFaults(table: Table): MarkdownFault[] {
  const [head, ...rows] = table.children
  const columns = head?.children.length ?? 0
  const bare = head?.children.some((cell) => textOf(cell).trim() === '')
  return [
    ...(head && bare
      ? [
          {
            line: head.position?.start.line ?? 1,
            message: 'Each column of a table needs a heading in its first row.',
          },
        ]
      : []),
    ...rows.flatMap(({ children, position }) =>
      children.length > columns
        ? [
            {
              line: position?.start.line ?? 1,
              message: `The row has ${children.length} cells, and the table ${columns} columns. For the sign | itself, write \\|.`,
            },
          ]
        : [],
    ),
  ]
}

function paragraphFaults(node: RootContent, lines: string[]): MarkdownFault[] {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } }
  const own = lines.slice(start.line - 1, end.line)
  own[0] = (own[0] ?? '').slice(start.column - 1)
  const found = own.flatMap((text, i) => {
    const rules = i === 0 ? lineBeginnings : [...lineBeginnings, ...laterBeginnings]
    const rule = rules.find(([form]) => form.test(text.trimStart()))
    return rule ? [{ line: start.line + i, message: rule[1] }] : []
  })
  const first = firstBeginnings.find(([form]) => form.test(own.slice(0, 2).join('\n')))
  return found.length === 0 && first ? [{ line: start.line, message: first[1] }] : found.slice(0, 1)
}

/** The line on which the words of a text begin. */
function lineOfText({ value, position }: Text): number {
  return (position?.start.line ?? 1) + (/^\s*/.exec(value)?.[0].split('\n').length ?? 1) - 1
}

/**
 * A text as its author typed it, without the signs that a backslash or a name in HTML says to show
 * as they stand.
 */
function typed({ value, position }: Text, body: string): string {
  const raw = position ? body.slice(position.start.offset, position.end.offset) : value
  return raw.replace(/\\[!-/:-@[-`{-~]|&(#\d+|#x[\da-f]+|\w+);/gi, (sign, name?: string) =>
    name && !name.startsWith('#') && !decodeNamedCharacterReference(name) ? sign : '·',
  )
}

function textFaults(node: Text, body: string): MarkdownFault[] {
  const text = typed(node, body)
  return leftInText.flatMap(([form, message]) => {
    const at = text.search(form)
    return at < 0
      ? []
      : [
          {
            line: (node.position?.start.line ?? 1) + text.slice(0, at).split('\n').length - 1,
            message,
          },
        ]
  })
}

/**
 * The lines, those of the body, on which marks of Markdown are left in the text: what is no chapter,
 * such as a tool, shows them as they stand too.
 */
export function linesWithMarks(tree: Root, body: string): number[] {
  const lines = body.split('\n')
  const found = new Set<number>()
  visit(tree, (node) => {
    const faults = node.type === 'paragraph' ? paragraphFaults(node, lines) : []
    for (const { line } of node.type === 'text' ? textFaults(node, body) : faults) found.add(line)
  })
  return [...found].sort((a, b) => a - b)
}

// The rows of a document that a question works on.
const inDocument = new Set(['table', 'list'])

/** Which fault a node is where it stands, in these components, innermost last. */
function faultOf(node: RootContent, components: string[], lines: string[]): string | null {
  const inner = components.at(-1) ?? ''
  const plain = components.findLast((name) => plainComponents.has(name))
  if (node.type === 'thematicBreak')
    return 'A line across the page is not supported. A new part begins with a heading: ## Title {#like-this}'
  if (node.type === 'heading') {
    if (components.length > 0) return `A heading cannot stand inside <${inner}>.`
    if (!/^[\s>]*#/.test(lines[(node.position?.start.line ?? 1) - 1] ?? ''))
      return 'A line of --- or === makes a heading of what stands above it. Write ## Title {#like-this}, or put an empty line between.'
    if (node.depth !== 2 && node.depth !== 3)
      return 'Headings in a chapter are ## and ###; the title stands in the front matter.'
  }
  if (node.type === 'linkReference' && node.label?.startsWith('^')) return footnote[1]
  const isInDocument =
    plain === 'Question' && components.includes('Document') && inDocument.has(node.type)
  if (
    plain &&
    node.type in lostInPlain &&
    !isInDocument &&
    !(plain === 'Term' && inTerm.has(node.type))
  )
    return `<${plain}> holds plain text: here, ${lostInPlain[node.type]} would be lost.`
  return node.type === 'text' && inner in holders && node.value.trim()
    ? `<${inner}> shows only its ${holders[inner]}: this text would be lost.`
    : null
}

/**
 * Finds the Markdown that a chapter does not support, which would be shown as it was typed or be
 * lost in silence. The tree is that of the body; the lines are those of the file.
 */
export function findUnsupportedMarkdown(tree: Root, body: string): MarkdownFault[] {
  const lines = body.split('\n')
  const faults: MarkdownFault[] = []
  // What stands behind an option or a choice would become part of the question above it.
  let isBehindParts = false
  const walk = (node: Node, components: string[]) => {
    const inner = components.at(-1) ?? ''
    if (node.type === 'text' && beforeParts.has(inner) && isBehindParts && node.value.trim())
      faults.push({
        line: lineOfText(node),
        message: `This text stands behind the parts of its <${inner}>. Put it before them.`,
      })
    if (node.type !== 'root') {
      const message = faultOf(node, components, lines)
      if (message)
        faults.push({
          line: node.type === 'text' ? lineOfText(node) : (node.position?.start.line ?? 1),
          message,
        })
      if (node.type === 'paragraph') faults.push(...paragraphFaults(node, lines))
      if (node.type === 'table') faults.push(...tableFaults(node))
      if (node.type === 'text') faults.push(...textFaults(node, body))
    }
    const name = nameOf(node)
    if (name) isBehindParts = false
    if ('children' in node)
      for (const child of node.children) walk(child, name ? [...components, name] : components)
    if (name) isBehindParts = beforeParts.has(inner) && name !== 'Hint'
  }
  walk(tree, [])
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}
