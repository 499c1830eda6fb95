import { type BankQuestion, oneLine, orderTag, seeOf } from './bank.ts'
import { type Answer, type NumberAnswer, readGap, readOptions } from './bank-answers.ts'
import { gapMark } from './cloze.ts'
import type { LossName } from './conversion-warnings.ts'
import type { FoundQuestion } from './found-question.ts'

/** Notes something that a question loses. */
export type Lose = (loss: LossName, detail?: string) => void
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

/**
 * A found question as a course holds it, with all told that a course cannot hold; null where it can
 * hold none of it.
 */
export function fitQuestion(
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
