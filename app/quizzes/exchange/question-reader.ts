import { type BankQuestion, oneLine, type ReadBank, type ReadQuestion } from './bank.ts'
import { freeId, slugOf } from './ids.ts'
import type { Loss, LossName } from './losses.ts'

/** An answer as other platforms know it: its share of the marks in percent, and what is said of it. */
export interface Answer {
  text: string
  feedback: string
  share: number
}

/** What kind of question a file holds, with its answers, before it is known whether a course can hold it. */
export type Found =
  | { kind: 'single' | 'multiple' | 'short'; answers: Answer[] }
  | { kind: 'number'; answers: (Answer & { isExact: boolean })[] }
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
        otherwise()
        for (const { isExact, text } of found.answers) if (!isExact) lose('tolerance', text)
        return this.#fillIn(
          asked,
          found.answers.filter(({ isExact }) => isExact),
          common,
          lose,
        )
      case 'short':
        otherwise()
        return this.#fillIn(asked, found.answers, common, lose)
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

  #fillIn(
    asked: FoundQuestion,
    answers: Answer[],
    common: Omit<BankQuestion, 'type'>,
    lose: (loss: LossName, detail?: string) => void,
  ): BankQuestion | null {
    for (const { text } of answers) if (hasWildcard(text)) lose('wildcard', text)
    const exact = answers.filter(({ text }) => !hasWildcard(text)).map((one) => ({ ...one, text: unstarred(one.text) }))
    for (const { text, share } of exact) if (share > 0 && share < 100) lose('partialCredit', text)
    const right = exact.filter(({ share }) => share >= 100)
    if (right.length === 0) {
      lose('noRightAnswer')
      return null
    }
    const lines = linesOf(asked.text)
    const last = (lines.at(-1) ?? '').replace(/_{5,}/, '___')
    const isOwn = asked.see !== null && lines.length > 1
    const told = right.map(({ feedback }) => feedback).filter(Boolean)
    for (const feedback of new Set(told.slice(1))) if (feedback !== told[0]) lose('generalFeedback', feedback)
    return {
      ...common,
      type: 'fill-in',
      prompt: isOwn ? oneLine(lines.slice(0, -1).join(' ')) : common.prompt,
      sentence: isOwn ? last : '___',
      accepted: right.map(({ text }) => text),
      wrong: exact.filter(({ share }) => share < 100).map(({ text, feedback }) => ({ text, reason: feedback })),
      reason: told[0] ?? '',
    }
  }
}
