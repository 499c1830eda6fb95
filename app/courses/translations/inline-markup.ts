import type { PhrasingContent, Root } from 'mdast'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { isElement } from '../parse/mdx-elements.ts'
import type { BlockForm } from './block.ts'

const parser = unified().use(remarkParse).use(remarkMdx).freeze()
const refused = new Set([
  'mdxTextExpression',
  'mdxFlowExpression',
  'mdxjsEsm',
  'html',
  'code',
  'image',
])

/** What one node of a sentence is, as it is counted; null for words. */
function nameOf(node: Root | Root['children'][number] | PhrasingContent): string | null {
  if (node.type === 'link') return `[…](${node.url})`
  if (node.type === 'strong') return '**…**'
  if (node.type === 'emphasis') return '*…*'
  if (node.type === 'break') return '\\'
  if (refused.has(node.type)) return `{${node.type}}`
  if (!isElement(node)) return null
  const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id')
  return `<${node.name}${typeof id?.value === 'string' ? ` id="${id.value}"` : ''}>`
}

/**
 * The markup and the placeholders in a text, sorted: links, terms, gaps, emphasis, `{{count}}`. Null
 * where it is no single paragraph, or cannot be read.
 */
export function markupIn(text: string, form: BlockForm): string[] | null {
  const found = [...(text.match(/\{\{\s*\w+\s*\}\}|_{3,}/g) ?? [])]
  if (form !== 'markdown') return found.sort()
  try {
    const tree = parser.parse(text.replace(/^(\d+)\./, '$1\\.'))
    if (tree.children.length !== 1) return null
    const [only] = tree.children
    if (only?.type !== 'paragraph' && !(only && isElement(only))) return null
    visit(tree, (node) => {
      const name = nameOf(node)
      if (name !== null) found.push(name)
    })
  } catch {
    return null
  }
  return found.sort()
}

/**
 * What a translation has lost of its source’s markup, or has too much, in words; null where nothing.
 * It may stress more words than its source does. The number of a form may be left out of a text that counts.
 */
export function lostMarkup(source: string, target: string, form: BlockForm): string | null {
  const [own, wanted] = [markupIn(target, form), markupIn(source, form)]
  if (own === null) return 'it is no longer one paragraph, or a sign such as < or { stands alone'
  const rest = [...own]
  const lost = (wanted ?? []).filter((one) => {
    const at = rest.indexOf(one)
    if (at !== -1) rest.splice(at, 1)
    return at === -1 && !(form === 'json' && /count/.test(one))
  })
  if (lost.length > 0) return `it lacks ${lost.join(', ')}`
  const extra = rest.filter((one) => !['*…*', '**…**', '\\'].includes(one))
  return extra.length > 0 ? `it has ${extra.join(', ')}, which the source lacks` : null
}
