import type { RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A paragraph of a list's item stands in it without an element of its own. */
function htmlOfItemPart(node: RootContent): string {
  return node.type === 'paragraph' ? node.children.map(htmlOf).join('') : htmlOf(node)
}

function htmlOf(node: RootContent): string {
  const inside = () =>
    'children' in node ? (node.children as RootContent[]).map(htmlOf).join('') : ''
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'html':
      return node.value
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`
    case 'code':
      return `<pre>${escaped(node.value)}</pre>`
    case 'break':
      return '<br>'
    case 'image':
    case 'imageReference':
      return '<img>'
    case 'paragraph':
      return `<p>${inside()}</p>`
    case 'list':
      return node.ordered ? `<ol>${inside()}</ol>` : `<ul>${inside()}</ul>`
    case 'listItem':
      return `<li>${node.children.map(htmlOfItemPart).join('<br>')}</li>`
    case 'thematicBreak':
      return '<hr>'
    case 'definition':
      return ''
    default:
      return `<${node.type.toLowerCase()}>${inside()}</${node.type.toLowerCase()}>`
  }
}

/**
 * Markdown as HTML, enough of it for its words to be read: lists, breaks and emphasis are elements.
 */
export function markdownHtml(markdown: string): string {
  return unified().use(remarkParse).parse(markdown).children.map(htmlOf).join('<br>')
}
