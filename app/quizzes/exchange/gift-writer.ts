import { type Bank, type BankQuestion, seeTag, type WrittenBank } from './bank.ts'
import type { Loss } from './losses.ts'

// Two things have no escape in GIFT: the arrow of a pair, and what Moodle itself puts in the place of an escaped character.
const arrow = /->/g
const placeholder = /&&(?=\d{3};)/g

/** A text with GIFT's own characters escaped. Where it begins like a format or a weight, the format is said first. */
function escaped(text: string, isArrowSafe: boolean): string {
  const safe = (isArrowSafe ? text : text.replace(arrow, '→')).replace(placeholder, '&& ')
  const plain = safe.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
  return /^[[%]/.test(plain) ? `[plain]${plain}` : plain
}

/** Moodle's weight of an option: right ones share the whole, and each wrong one takes as much away. */
function weight(isCorrect: boolean, right: number): string {
  const share = Number((100 / right).toFixed(5))
  return `%${isCorrect ? share : -share}%`
}

const feedback = (reason: string, text = escaped(reason, true)) => (reason ? `#${text}` : '')
const general = (lines: string[]) => (lines.some(Boolean) ? `\t####${escaped(lines.join('\n'), true)}\n` : '')
const starred = (answer: string) => answer.replaceAll('*', '\\*')

function answersOf(question: BankQuestion): string {
  switch (question.type) {
    case 'single':
      return question.options.map((one) => `\t${one.isCorrect ? '=' : '~'}${escaped(one.text, true)}${feedback(one.reason)}\n`).join('')
    case 'multiple': {
      const right = question.options.filter((one) => one.isCorrect).length
      return question.options.map((one) => `\t~${weight(one.isCorrect, right)}${escaped(one.text, true)}${feedback(one.reason)}\n`).join('')
    }
    case 'true-false': {
      const [whenWrong, whenRight] = question.isTrue ? [question.ifFalse, question.ifTrue] : [question.ifTrue, question.ifFalse]
      const reasons = whenRight ? `#${escaped(whenWrong, true)}${feedback(whenRight)}` : feedback(whenWrong)
      return `${question.isTrue ? 'TRUE' : 'FALSE'}${reasons}`
    }
    case 'order':
      return `${question.items.map(({ text }, i) => `\t=${i + 1} -> ${escapedRight(text)}\n`).join('')}${general(question.items.map(({ reason }) => reason))}`
    case 'match':
      return `${question.pairs.map(({ left, right }) => `\t=${escaped(left, false)} -> ${escapedRight(right)}\n`).join('')}${general(question.pairs.map(({ reason }) => reason))}`
    case 'fill-in': {
      const line = (mark: string, text: string, reason: string) =>
        `\t=${mark}${escaped(starred(text), false)}${feedback(reason, escaped(reason, false))}\n`
      return question.gaps
        .flatMap(({ accepted, wrong, reason }) => [
          ...accepted.map((text) => line('%100%', text, reason)),
          ...wrong.map(({ text, reason }) => line('%0%', text, reason)),
        ])
        .join('')
    }
    case 'reflection':
      return general([question.model, ...question.points]).trim()
  }
}

/** A pair's right side has no format of its own in GIFT. */
function escapedRight(text: string): string {
  return escaped(text, true).replace(/^\[plain\]/, '')
}

/** The question's text; of a sentence with a gap, on a line of its own with the gap as Moodle knows it. */
function stemOf(question: BankQuestion): string {
  if (question.type !== 'fill-in') return question.prompt
  return [question.prompt, ...question.gaps.map(({ sentence }) => sentence.replace('___', '_____'))].join('\n')
}

/** The texts in which an arrow would be read as that of a pair. */
function arrowsOf(question: BankQuestion): string[] {
  switch (question.type) {
    case 'match':
      return question.pairs.map(({ left }) => left)
    case 'fill-in':
      return question.gaps.flatMap(({ accepted, wrong, reason }) => [
        ...accepted,
        reason,
        ...wrong.flatMap((one) => [one.text, one.reason]),
      ])
    default:
      return []
  }
}

const hasSeveralGaps = (question: BankQuestion) => question.type === 'fill-in' && question.gaps.length > 1

function lossesOf(question: BankQuestion): Loss[] {
  if (hasSeveralGaps(question)) return [{ question: question.id, loss: 'severalGaps' }]
  const found: Loss['loss'][] = []
  if (question.hints.length > 0) found.push('hints')
  if (question.type === 'order') found.push('orderAsMatch')
  if (question.type === 'order' || question.type === 'match') found.push('reasonsTogether')
  if (JSON.stringify(question).search(placeholder) >= 0 || arrowsOf(question).some((text) => text.search(arrow) >= 0))
    found.push('characters')
  return found.map((loss) => ({ question: question.id, loss }))
}

function written(question: BankQuestion): string {
  const tags = [...(question.see ? [seeTag(question.see)] : []), ...(question.type === 'order' ? ['type:order'] : [])]
  const marks = [`[id:${question.id}]`, ...tags.map((tag) => `[tag:${tag}]`)].join(' ')
  const answers = answersOf(question)
  const isShort = question.type === 'true-false' || question.type === 'reflection'
  // The format is said first, so that no text is taken for markup.
  return `// ${marks}\n::${question.id}::[plain]${escaped(stemOf(question), true).replace(/^\[plain\]/, '')} {${isShort ? answers : `\n${answers}`}}\n`
}

/** A category's name as Moodle takes it: a slash in a name stands twice. */
export function categoryPath(...names: string[]): string {
  return ['$course$', 'top', ...names.map((name) => name.replaceAll('/', '//'))].join('/')
}

/** Writes questions in Moodle's GIFT format. gift-reader.ts reads back the same, but for what is reported. */
export function writeGift(bank: Bank): WrittenBank {
  const blocks = bank.categories.flatMap(({ title, questions }) => [
    `$CATEGORY: ${categoryPath(bank.title, title)}\n`,
    ...questions.filter((question) => !hasSeveralGaps(question)).map(written),
  ])
  return { text: `${blocks.join('\n')}\n`, losses: bank.categories.flatMap(({ questions }) => questions.flatMap(lossesOf)) }
}
