import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Root, RootContent, Table, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/** A fault in a chapter's text, on a line of its file. */
export interface MarkdownFault {
  line: number
  message: string
}

type Node = Root | RootContent
type Rule = [form: RegExp, message: string]

/**
 * Marks that are left in a text when Markdown, as a chapter has it, makes nothing of them: they
 * would be shown as they stand.
 */
const leftInText: Rule[] = [
  [
    /\[\^[^\]\s]+\]/,
    'Footnotes are not supported. Say it in the text, or put the source into <Sources>.',
  ],
  [/~~/, 'Text between ~~ is not struck out: a chapter has only **bold** and *italic*.'],
  [
    /\bhttps?:\/\/|\bwww\.\w/,
    'A web address in the text is no link. Put it in <Sources>, as the `url` of a <Source>.',
  ],
  [
    /\*\*|(?<!_)__(?!_)/,
    'The marks of bold text are shown as they stand: ** begins right before a word and ends right behind one.',
  ],
  [
    /(?<![\p{L}\p{N}*])\*(?=\p{L})/u,
    'A * is shown as it stands: *italic* text ends with another one, right behind a word.',
  ],
  [
    /\[\[|\]\[|\]\(|\]\s+\((#|\.\.\/)/,
    'This link is not understood. Write [words](#a-section) or [words](../another-chapter), without spaces between.',
  ],
  [
    /==\S[^=]*==|\^\S[^^\s]*\^/,
    'Marked, raised and lowered text is not supported: write it in words, or with signs such as ² and ₂.',
  ],
  [
    /\$\$|\\[a-z]{3,}|\$[^$\n]*[\\^_][^$\n]*\$/,
    'Formulas are not supported: write them in words, or with signs such as × and ².',
  ],
  [/&[a-z]\w*;/i, 'This is no sign that HTML knows. Type the sign itself.'],
]

const hardSpace = '[\\u00a0\\u2000-\\u200a\\u202f\\u3000]'

/** What a line of a paragraph begins with when its author meant something else than a paragraph. */
const lineBeginnings: Rule[] = [
  [
    new RegExp(`^#{1,6}(${hardSpace}|[^\\s#{])`, 'u'),
    'A heading needs an ordinary space behind its #: ## Title {#like-this}',
  ],
  [
    new RegExp(`^([-*+]|\\d{1,3}[.)])${hardSpace}`, 'u'),
    'An item of a list needs an ordinary space behind its mark: delete the hard one and type it again.',
  ],
  [/^[•‣◦▪●○∙]/u, 'A list begins each item with "- " or "1. ": this mark is shown as it stands.'],
  [
    /^\|.*\|\s*$/,
    'This table is not understood: under its first row stands |---|---|, with as many columns as that row.',
  ],
  [/^:::/, 'Blocks between ::: are not supported. docs/authoring.md lists the components.'],
  [/^\[[ xX]?\](\s|$)/, 'Lists to tick off are not supported: leave out [ ].'],
  [
    /^(\\?---|\+\+\+)\s*$/,
    'This line is shown as it stands. Front matter is the first thing in a file, between two lines of ---.',
  ],
]
/** The same of its first line alone: later, they can be part of a sentence that goes on. */
const firstBeginnings: Rule[] = [
  [
    /^([-+]|\d{1,3}[.)])\p{L}/u,
    'An item of a list needs a space behind its mark: "- item", "1. item".',
  ],
  [
    /^\S.*\|.*\n[\s:|-]*-[\s:|-]*$/m,
    'This table is not understood: |---|---| has as many columns as the row above it.',
  ],
]

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
    const rule = lineBeginnings.find(([form]) => form.test(text.trimStart()))
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
  if (node.type === 'linkReference' && node.label?.startsWith('^'))
    return (leftInText[0] as Rule)[1]
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
