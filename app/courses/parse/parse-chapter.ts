import type { Heading, ListItem, Paragraph as ParagraphNode, Root, RootContent, Table } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { findUnsupportedMarkdown } from '../checks/unsupported-markdown.ts'
import type { Paragraph, Problem, Section, WrittenPart, WrittenQuestion } from '../model/chapter.ts'
import { describeParseError, sayNoComponent } from './mdx-error.ts'
import { remarkTables } from './remark-tables.ts'

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

/** What a chapter's file says, before its values are checked. */
export interface Markup {
  tree: Root
  sections: (Section & { line: number })[]
  paragraphs: (Paragraph & { line: number })[]
  elements: WrittenElement[]
  questions: WrittenQuestion[]
  links: { url: string; line: number }[]
  words: number
  plain: { section: string | null; text: string }[]
}

type Element = MdxJsxFlowElement | MdxJsxTextElement

/** The components an author may use, and what each may hold. Anything else is refused. */
const attributesOf: Record<string, { required: string[]; optional?: string[]; inside?: string }> = {
  Illustration: { required: ['file', 'alt'], optional: ['caption'] },
  Label: { required: ['id'], inside: 'Illustration' },
  CountryComment: { required: ['id', 'country', 'about', 'source', 'checked'] },
  Term: { required: ['id'] },
  Quiz: { required: [] },
  Question: { required: ['id', 'type', 'see'], inside: 'Quiz' },
  Option: { required: ['id', 'reason'], optional: ['correct'], inside: 'Question' },
  Item: { required: ['id', 'reason'], inside: 'Question' },
  Pair: { required: ['id', 'left', 'right', 'reason'], inside: 'Question' },
  Blank: { required: ['id', 'reason'], inside: 'Question' },
  Accept: { required: [], inside: 'Blank' },
  Wrong: { required: ['reason'], inside: 'Blank' },
  Step: { required: ['id'], inside: 'Question' },
  Choice: { required: ['to', 'reason'], inside: 'Step' },
  End: { required: ['id', 'reason'], optional: ['good', 'bad'], inside: 'Question' },
  Model: { required: [], inside: 'Question' },
  Point: { required: ['id'], inside: 'Question' },
  Hint: { required: [], inside: 'Question' },
  Document: { required: ['title'], inside: 'Question' },
  TalkAboutIt: { required: [] },
  GroupExercise: { required: ['title', 'minutes', 'materials'] },
  BranchTask: { required: ['title'] },
  Sources: { required: [] },
  Source: {
    required: ['id', 'title', 'publisher', 'year', 'access'],
    optional: ['url', 'author', 'read', 'titled'],
    inside: 'Sources',
  },
}

const writtenId = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/
const partKinds = new Set([
  'Option',
  'Item',
  'Pair',
  'Blank',
  'Accept',
  'Wrong',
  'Step',
  'Choice',
  'End',
  'Model',
  'Point',
])
const standAlone = new Set(['correct', 'good', 'bad'])
// What would tell the answer to the person who searches for it.
const answers = new Set(['Accept', 'Wrong', 'End', 'Model', 'Point'])
// Everything else that has children is a block: its words do not run into the next one's.
const withinLine = new Set(['emphasis', 'strong', 'link', 'linkReference', 'mdxJsxTextElement'])
/** Parts of a chapter, which are in no other one. */
const topLevel = new Set([
  'CountryComment',
  'Quiz',
  'TalkAboutIt',
  'GroupExercise',
  'BranchTask',
  'Sources',
])
const notRunningText = new Set([
  'CountryComment',
  'Quiz',
  'TalkAboutIt',
  'GroupExercise',
  'BranchTask',
  'Sources',
  'Illustration',
])

const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
const lineOf = (node: { position?: { start: { line: number } } }) => node.position?.start.line ?? 1
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * Escapes the ids of headings and paragraphs, which MDX would take for an expression. Lines stay
 * where they are.
 */
