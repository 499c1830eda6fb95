import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { findUnsupportedMarkdown } from '../checks/unsupported-markdown.ts'
import type {
  Paragraph,
  Passage,
  Problem,
  Section,
  WrittenPart,
  WrittenQuestion,
} from '../model/chapter.ts'
import { checkComponents } from './check-components.ts'
import {
  allElements,
  type Element,
  elementsIn,
  isElement,
  lineOf,
  oneLine,
  textWithout,
  type WrittenElement,
} from './mdx-elements.ts'
import { describeParseError } from './mdx-error.ts'
import { escapeIds, splitFrontMatter, takeId } from './remark-chapter.ts'
import { remarkTables } from './remark-tables.ts'

/** What a chapter's file says, before its values are checked. */
export interface Markup {
  tree: Root
  sections: (Section & { line: number })[]
  paragraphs: (Paragraph & { line: number })[]
  elements: WrittenElement[]
  questions: WrittenQuestion[]
  links: { url: string; line: number }[]
  words: number
  plain: Passage[]
}

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
// What would tell the answer to the person who searches for it.
const answers = new Set(['Accept', 'Wrong', 'End', 'Model', 'Point'])
const notRunningText = new Set([
  'CountryComment',
  'Quiz',
  'TalkAboutIt',
  'GroupExercise',
  'BranchTask',
  'Sources',
  'Illustration',
])

// What a group does, by the id that the page gives it.
const activities: Record<string, string> = {
  TalkAboutIt: 'talk-about-it',
  GroupExercise: 'group-exercise',
  BranchTask: 'branch-task',
}

/** What a part of the text is to a person who searches, and its id on the page. */
function kindOf(node: RootContent): Pick<Passage, 'kind' | 'id'> {
  if (node.type === 'heading') return { kind: 'heading', id: null }
  if (!isElement(node)) return { kind: 'text', id: null }
  const activity = activities[node.name ?? '']
  if (activity) return { kind: 'activity', id: activity }
  if (node.name !== 'CountryComment') return { kind: 'other', id: null }
  return { kind: 'comment', id: idOf(node) }
}

function idOf({ attributes }: Element): string | null {
  const id = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id')
  return typeof id?.value === 'string' ? id.value : null
}

function termsIn(node: RootContent): string[] {
  const terms: string[] = []
  visit(node, 'mdxJsxTextElement', (element) => {
    if (element.name === 'Term') terms.push(idOf(element) ?? '')
  })
  return terms
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
  checkComponents(tree, say)
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
    if (text)
      plain.push({
        section: sections.at(-1)?.id ?? null,
        ...kindOf(node),
        text,
        terms: termsIn(node),
      })
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
