import { pageBeginnings, pageIds } from '../../courses/checks/lint-course.ts'
import {
  type BankQuestion,
  oneLine,
  orderTag,
  type ReadBank,
  type ReadQuestion,
  seeOf,
} from './bank.ts'
import { type Answer, type NumberAnswer, readGap, readOptions } from './bank-answers.ts'
import { gapMark } from './cloze.ts'
import type { Loss, LossName } from './conversion-warnings.ts'
import type { TextLoss } from './html-text.ts'
import { IdAllocator, slugOf } from './ids.ts'

/**
 * What kind of question a file holds, with its answers, before it is known whether a course can
 * hold it.
 */
export type Found =
  | { kind: 'single' | 'multiple' | 'short'; answers: Answer[] }
  | { kind: 'number'; answers: NumberAnswer[] }
  /** A text with a {@link gapMark} in the place of each gap. */
  | { kind: 'gaps'; gaps: (Answer[] | NumberAnswer[])[] }
  | { kind: 'true-false'; isTrue: boolean; ifTrue: string; ifFalse: string }
  | { kind: 'order'; items: { text: string; feedback: string }[] }
  | { kind: 'match'; pairs: { left: string; right: string }[] }
  | { kind: 'essay' }
  | { kind: 'description' }
  /** One that no course can hold, with the reason. */
  | { kind: 'refused'; loss: LossName; detail: string }

/** A question in a file. Its text and feedback may have several lines. */
export interface FoundQuestion {
  line: number
  id: string | null
  name: string
  tags: string[]
  text: string
  general: string
  hints: string[]
  found: Found
}

type Lose = (loss: LossName, detail?: string) => void
type CommonParts = Pick<BankQuestion, 'id' | 'see' | 'prompt' | 'hints'>

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

/** A sentence for each of its gaps, in which the others are passed over. */
function oneSentenceAGap(line: string): string[] {
  const pieces = line.split(gapMark)
  return pieces
    .slice(1)
    .map((_, gap) =>
      oneLine(
        pieces
          .map((piece, i) => (i === 0 ? piece : (i === gap + 1 ? '___' : '…') + piece))
          .join(''),
      ),
    )
}

/** Pairs that stand for an order: on the left 1, 2, 3 … . Null where they do not. */
function itemsOf(
  pairs: { left: string; right: string }[],
): { text: string; feedback: string }[] | null {
  const sorted = [...pairs].sort((a, b) => Number(a.left) - Number(b.left))
  return sorted.every(({ left }, i) => left === String(i + 1))
    ? sorted.map(({ right }) => ({ text: right, feedback: '' }))
    : null
}

/** Whether a chapter's page has this id already, or one that begins so. */
export const isOfThePage = (id: string) =>
  pageIds.has(id) || pageBeginnings.some((beginning) => id.startsWith(beginning))

// What a course of our own says in words that elsewhere have a meaning is no loss: it is written
// back as it stands.
const meantByOwn = new Set<LossName>(['formula', 'multilang'])
// A text that cannot be understood takes the question with it.
const refusing = new Set<LossName>(['multilang'])

/**
 * Turns what was found in a file into questions of a course, and keeps account of all that a course
 * cannot hold.
 */
export class QuestionReader {
  readonly #questions: ReadQuestion[] = []
  readonly #losses: Loss[] = []
  #ids = new IdAllocator()
  #noted: TextLoss[] = []
  #category: { path: string; line: number } | null = null

  /** Notes a loss, of a question or of a place in the file. */
  lose(loss: Loss) {
    this.#losses.push(loss)
  }

  /** Notes a loss in the question that is being read. */
  noteForNext(loss: LossName, detail?: string) {
    this.#noted.push(detail === undefined ? { loss } : { loss, detail })
  }

  /** Begins a category: an id may stand once in each. */
  beginCategory(path: string, line: number) {
    this.#ids = new IdAllocator()
    this.#category = { path, line }
  }

