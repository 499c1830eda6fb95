import type { RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'

/** A component in a chapter's text, with its attributes as plain strings. */
export interface WrittenElement {
  name: string
  attributes: Record<string, string | true>
  text: string
  line: number
  children: WrittenElement[]
  /** Of a document: its rows of cells. */
  rows?: string[][]
}

/** A component in the tree of a text. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement

// Everything else that has children is a block: its words do not run into the next one's.
const withinLine = new Set(['emphasis', 'strong', 'link', 'linkReference', 'mdxJsxTextElement'])
/** Whether a node of the tree is a component. */
export const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
/** The line that a node begins on. */
export const lineOf = (node: { position?: { start: { line: number } } }) =>
  node.position?.start.line ?? 1
/** A text with each run of white space as one space. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function attributesIn(node: Element): Record<string, string | true> {
  const result: Record<string, string | true> = {}
  for (const attribute of node.attributes) {
    if (
      attribute.type === 'mdxJsxAttribute' &&
      (attribute.value == null || typeof attribute.value === 'string')
    ) {
      result[attribute.name] = attribute.value == null ? true : oneLine(attribute.value)
    }
  }
  return result
}

/** The words of a node, without those in some components. */
export function textWithout(node: { children: RootContent[] }, skipped: Set<string>): string {
  const textIn = (child: RootContent): string => {
    if (isElement(child) && skipped.has(child.name ?? '')) return ''
    if (child.type === 'break') return ' '
    if (!('children' in child)) return textOf(child)
    const text = (child.children as RootContent[]).map(textIn).join('')
    return withinLine.has(child.type) ? text : `${text} `
  }
  return oneLine(node.children.map(textIn).join(''))
}

/** A document's lines and table rows, each as its cells; of a numbered list, with the numbers. */
function rowsIn(node: { children: RootContent[] }): string[][] {
  return node.children.flatMap((child): string[][] => {
    if (child.type === 'table')
      return child.children.map((row) => row.children.map((cell) => oneLine(textOf(cell))))
    if (child.type === 'list')
      return child.children.map((item, at) => {
        const number = child.ordered ? `${(child.start ?? 1) + at}. ` : ''
        return [number + oneLine(textOf(item))]
      })
    if (child.type !== 'paragraph') return []
    const lines = child.children.map((one) => (one.type === 'break' ? '\n' : textOf(one))).join('')
    return lines.split('\n').map((line) => [oneLine(line)])
  })
}

/** The components in a node, each with those inside it. */
export function elementsIn(node: { children: RootContent[] }): WrittenElement[] {
  return node.children.flatMap((child): WrittenElement[] => {
    const within = 'children' in child ? elementsIn(child as { children: RootContent[] }) : []
    if (!isElement(child)) return within
    const inner = new Set(within.map((element) => element.name))
    return [
      {
        name: child.name ?? '',
        attributes: attributesIn(child),
        text: textWithout(child as { children: RootContent[] }, inner),
        line: lineOf(child),
        children: within,
        ...(child.name === 'Document'
          ? { rows: rowsIn(child as { children: RootContent[] }) }
          : {}),
      },
    ]
  })
}

/** Every component in the text, those inside others too. */
export function allElements(elements: WrittenElement[]): WrittenElement[] {
  return elements.flatMap((element) => [element, ...allElements(element.children)])
}
