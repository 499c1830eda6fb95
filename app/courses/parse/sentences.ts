import type { Root, RootContent } from 'mdast'

/** Where in a chapter a sentence stands. */
export type Place = 'text' | 'comment' | 'exercise' | 'question'

/** A sentence as its reader sees it, with the line that it begins on. */
export interface Sentence {
  text: string
  place: Place
  line: number
}

interface Passage {
  text: string
  /** From which character on the text stands on which line. */
  lines: { at: number; line: number }[]
  place: Place
}

type Node = Root | RootContent

const placeOf: Record<string, Place> = {
  CountryComment: 'comment',
  TalkAboutIt: 'exercise',
  GroupExercise: 'exercise',
  BranchTask: 'exercise',
  Question: 'question',
}
const notProse = new Set(['Sources', 'Illustration', 'Accept', 'Wrong'])
// These stand inside a paragraph, and are read as lines of their own.
const ownLine = new Set([
  'Option',
  'Item',
  'Pair',
  'Blank',
  'Step',
  'Choice',
  'End',
  'Model',
  'Point',
  'Hint',
])
const blocks = new Set(['paragraph', 'heading', 'tableCell', 'mdxJsxFlowElement'])
const withoutSpaces = new Set(['my', 'km', 'lo', 'th', 'zh', 'ja', 'shn'])
const wordForm = /[\p{L}\p{M}\p{N}]+(?:['’.,:/-][\p{L}\p{M}\p{N}]+)*/gu

/** Whether a language is written without spaces between its words. */
export const writesWithoutSpaces = (lang: string) => withoutSpaces.has(lang.split('-')[0] as string)

/**
 * The words of a text. "Third-party", "don’t" and "100,000" are one each; a language without spaces
 * is parted by its dictionary.
 */
export function wordsIn(text: string, lang: string): string[] {
  if (!writesWithoutSpaces(lang)) return text.match(wordForm) ?? []
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

function passagesIn(tree: Root): Passage[] {
  const passages: Passage[] = []
  const start = (place: Place) => void passages.push({ text: '', lines: [], place })
  const add = (text: string, line: number, place: Place) => {
    if (passages.length === 0) start(place)
    const passage = passages.at(-1) as Passage
    for (const [i, part] of text.split('\n').entries()) {
      // A line break would end a sentence for Intl.Segmenter.
      if (i > 0) passage.text += ' '
      passage.lines.push({ at: passage.text.length, line: line + i })
      passage.text += part
    }
  }
  const walk = (node: Node, place: Place) => {
    const name = 'name' in node ? (node.name ?? '') : ''
    if (node.type === 'heading' || notProse.has(name)) return
    const here = placeOf[name] ?? place
    const isOwn = blocks.has(node.type) || ownLine.has(name)
    if (isOwn) start(here)
    if (node.type === 'break') add(' ', node.position?.start.line ?? 1, here)
    else if ('value' in node) add(String(node.value), node.position?.start.line ?? 1, here)
    else if ('children' in node) for (const child of node.children) walk(child, here)
    if (isOwn) start(place)
  }
  walk(tree, 'text')
  return passages
}

/**
 * The sentences of a chapter's text, comments, exercises and questions, in order. Headings, labels,
 * sources, reasons and what else stands in attributes are left out.
 */
export function sentencesIn(tree: Root, lang: string): Sentence[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  return passagesIn(tree).flatMap(({ text, lines, place }) =>
    [...segmenter.segment(text)].flatMap(({ segment, index }) => {
      const from = index + segment.length - segment.trimStart().length
      const line = lines.findLast(({ at }) => at <= from)?.line ?? 1
      return segment.trim() ? [{ text: segment.trim().replace(/\s+/g, ' '), place, line }] : []
    }),
  )
}
