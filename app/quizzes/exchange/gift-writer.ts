import { type Bank, type BankQuestion, orderTag, seeTag, type WrittenBank } from './bank.ts'
import type { Loss, LossName } from './conversion-warnings.ts'
import { refusedByMoodle } from './moodle-limits.ts'
import { rightShare, wrongShare } from './moodle-marks.ts'

// Two things have no escape in GIFT: the arrow of a pair, and what Moodle itself puts in the place
// of an escaped character.
const arrow = '->'
const placeholder = /&&(?=\d{3};|010)/g
// Moodle shows a character's number as the character, even in a text that is said to be plain.
const numbered = /&#(?:\d+|x[\da-f]+);/i

type Format = 'plain' | 'html'

const signs = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
const withoutPlaceholders = (text: string) => text.replace(placeholder, '&& ')
const withoutArrows = (text: string) => text.replaceAll(arrow, '→')
const starred = (answer: string) => answer.replaceAll('*', '\\*')

/** Words as HTML, in which nothing is markup or a character's number. */
function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}

/**
 * How the texts of one question are written: all of them in the same format, which its stem says.
 */
class TextsOf {
  readonly format: Format

  constructor(question: BankQuestion) {
    this.format = numbered.test(JSON.stringify(question)) ? 'html' : 'plain'
  }

  text(text: string): string {
    const safe = withoutPlaceholders(text)
    return signs(this.format === 'html' ? asHtml(safe) : safe)
  }

