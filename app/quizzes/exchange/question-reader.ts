import { type BankQuestion, type Gap, oneLine, type ReadBank, type ReadQuestion } from './bank.ts'
import { gapMark } from './cloze.ts'
import { freeId, slugOf } from './ids.ts'
import type { Loss, LossName } from './losses.ts'

/** An answer as other platforms know it: its share of the marks in percent, and what is said of it. */
export interface Answer {
  text: string
  feedback: string
  share: number
}

/** A number that is an answer, and whether others near it are none. */
export type NumberAnswer = Answer & { isExact: boolean }

/** What kind of question a file holds, with its answers, before it is known whether a course can hold it. */
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
  | { kind: 'other'; name: string }

/** A question in a file. `see` is null in a file that is not of our own making; its text and feedback may have several lines. */
export interface FoundQuestion {
  line: number
  id: string | null
  name: string
  see: string | null
  text: string
  general: string
  hints: string[]
  found: Found
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))
const unstarred = (text: string) => text.replaceAll('\\*', '*')
/** A sentence for each of its gaps, in which the others are passed over. */
function oneSentenceAGap(line: string): string[] {
  const pieces = line.split(gapMark)
  return pieces
    .slice(1)
    .map((_, gap) => oneLine(pieces.map((piece, i) => (i === 0 ? piece : (i === gap + 1 ? '___' : '…') + piece)).join('')))
}
const hasWildcard = (text: string) => /(?<!\\)\*/.test(text)

/** Turns what was found in a file into questions of a course, and keeps account of all that a course cannot hold. */
export class QuestionReader {
  readonly #questions: ReadQuestion[] = []
  readonly #losses: Loss[] = []
  readonly #taken = new Set<string>()
  #noted: LossName[] = []

  /** Notes a loss, of a question or of a place in the file. */
  lose(loss: Loss) {
    this.#losses.push(loss)
  }

  /** Notes a loss in the texts of the question that is being read. */
  noteForNext(loss: LossName) {
    this.#noted.push(loss)
  }

  /** Begins a category: an id may stand once in each. */
  beginCategory() {
    this.#taken.clear()
  }

