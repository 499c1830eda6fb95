import { visit } from 'unist-util-visit'
import type { Problem } from '../model/chapter.ts'
import { allElements, type WrittenElement } from '../parse/mdx-elements.ts'
import type { Markup } from '../parse/parse-chapter.ts'
import { sentencesIn, wordsIn, writesWithoutSpaces } from '../parse/sentences.ts'
import { isRightLongest } from './answer-cues.ts'
import {
  type ChapterSource,
  type CourseSource,
  type GlossarySource,
  lineOfTerm,
} from './course-source.ts'

/** The measures of a chapter under `standard: manual`, each from and to (docs/authoring.md). */
export const standardLimits = {
  words: [1200, 1800],
  commentWords: [60, 150],
  comments: [4, 6],
  illustrations: [2, 4],
  questions: [6, 8],
  questionTypes: [3, 8],
  talkPoints: [3, 5],
  explanationWords: [5, 45],
  /** How long a translation is, in per cent of its source. */
  translation: [70, 140],
  /**
   * The same in a language that is written without spaces between words: what a dictionary parts
   * there is shorter than a word. Three whole chapters in Burmese came to 143 to 147, their comments
   * to 148 to 188.
   */
  unspacedTranslation: [70, 210],
  /**
   * In how many of a chapter's single-choice questions the right option may be the longest, in per
   * cent.
   */
  longestIsRight: [0, 60],
} as const
/**
 * Of fewer single-choice questions, a share is chance: one of them in four has its right option
 * longest by itself.
 */
const fewestToJudge = 3

const isWithin = (value: number, [from, to]: readonly [number, number]) =>
  value >= from && value <= to
const span = ([from, to]: readonly [number, number]) => `${from} to ${to}`
const named = (markup: Markup, name: string) =>
  allElements(markup.elements).filter((element) => element.name === name)

function runningWords({ lang, markup }: ChapterSource & { markup: Markup }): number {
  if (!writesWithoutSpaces(lang)) return markup.words
  const texts = sentencesIn(markup.tree, lang).filter(({ place }) => place === 'text')
  return [...markup.sections.map(({ title }) => title), ...texts.map(({ text }) => text)].flatMap(
    (text) => wordsIn(text, lang),
  ).length
}

function talkPoints(markup: Markup): number {
  let points = 0
  visit(markup.tree, (node) => {
    if ('name' in node && node.name === 'TalkAboutIt') visit(node, 'listItem', () => void points++)
  })
  return points
}

function checkSource(
  chapter: ChapterSource & { markup: Markup },
  say: (line: number, message: string) => void,
) {
  const { markup, lang } = chapter
  const words = runningWords(chapter)
  if (!isWithin(words, standardLimits.words))
    say(1, `The running text has ${words} words; the standard is ${span(standardLimits.words)}.`)
  for (const comment of named(markup, 'CountryComment')) {
    const { length } = wordsIn(comment.text, lang)
    if (!isWithin(length, standardLimits.commentWords))
      say(
        comment.line,
        `The comment "${comment.attributes.id}" has ${length} words; the standard is ${span(standardLimits.commentWords)}.`,
      )
  }
  const counts: [what: string, count: number, limit: readonly [number, number]][] = [
    ['country comments', named(markup, 'CountryComment').length, standardLimits.comments],
    [
      'illustrations',
      named(markup, 'Illustration').filter(({ attributes }) => attributes.file !== 'scene.svg')
        .length,
      standardLimits.illustrations,
    ],
    ['questions', markup.questions.length, standardLimits.questions],
    [
      'types of questions',
      new Set(markup.questions.map(({ type }) => type)).size,
      standardLimits.questionTypes,
    ],
  ]
  for (const [what, count, limit] of counts)
    if (!isWithin(count, limit))
      say(1, `The chapter has ${count} ${what}; the standard is ${span(limit)}.`)
}