  /**
   * A text at the beginning of an answer or a feedback: what begins like a format or a weight has
   * the format before it.
   */
  part(text: string): string {
    const written = this.text(text)
    return /^[[%]/.test(written) ? `[${this.format}]${written}` : written
  }

  feedback(reason: string): string {
    return reason ? `#${this.part(reason)}` : ''
  }

  general(lines: string[]): string {
    return lines.some(Boolean) ? `\t####${this.part(lines.join('\n'))}\n` : ''
  }
}

/** Words that Moodle compares as they stand, in no format. */
function typed(answer: string): string {
  const written = signs(starred(withoutArrows(withoutPlaceholders(answer))))
  return written.startsWith('[') ? `[plain]${written}` : written
}

/** A pair's right side, which has no format. */
const rightSide = (text: string) => signs(withoutPlaceholders(text))

function answersOf(question: BankQuestion, texts: TextsOf): string {
  switch (question.type) {
    case 'single':
      return question.options
        .map(
          (one) =>
            `\t${one.isCorrect ? '=' : '~'}${texts.part(one.text)}${texts.feedback(one.reason)}\n`,
        )
        .join('')
    case 'multiple': {
      const right = question.options.filter((one) => one.isCorrect).length
      const wrong = question.options.length - right
      const weight = (isCorrect: boolean) =>
        `%${isCorrect ? rightShare(right) : wrongShare(wrong)}%`
      return question.options
        .map(
          (one) =>
            `\t~${weight(one.isCorrect)}${texts.part(one.text)}${texts.feedback(one.reason)}\n`,
        )
        .join('')
    }
    case 'true-false': {
      const [whenWrong, whenRight] = question.isTrue
        ? [question.ifFalse, question.ifTrue]
        : [question.ifTrue, question.ifFalse]
      const reasons = whenRight
        ? `#${texts.part(whenWrong)}${texts.feedback(whenRight)}`
        : texts.feedback(whenWrong)
      return `${question.isTrue ? 'TRUE' : 'FALSE'}${reasons}`
    }
    case 'order': {
      const items = question.items.map(({ text }, i) => `\t=${i + 1} -> ${rightSide(text)}\n`)
      return items.join('') + texts.general(question.items.map(({ reason }) => reason))
    }
    case 'match': {
      const pairs = question.pairs.map(
        ({ left, right }) => `\t=${texts.part(withoutArrows(left))} -> ${rightSide(right)}\n`,
      )
      return pairs.join('') + texts.general(question.pairs.map(({ reason }) => reason))
    }
    case 'fill-in': {
      const line = (weight: number, answer: string, reason: string) =>
        `\t=%${weight}%${typed(answer)}${texts.feedback(withoutArrows(reason))}\n`
      return question.gaps
        .flatMap(({ accepted, wrong, reason }) => [
          ...accepted.map((text) => line(100, text, reason)),
          ...wrong.map(({ text, reason }) => line(0, text, reason)),
        ])
        .join('')
    }
    case 'reflection':
      return texts.general([question.model, ...question.points]).trim()
  }
}

/**
 * The question's text; of a sentence with a gap, on a line of its own with the gap as Moodle knows
 * it.
 */
function stemOf(question: BankQuestion): string {
  if (question.type !== 'fill-in') return question.prompt
  return [
    question.prompt,
    ...question.gaps.map(({ sentence }) => sentence.replace('___', '_____')),
  ].join('\n')
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

/** The texts that Moodle shows without a format, a character's number as the character. */
function formatlessOf(question: BankQuestion): string[] {
  if (question.type === 'match') return question.pairs.map(({ right }) => right)
  return question.type === 'order' ? question.items.map(({ text }) => text) : []
}

const hasSeveralGaps = (question: BankQuestion) =>
  question.type === 'fill-in' && question.gaps.length > 1
const isHeld = (question: BankQuestion) => !hasSeveralGaps(question) && !refusedByMoodle(question)

function hasOtherCharacters(question: BankQuestion): boolean {
  return (
    JSON.stringify(question).search(placeholder) >= 0 ||
    arrowsOf(question).some((text) => text.includes(arrow)) ||
    formatlessOf(question).some((text) => numbered.test(text))
  )
}

function lossesOf(question: BankQuestion): Loss[] {
  if (hasSeveralGaps(question)) return [{ question: question.id, loss: 'severalGaps' }]
  const refused = refusedByMoodle(question)
  if (refused) return [refused]
  const found: LossName[] = []
  if (question.hints.length > 0) found.push('hints')
  if (question.type === 'order') found.push('orderAsMatch')
  if (question.type === 'order' || question.type === 'match') found.push('reasonsTogether')
  if (question.type === 'reflection') found.push('essayMark')
  if (hasOtherCharacters(question)) found.push('characters')
  return found.map((loss) => ({ question: question.id, loss }))
}

function questionText(question: BankQuestion): string {
  const texts = new TextsOf(question)
  const tags = [
    ...(question.see ? [seeTag(question.see)] : []),
    ...(question.type === 'order' ? [orderTag] : []),
  ]
  const marks = [`[id:${question.id}]`, ...tags.map((tag) => `[tag:${tag}]`)].join(' ')
  const answers = answersOf(question, texts)
  const isShort = question.type === 'true-false' || question.type === 'reflection'
  // The format is said first, so that no text is taken for markup.
  const stem = `[${texts.format}]${texts.text(stemOf(question))}`
  return `// ${marks}\n::${question.id}::${stem} {${isShort ? answers : `\n${answers}`}}\n`
}

/** A category's name as Moodle takes it: a slash in a name stands twice. */
export function categoryPath(...names: string[]): string {
  return ['$course$', 'top', ...names.map((name) => name.replaceAll('/', '//'))].join('/')
}

/**
 * Writes questions in Moodle's GIFT format. gift-reader.ts reads back the same, but for what is
 * reported.
 */
export function writeGift(bank: Bank): WrittenBank {
  const blocks = bank.categories.flatMap(({ title, questions }) => [
    `$CATEGORY: ${categoryPath(bank.title, title)}\n`,
    ...questions.filter(isHeld).map(questionText),
  ])
  return {
    text: `${blocks.join('\n')}\n`,
    losses: bank.categories.flatMap(({ questions }) => questions.flatMap(lossesOf)),
  }
}