export function escapeIds(source: string): string {
  return source
    .replace(/^(#{1,6}.*)\{#([^}\r\n]*)\}[^\S\r\n]*(?:#+[^\S\r\n]*)?$/gm, '$1\\{#$2\\}')
    .replace(/^(?!#)(.*[^\s\\].*)\{#([a-z0-9-]+)\}[^\S\r\n]*$/gm, '$1\\{#$2\\}')
}

/** Parts the front matter from the text; the text keeps its line numbers. */
export function splitFrontMatter(source: string): { frontMatter: string; body: string } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return { frontMatter: '', body: source }
  return {
    frontMatter: match[1] as string,
    body: match[0].replace(/[^\n]/g, '') + source.slice(match[0].length),
  }
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

function takeId(node: Heading | ParagraphNode): string | null {
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
        const shown = parent?.type === 'listItem' ? (parent as ListItem) : node
        if (id) shown.data = { hProperties: { id } }
      }
      if (isElement(node) && node.name && ['Quiz', 'Illustration', 'Sources'].includes(node.name)) {
        node.children = []
        return SKIP
      }
    })
  }
}

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

function textWithout(node: { children: RootContent[] }, skipped: Set<string>): string {
  const textIn = (child: RootContent): string => {
    if (isElement(child) && skipped.has(child.name ?? '')) return ''
    if (child.type === 'break') return ' '
    if (!('children' in child)) return textOf(child)
    const text = (child.children as RootContent[]).map(textIn).join('')
    return withinLine.has(child.type) ? text : `${text} `
  }
  return oneLine(node.children.map(textIn).join(''))
}

/** A document's lines and table rows, each as its cells. */
function rowsIn(node: { children: RootContent[] }): string[][] {
  return node.children.flatMap((child): string[][] => {
    if (child.type === 'table')
      return child.children.map((row) => row.children.map((cell) => oneLine(textOf(cell))))
    if (child.type === 'list') return child.children.map((item) => [oneLine(textOf(item))])
    if (child.type !== 'paragraph') return []
    const lines = child.children.map((one) => (one.type === 'break' ? '\n' : textOf(one))).join('')
    return lines.split('\n').map((line) => [oneLine(line)])
  })
}

function elementsIn(node: { children: RootContent[] }): WrittenElement[] {
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

function sayUnknown(name: string): string {
  const near = Object.keys(attributesOf).find((one) => one.toLowerCase() === name.toLowerCase())
  return near
    ? `<${name}> is not a component of Cirkel; <${near}> is. Mind capitals.`
    : sayNoComponent(name)
}

function checkElement(
  node: Element,
  inside: string[],
  say: (line: number, message: string) => void,
) {
  const name = node.name ?? ''
  const rule = Object.hasOwn(attributesOf, name) ? attributesOf[name] : undefined
  const line = lineOf(node)
  if (!rule) return say(line, sayUnknown(name))
  if (topLevel.has(name) && inside.length > 0)
    say(line, `<${name}> cannot stand inside <${inside.at(-1)}>: close that first.`)
  if (rule.inside && !inside.includes(rule.inside))
    say(line, `<${name}> can only stand inside <${rule.inside}>.`)
  const given = new Set<string>()
  for (const attribute of node.attributes) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      (attribute.value != null && typeof attribute.value !== 'string')
    ) {
      say(
        line,
        `<${name}> has an expression in braces. A chapter is text, not a program: write the value in quotation marks.`,
      )
      continue
    }
    given.add(attribute.name)
    if (![...rule.required, ...(rule.optional ?? [])].includes(attribute.name))
      say(line, `<${name}> does not know "${attribute.name}".`)
    else if (standAlone.has(attribute.name)) {
      if (attribute.value != null)
        say(line, `"${attribute.name}" of <${name}> stands alone, without a value.`)
    } else if (!attribute.value?.trim()) say(line, `"${attribute.name}" of <${name}> is empty.`)
  }
  for (const wanted of rule.required)
    if (!given.has(wanted)) say(line, `<${name}> lacks "${wanted}".`)
}

function checkTree(tree: Root, say: (line: number, message: string) => void) {
  const inside: string[] = []
  const walk = (node: Root | RootContent) => {
    const line = lineOf(node)
    if (node.type === 'mdxjsEsm')
      say(line, 'A chapter is text, not a program: `import` and `export` are refused.')
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      say(line, 'Braces { } hold program code in MDX, and code is refused.')
    else if (node.type === 'image' || node.type === 'imageReference')
      say(
        line,
        'Write a picture as <Illustration>, so that it has an alternative text and translated labels.',
      )
    else if (node.type === 'code') say(line, 'Three backticks make a code block. Remove them.')
    if (isElement(node)) {
      checkElement(node, inside, say)
      inside.push(node.name ?? '')
    }
    if ('children' in node) for (const child of node.children) walk(child)
    if (isElement(node)) inside.pop()
  }
  walk(tree)
}

