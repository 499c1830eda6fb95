import type { BankQuestion, Gap, Reasoned } from './bank.ts'
import { IdAllocator, slugOf } from './ids.ts'

/**
 * Questions as an author pastes them into a chapter, and what is still to be written there, with
 * the line.
 */
export interface WrittenMdx {
  text: string
  missing: { line: number; question: string; what: string }[]
}

/** Words that stay the same words in MDX: nothing in them is markup or program. */
function words(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>&~|]/g, (character) => (character === '&' ? '&amp;' : `\\${character}`))
    .replace(/^([#+\-=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^(import|export)\b/, (keyword) => `&#${keyword.charCodeAt(0)};${keyword.slice(1)}`)
    .replace(/:\/\//g, ':\\//')
}

const value = (text: string) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
const reasonOf = (reason: string) => `reason=${value(reason)}`

/**
 * Ids for the parts of a question, made of their words. Where the words have no Latin letters, of
 * their kind and number.
 */
function idsFor(texts: string[], kind: string, reserved: string[] = []): string[] {
  const ids = new IdAllocator(reserved)
  return texts.map((text, i) => ids.take(ids.free(slugOf(text) || `${kind}-${i + 1}`)))
}

const minPoints = 2
// What a reflection stores beside its points.
const reservedPoints = ['text', 'compared']

interface Line {
  text: string
  /** What the author still has to write on it. */
  missing?: string
}

function partLines(
  element: string,
  kind: string,
  parts: (Reasoned & { isCorrect?: boolean })[],
): Line[] {
  const ids = idsFor(
    parts.map(({ text }) => text),
    kind,
  )
  return parts.map(({ text, reason, isCorrect }, i) => ({
    text: `<${element} id="${ids[i]}"${isCorrect ? ' correct' : ''} ${reasonOf(reason)}>${words(text)}</${element}>`,
    ...(reason ? {} : { missing: `the reason of "${ids[i]}"` }),
  }))
}

function gapLines({ sentence, accepted, wrong, reason }: Gap, id: string): Line[] {
  return [
    {
      text: `<Blank id="${id}" ${reasonOf(reason)}>`,
      ...(reason ? {} : { missing: `the reason of "${id}"` }),
    },
    { text: words(sentence) },
    ...accepted.map((text) => ({ text: `<Accept>${words(text)}</Accept>` })),
    ...wrong.map((one) => ({
      text: `<Wrong ${reasonOf(one.reason)}>${words(one.text)}</Wrong>`,
      ...(one.reason ? {} : { missing: `the reason of "${one.text}"` }),
    })),
    { text: '</Blank>' },
  ]
}

function linesOf(question: BankQuestion): Line[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return partLines('Option', 'option', question.options)
    case 'true-false':
      return [true, false].map((isTrue) => {
        const reason = isTrue ? question.ifTrue : question.ifFalse
        return {
          text: `<Option id="${isTrue}"${question.isTrue === isTrue ? ' correct' : ''} ${reasonOf(reason)} />`,
          ...(reason ? {} : { missing: `the reason of "${isTrue}"` }),
        }
      })
    case 'order':
      return partLines('Item', 'item', question.items)
    case 'match': {
      const ids = idsFor(
        question.pairs.map(({ left }) => left),
        'pair',
      )
      return question.pairs.map(({ left, right, reason }, i) => ({
        text: `<Pair id="${ids[i]}" left=${value(left)} right=${value(right)} ${reasonOf(reason)} />`,
        ...(reason ? {} : { missing: `the reason of "${ids[i]}"` }),
      }))
    }
    case 'fill-in':
      return question.gaps.flatMap((gap, i) =>
        gapLines(gap, question.gaps.length > 1 ? `gap-${i + 1}` : 'gap'),
      )
    case 'reflection': {
      const ids = idsFor(question.points, 'point', reservedPoints)
      const lacking = Math.max(0, minPoints - question.points.length)
      return [
        {
          text: `<Model>${words(question.model)}</Model>`,
          ...(question.model ? {} : { missing: 'the model answer' }),
        },
        ...question.points.map((point, i) => ({
          text: `<Point id="${ids[i]}">${words(point)}</Point>`,
        })),
        ...Array.from({ length: lacking }, (_, i) => ({
          text: `<Point id="point-${question.points.length + i + 1}"></Point>`,
          missing: 'a point to compare with',
        })),
      ]
    }
  }
}

function questionLines(question: BankQuestion): Line[] {
  const { id, type, see, prompt, hints } = question
  return [
    {
      text: `<Question id="${id}" type="${type}" see="${see}">`,
      ...(see ? {} : { missing: 'the section that it leads to (see)' }),
    },
    { text: words(prompt), ...(prompt ? {} : { missing: 'its text' }) },
    ...hints.map((hint) => ({ text: `<Hint>${words(hint)}</Hint>` })),
    ...linesOf(question),
    { text: '</Question>' },
    { text: '' },
  ]
}

/**
 * Writes questions as a chapter has them. What the course's checks demand and no file gave is
 * listed, by line.
 */
export function writeMdx(questions: BankQuestion[]): WrittenMdx {
  const lines = questions.flatMap((question) =>
    questionLines(question).map((line) => ({ ...line, question: question.id })),
  )
  return {
    text: lines.map(({ text }) => `${text}\n`).join(''),
    missing: lines.flatMap(({ missing, question }, i) =>
      missing ? [{ line: i + 1, question, what: missing }] : [],
    ),
  }
}