  bank(): ReadBank {
    return { questions: this.#questions, losses: this.#losses }
  }

  /** Takes a question in, if a course can hold it. */
  add(asked: FoundQuestion) {
    const isOwn = seeOf(asked.tags) !== null || asked.tags.includes(orderTag)
    const noted = new Map(this.#noted.map((one) => [`${one.loss} ${one.detail ?? ''}`, one]))
    this.#noted = []
    const slug =
      [asked.id, asked.name, asked.text].map((text) => slugOf(text ?? '')).find(Boolean) ??
      'question'
    const id = this.#ids.free(isOfThePage(slug) ? `question-${slug}` : slug)
    const lose: Lose = (loss, detail) =>
      this.lose({
        question: id,
        loss,
        line: asked.line,
        ...(detail === undefined ? {} : { detail }),
      })
    const losses = [...noted.values()].filter(({ loss }) => !isOwn || !meantByOwn.has(loss))
    this.#tellPlace(asked.tags, isOwn, lose)
    const refused = losses.find(({ loss }) => refusing.has(loss))
    if (refused) return lose(refused.loss, refused.detail)
    const question = fitting(id, asked, isOwn, lose)
    if (!question) return
    this.#ids.take(id)
    for (const { loss, detail } of losses) lose(loss, detail)
    this.#questions.push({ ...question, line: asked.line })
  }

  /**
   * Where the question stood there has no place here. Our own categories are a course and its
   * chapters.
   */
  #tellPlace(all: string[], isOwn: boolean, lose: Lose) {
    const tags = all.filter((tag) => tag !== orderTag && seeOf([tag]) === null)
    if (this.#category && !isOwn)
      this.lose({
        question: '',
        loss: 'category',
        line: this.#category.line,
        detail: this.#category.path,
      })
    this.#category = null
    if (tags.length > 0) lose('tags', tags.join(', '))
  }
}

function fitting(
  id: string,
  asked: FoundQuestion,
  isOwn: boolean,
  lose: Lose,
): BankQuestion | null {
  const { found, general } = asked
  const common: CommonParts = {
    id,
    see: seeOf(asked.tags) ?? '',
    prompt: oneLine(asked.text),
    hints: asked.hints.map(oneLine).filter(Boolean),
  }
  const tellGeneral = () => {
    if (general) lose('generalFeedback', oneLine(general))
  }
  switch (found.kind) {
    case 'description':
      lose('description', common.prompt)
      return null
    case 'refused':
      lose(found.loss, found.detail)
      return null
    case 'single':
    case 'multiple': {
      tellGeneral()
      const options = readOptions(found.kind, found.answers, lose)
      return options && { ...common, type: found.kind, options }
    }
    case 'true-false':
      tellGeneral()
      return {
        ...common,
        type: 'true-false',
        isTrue: found.isTrue,
        ifTrue: found.ifTrue,
        ifFalse: found.ifFalse,
      }
    case 'order':
      return orderOf(common, found.items, reasonsIn(general, found.items.length, isOwn, lose))
    case 'match':
      return matchOf(common, found.pairs, asked, isOwn, lose)
    case 'essay': {
      const [model = '', ...points] = isOwn ? linesOf(general).map(oneLine) : [oneLine(general)]
      return { ...common, type: 'reflection', model, points }
    }
    case 'number':
    case 'short':
      tellGeneral()
      return fillInOf(common, asked, found.answers, isOwn, lose)
    case 'gaps':
      tellGeneral()
      return gapsOf(common, asked, found.gaps, lose)
  }
}

/**
 * The reasons that our own files put under a question, a line for each of its parts. From elsewhere
 * such a text is left out.
 */
function reasonsIn(general: string, count: number, isOwn: boolean, lose: Lose): string[] {
  const lines = linesOf(general)
  const isEach = isOwn && lines.length <= count
  if (general && !isEach) lose('generalFeedback', oneLine(general))
  return Array.from({ length: count }, (_, i) => (isEach ? oneLine(lines[i] ?? '') : ''))
}

function orderOf(
  common: CommonParts,
  items: { text: string; feedback: string }[],
  reasons: string[],
): BankQuestion {
  return {
    ...common,
    type: 'order',
    items: items.map(({ text, feedback }, i) => ({
      text,
      reason: feedback || (reasons[i] as string),
    })),
  }
}

function matchOf(
  common: CommonParts,
  pairs: { left: string; right: string }[],
  asked: FoundQuestion,
  isOwn: boolean,
  lose: Lose,
) {
  const items = asked.tags.includes(orderTag) ? itemsOf(pairs) : null
  if (items) return orderOf(common, items, reasonsIn(asked.general, items.length, isOwn, lose))
  const whole = pairs.filter(({ left }) => left)
  const unpaired = pairs.filter(({ left }) => !left).map(({ right }) => right)
  if (unpaired.length > 0) lose('unpaired', unpaired.join(', '))
  const reasons = reasonsIn(asked.general, whole.length, isOwn, lose)
  const question: BankQuestion = {
    ...common,
    type: 'match',
    pairs: whole.map((pair, i) => ({ ...pair, reason: reasons[i] as string })),
  }
  return question
}

function fillInOf(
  common: CommonParts,
  asked: FoundQuestion,
  answers: (Answer | NumberAnswer)[],
  isOwn: boolean,
  lose: Lose,
) {
  const lines = linesOf(asked.text)
  const hasSentence = isOwn && lines.length > 1
  const gap = readGap(
    hasSentence ? (lines.at(-1) as string).replace(/_{5,}/, '___') : '___',
    answers,
    lose,
  )
  const prompt = hasSentence ? oneLine(lines.slice(0, -1).join(' ')) : common.prompt
  return gap && { ...common, type: 'fill-in' as const, prompt, gaps: [gap] }
}

function gapsOf(
  common: CommonParts,
  asked: FoundQuestion,
  found: (Answer[] | NumberAnswer[])[],
  lose: Lose,
): BankQuestion | null {
  const lines = linesOf(asked.text)
  const sentences = lines.filter((line) => line.includes(gapMark)).flatMap(oneSentenceAGap)
  if (sentences.length !== found.length) {
    lose('unreadable', String(asked.line))
    return null
  }
  const gaps = found.map((answers, i) => readGap(sentences[i] as string, answers, lose))
  if (!gaps.every((gap) => gap !== null)) return null
  return {
    ...common,
    type: 'fill-in',
    prompt: oneLine(lines.filter((line) => !line.includes(gapMark)).join(' ')),
    gaps,
  }
}