  bank(): ReadBank {
    return { questions: this.#questions, losses: this.#losses }
  }

  /** Takes a question in, if a course can hold it. */
  add(asked: FoundQuestion) {
    const noted = [...new Set(this.#noted)]
    this.#noted = []
    const id = freeId([asked.id, asked.name, asked.text].map((text) => slugOf(text ?? '')).find(Boolean) ?? 'question', this.#taken)
    const lose = (loss: LossName, detail?: string) =>
      this.lose({ question: id, loss, line: asked.line, ...(detail === undefined ? {} : { detail }) })
    const question = this.#fitting(id, asked, lose)
    if (!question) return
    this.#taken.add(id)
    for (const loss of noted) lose(loss)
    this.#questions.push({ ...question, line: asked.line })
  }

  #fitting(id: string, asked: FoundQuestion, lose: (loss: LossName, detail?: string) => void): BankQuestion | null {
    const { found, general, see } = asked
    const common = { id, see: see ?? '', prompt: oneLine(asked.text), hints: asked.hints.map(oneLine).filter(Boolean) }
    const isOwn = see !== null
    const reasons = (count: number) => {
      const lines = linesOf(general)
      if (isOwn && lines.length <= count) return Array.from({ length: count }, (_, i) => oneLine(lines[i] ?? ''))
      if (general) lose('generalFeedback', oneLine(general))
      return Array.from({ length: count }, () => '')
    }
    const otherwise = () => {
      if (general) lose('generalFeedback', oneLine(general))
    }
    switch (found.kind) {
      case 'description':
        lose('description', common.prompt)
        return null
      case 'other':
        lose('otherType', found.name)
        return null
      case 'single':
      case 'multiple':
        otherwise()
        return this.#choice(found.kind, found.answers, common, lose)
      case 'true-false':
        otherwise()
        return { ...common, type: 'true-false', isTrue: found.isTrue, ifTrue: found.ifTrue, ifFalse: found.ifFalse }
      case 'order': {
        const own = reasons(found.items.length)
        return {
          ...common,
          type: 'order',
          items: found.items.map(({ text, feedback }, i) => ({ text, reason: feedback || (own[i] as string) })),
        }
      }
      case 'match': {
        const whole = found.pairs.filter(({ left }) => left)
        if (whole.length < found.pairs.length)
          lose(
            'unpaired',
            found.pairs
              .filter(({ left }) => !left)
              .map(({ right }) => right)
              .join(', '),
          )
        const own = reasons(whole.length)
        return { ...common, type: 'match', pairs: whole.map((pair, i) => ({ ...pair, reason: own[i] as string })) }
      }
      case 'essay': {
        const [model = '', ...points] = isOwn ? linesOf(general).map(oneLine) : [oneLine(general)]
        return { ...common, type: 'reflection', model, points }
      }
      case 'number':
      case 'short': {
        otherwise()
        const lines = linesOf(asked.text)
        const hasSentence = isOwn && lines.length > 1
        const sentence = hasSentence ? (lines.at(-1) as string).replace(/_{5,}/, '___') : '___'
        const gap = this.#gap(sentence, found.answers, lose)
        return (
          gap && { ...common, type: 'fill-in', prompt: hasSentence ? oneLine(lines.slice(0, -1).join(' ')) : common.prompt, gaps: [gap] }
        )
      }
      case 'gaps': {
        otherwise()
        const lines = linesOf(asked.text)
        const sentences = lines.filter((line) => line.includes(gapMark)).flatMap(oneSentenceAGap)
        if (sentences.length !== found.gaps.length) {
          lose('unreadable')
          return null
        }
        const gaps = found.gaps.map((answers, i) => this.#gap(sentences[i] as string, answers, lose))
        if (!gaps.every((gap) => gap !== null)) return null
        const prompt = oneLine(lines.filter((line) => !line.includes(gapMark)).join(' '))
        return { ...common, type: 'fill-in', prompt, gaps }
      }
    }
  }

  #choice(
    kind: 'single' | 'multiple',
    answers: Answer[],
    common: Omit<BankQuestion, 'type'>,
    lose: (loss: LossName, detail?: string) => void,
  ): BankQuestion | null {
    const isRight = ({ share }: Answer) => (kind === 'multiple' ? share > 0 : share >= 100)
    const right = answers.filter(isRight)
    if (right.length === 0) {
      lose('noRightAnswer')
      return null
    }
    if (kind === 'single' && right.length > 1) {
      lose('eitherRight', right.map(({ text }) => text).join(', '))
      return null
    }
    for (const one of answers) if (kind === 'single' && one.share > 0 && one.share < 100) lose('partialCredit', one.text)
    return { ...common, type: kind, options: answers.map((one) => ({ text: one.text, reason: one.feedback, isCorrect: isRight(one) })) }
  }

  #gap(sentence: string, answers: (Answer | NumberAnswer)[], lose: (loss: LossName, detail?: string) => void): Gap | null {
    const near = answers.filter((one) => 'isExact' in one && !one.isExact)
    for (const { text } of near) lose('tolerance', text)
    for (const { text } of answers) if (hasWildcard(text)) lose('wildcard', text)
    const exact = answers
      .filter((one) => !near.includes(one))
      .filter(({ text }) => !hasWildcard(text))
      .map((one) => ({ ...one, text: unstarred(one.text) }))
    for (const { text, share } of exact) if (share > 0 && share < 100) lose('partialCredit', text)
    const right = exact.filter(({ share }) => share >= 100)
    if (right.length === 0) {
      lose('noRightAnswer')
      return null
    }
    const told = right.map(({ feedback }) => feedback).filter(Boolean)
    for (const feedback of new Set(told.slice(1))) if (feedback !== told[0]) lose('generalFeedback', feedback)
    return {
      sentence,
      accepted: right.map(({ text }) => text),
      wrong: exact.filter(({ share }) => share < 100).map(({ text, feedback }) => ({ text, reason: feedback })),
      reason: told[0] ?? '',
    }
  }
}
