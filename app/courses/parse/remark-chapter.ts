import type { Heading, ListItem, Paragraph, Root, Table } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { isElement } from './mdx-elements.ts'

const writtenId = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/
/**
 * Escapes the ids of headings and paragraphs, which MDX would take for an expression. Lines stay
 * where they are.
 */
export function escapeIds(source: string): string {
  return source
    .replace(/^(#{1,6}.*)\{#([^}\r\n]*)\}[^\S\r\n]*(?:#+[^\S\r\n]*)?$/gm, '$1\\{#$2\\}')
    .replace(/^(?!#)(.*[^\s\\].*)\{#([a-z0-9-]+)\}[^\S\r\n]*$/gm, '$1\\{#$2\\}')
}

/** A note to the reviewer of a text, which no reader sees: on lines of its own. */
export const reviewerNote =
  /^[^\S\n]*\{\/\*\s*For the reviewer:(?:(?!\*\/)[\s\S])*\*\/\}[^\S\n]*$/gm

/**
 * Parts the front matter from the text, which comes without its notes to reviewers; the text keeps
 * its line numbers.
 */
export function splitFrontMatter(source: string): { frontMatter: string; body: string } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  const onlyLines = (text: string) => text.replace(/[^\n]/g, '')
  const text = source.slice(match?.[0].length ?? 0).replace(reviewerNote, onlyLines)
  if (!match) return { frontMatter: '', body: text }
  return { frontMatter: match[1] as string, body: onlyLines(match[0]) + text }
}

/** A table's alignment becomes a class, since the pages allow no styles in attributes. */
function alignByClass(table: Table) {
  const align = table.align ?? []
  for (const row of table.children) {
    for (const [i, cell] of row.children.entries())
      if (align[i] === 'right' || align[i] === 'center')
        cell.data = { hProperties: { className: [`align-${align[i]}`] } }
  }
  table.align = align.map(() => null)
}

/** Takes the id off the end of a heading or paragraph. Null where it has none. */
export function takeId(node: Heading | Paragraph): string | null {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return null
  const match = writtenId.exec(last.value)
  if (!match) return null
  last.value = last.value.slice(0, match.index)
  return match[1] as string
}

/**
 * Prepares a chapter's tree for the compiler: headings and paragraphs get their ids, and what is
 * rendered from data (questions, labels, sources) loses its children, so that no answer is ever
 * part of the compiled text.
 */
export function remarkChapter() {
  return (tree: Root) => {
    visit(tree, (node, _, parent) => {
      if (node.type === 'table') alignByClass(node)
      if (node.type === 'heading' || node.type === 'paragraph') {
        const id = takeId(node)
        // In a list without empty lines, the item is all that is left of its paragraph.
        const element = parent?.type === 'listItem' ? (parent as ListItem) : node
        if (id) element.data = { hProperties: { id } }
      }
      if (isElement(node) && node.name && ['Quiz', 'Illustration', 'Sources'].includes(node.name)) {
        node.children = []
        return SKIP
      }
    })
  }
}