function writtenParts({ children }: WrittenElement): WrittenPart[] {
  return children
    .filter((child) => partKinds.has(child.name))
    .map((child) => {
      const parts = writtenParts(child)
      return {
        kind: child.name,
        attributes: child.attributes,
        text: child.text,
        line: child.line,
        ...(parts.length > 0 ? { parts } : {}),
      }
    })
}

function writtenQuestion(element: WrittenElement): WrittenQuestion {
  const { id, type, see } = element.attributes
  const hints = element.children.filter((child) => child.name === 'Hint').map((child) => child.text)
  const document = element.children.find((child) => child.name === 'Document')
  return {
    id: String(id),
    type: String(type),
    see: String(see),
    prompt: element.text,
    ...(document
      ? { document: { title: String(document.attributes.title), rows: document.rows ?? [] } }
      : {}),
    ...(hints.length > 0 ? { hints } : {}),
    parts: writtenParts(element),
    line: element.line,
  }
}

/** Every component in the text, those inside others too. */
export function allElements(elements: WrittenElement[]): WrittenElement[] {
  return elements.flatMap((element) => [element, ...allElements(element.children)])
}

function sayHeadingId(title: string): string {
  const [, id] = /\{#([^}]*)\}\s*$/.exec(title) ?? []
  return id === undefined
    ? 'A heading needs an id, the same in every language: ## Title {#like-this}'
    : `A heading needs an id of lower case letters a to z, digits and hyphens: {#like-this}, not {#${id}}.`
}

/**
 * Reads a chapter's text into its parts. Problems come all together, unless the text cannot be
 * parsed at all.
 */
export function readMarkup(
  source: string,
  file: string,
): { markup: Markup | null; problems: Problem[] } {
  const problems: Problem[] = []
  const say = (line: number, message: string) => problems.push({ file, line, message })
  const body = escapeIds(splitFrontMatter(source).body)
  let tree: Root
  try {
    tree = unified().use(remarkParse).use(remarkMdx).use(remarkTables).parse(body)
  } catch (error) {
    return { markup: null, problems: [{ file, ...describeParseError(error) }] }
  }
  checkTree(tree, say)
  for (const { line, message } of findUnsupportedMarkdown(tree, body)) say(line, message)
  if (problems.length > 0)
    return { markup: null, problems: problems.sort((a, b) => a.line - b.line) }

  const sections: Markup['sections'] = []
  const paragraphs: Markup['paragraphs'] = []
  const links: Markup['links'] = []
  const plain: Markup['plain'] = []
  let words = 0
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    links.push({ url: node.url, line: lineOf(node) })
  })
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const id = takeId(node)
      if (!id) say(lineOf(node), sayHeadingId(textOf(node)))
      else
        sections.push({ id, title: textOf(node), depth: node.depth as 2 | 3, line: lineOf(node) })
    }
    visit(node, 'paragraph', (paragraph) => {
      const id = takeId(paragraph)
      if (id && isElement(node))
        say(
          lineOf(paragraph),
          `{#${id}}: only a heading or a paragraph of the running text has an id.`,
        )
      else if (id)
        paragraphs.push({ id, section: sections.at(-1)?.id ?? null, line: lineOf(paragraph) })
    })
    const text =
      'children' in node
        ? textWithout(node as { children: RootContent[] }, answers)
        : oneLine(textOf(node))
    if (text) plain.push({ section: sections.at(-1)?.id ?? null, text })
    if (!(isElement(node) && notRunningText.has(node.name ?? '')))
      words += text.split(' ').filter(Boolean).length
  }
  const elements = elementsIn(tree)
  const questions = allElements(elements)
    .filter((element) => element.name === 'Question')
    .map(writtenQuestion)
  return {
    markup: { tree, sections, paragraphs, elements, questions, links, words, plain },
    problems,
  }
}