// Burmese, Thai, Lao, Khmer, Tibetan, Dzongkha, Japanese, Chinese.
const unspaced = new Set(['my', 'th', 'lo', 'km', 'bo', 'dz', 'ja', 'zh'])
const isUnspaced = (lang: string) => unspaced.has(lang.split('-')[0] ?? lang)

function checkAgainstSource(
  chapter: ChapterSource & { markup: Markup },
  source: ChapterSource & { markup: Markup },
  say: (line: number, message: string) => void,
) {
  const standard = standardLimits[isUnspaced(chapter.lang) ? 'unspacedTranslation' : 'translation']
  const compare = (what: string, line: number, own: number, theirs: number) => {
    const share = theirs === 0 ? 100 : Math.round((100 * own) / theirs)
    if (!isWithin(share, standard))
      say(
        line,
        `${what} has ${share} per cent of the source's words (${own} of ${theirs}); the standard is ${span(standard)}.`,
      )
  }
  compare('The running text', 1, runningWords(chapter), runningWords(source))
  const originals = new Map(
    named(source.markup, 'CountryComment').map((comment) => [comment.attributes.id, comment]),
  )
  for (const comment of named(chapter.markup, 'CountryComment')) {
    const original = originals.get(comment.attributes.id as string)
    const count = (element: WrittenElement, lang: string) => wordsIn(element.text, lang).length
    if (original)
      compare(
        `The comment "${comment.attributes.id}"`,
        comment.line,
        count(comment, chapter.lang),
        count(original, source.lang),
      )
  }
}

function checkGiveAways({ questions }: Markup, say: (line: number, message: string) => void) {
  const single = questions.filter(({ type }) => type === 'single')
  const cues = single.filter(isRightLongest)
  if (
    single.length >= fewestToJudge &&
    cues.length * 100 > single.length * standardLimits.longestIsRight[1]
  )
    say(
      cues[0]?.line ?? 1,
      `The right option is the longest in ${cues.length} of ${single.length} single-choice ` +
        `questions; the standard is ${standardLimits.longestIsRight[1]} per cent at most: ` +
        `${cues.map(({ id }) => id).join(', ')}.`,
    )
}

function isRead(chapter: ChapterSource | undefined): chapter is ChapterSource & { markup: Markup } {
  return chapter?.markup != null
}

function checkGlossary(glossary: GlossarySource): Problem[] {
  const { file, lang, terms } = glossary
  return [...terms].flatMap(([id, { explanation }]) => {
    const { length } = wordsIn(explanation, lang)
    const message = `The explanation of "${id}" has ${length} words; the standard is ${span(standardLimits.explanationWords)}.`
    return isWithin(length, standardLimits.explanationWords)
      ? []
      : [{ file, line: lineOfTerm(glossary, id), message }]
  })
}

/**
 * Holds a book against the measures of `standard: manual`: how long, how many, and no question that
 * gives itself away.
 */
export function checkLimits(book: CourseSource): Problem[] {
  if (book.standard !== 'manual') return []
  const problems = book.chapters.flatMap((chapter) => {
    const found: Problem[] = []
    const say = (line: number, message: string) =>
      void found.push({ file: chapter.file, line, message })
    if (!isRead(chapter)) return found
    const source = book.chapters.find(
      ({ folder, lang }) => folder === chapter.folder && lang === book.source,
    )
    if (chapter.lang === book.source) checkSource(chapter, say)
    else if (isRead(source)) checkAgainstSource(chapter, source, say)
    const points = talkPoints(chapter.markup)
    if (!isWithin(points, standardLimits.talkPoints))
      say(
        named(chapter.markup, 'TalkAboutIt')[0]?.line ?? 1,
        `<TalkAboutIt> has ${points} questions; the standard is ${span(standardLimits.talkPoints)}.`,
      )
    for (const name of ['GroupExercise', 'BranchTask'])
      if (named(chapter.markup, name).length !== 1) say(1, `The chapter needs one <${name}>.`)
    checkGiveAways(chapter.markup, say)
    return found
  })
  return [...problems, ...book.glossaries.flatMap(checkGlossary)]
}
