import { largestFile, oneLine, type Read } from './bank.ts'
import type { Answer, NumberAnswer } from './bank-answers.ts'
import type { Found } from './found-question.ts'
import {
  type GiftAnswer,
  type GiftAnswers,
  type GiftQuestion,
  type GiftText,
  parseGift,
} from './gift-parser.ts'
import { plainText } from './plain-text.ts'
import { QuestionReader } from './question-reader.ts'

/**
 * Lines of a file between two empty ones: what they say, and what the comments among them say of
 * it.
 */
interface Block {
  text: string
  line: number
  comments: { text: string; line: number }[]
}

/**
 * The questions of a file: as in Moodle, an empty line ends one, and a line that begins with // is
 * no part of it.
 */
function blocksOf(file: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let comments: Block['comments'] = []
  const end = (line: number) => {
    if (lines.length > 0)
      blocks.push({ text: lines.join('\n'), line: line - lines.length, comments })
    lines = []
    comments = []
  }
  const all = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (const [i, written] of all.entries()) {
    const line = written.trim()
    if (line === '') {
      end(i + 1)
      continue
    }
    if (line.startsWith('//')) comments.push({ text: line, line: i + 1 })
    lines.push(line.startsWith('//') ? ' ' : line)
  }
  end(all.length + 1)
  return blocks
}

// As in Moodle's database. Without an end, each mark that is never closed would be looked for to
// the end of its line.
const longestMark = 255
const markForms = {
  id: new RegExp(`\\[id:((?:\\\\\\]|[^\\]\\p{Cc}]){1,${longestMark}})\\]`, 'gu'),
  tag: new RegExp(`\\[tag:((?:\\\\\\]|[^\\]\\p{Cc}]){1,${longestMark}})\\]`, 'gu'),
}

/** What comments say of a question, as [id:…] or [tag:…]. */
function marks(comments: Block['comments'], name: keyof typeof markForms): string[] {
  return comments.flatMap(({ text }) =>
    [...text.matchAll(markForms[name])].map((found) =>
      (found[1] as string).replaceAll('\\]', ']').trim(),
    ),
  )
}

const exported = /^\/\/ question: \d+\s+name: (.*)$/

/** The line that Moodle writes over each question, and over each that it then leaves out. */
function leftOutIn({ text, comments }: Block): { name: string; line: number }[] {
  const heads = comments.flatMap(({ text, line }) => {
    const name = exported.exec(text)?.[1]
    return name === undefined || name.startsWith('Switch category to ') ? [] : [{ name, line }]
  })
  return text.trim() === '' ? heads : heads.slice(0, -1)
}

class GiftQuestions {
  readonly #reader: QuestionReader
  readonly #language: string | null

  constructor(language: string | null) {
    this.#language = language
    this.#reader = new QuestionReader()
  }

  read(blocks: Block[]): Read {
    for (const block of blocks) {
      for (const { name, line } of leftOutIn(block))
        this.#reader.lose({ question: '', loss: 'leftOutByMoodle', line, detail: name })
      if (block.text.trim() !== '') this.#readBlock(block)
    }
    return { kind: 'read', bank: this.#reader.bank() }
  }

  #readBlock(block: Block) {
    const found = parseGift(block.text)
    if (found.kind === 'category') return this.#reader.beginCategory(found.path, block.line)
    if (found.kind === 'question') return this.#add(block, found)
    const line = block.line + found.lines
    this.#reader.lose({ question: '', loss: 'unreadable', line, detail: String(line) })
  }

  #text({ text, format }: GiftText): string {
    const read = plainText(text, format, this.#language)
    for (const { loss, detail } of read.lost) this.#reader.noteForNext(loss, detail)
    return read.text
  }

  #line(text: GiftText): string {
    return oneLine(this.#text(text))
  }

  #answers(answers: GiftAnswer[]): Answer[] {
    return answers.map(({ text, feedback, share }) => ({
      text: this.#line(text),
      feedback: this.#line(feedback),
      share,
    }))
  }

  /** What is typed is compared as it stands: nothing in it is markup. */
  #typed(answers: GiftAnswer[]): Answer[] {
    return answers.map(({ text, feedback, share }) => ({
      text: oneLine(text.text),
      feedback: this.#line(feedback),
      share,
    }))
  }

  #numbers(answers: GiftAnswer[]): NumberAnswer[] {
    return this.#typed(answers).map((one) => {
      const [number = '', tolerance = ''] = one.text.split(/\s*:\s*/)
      if (one.text.includes('..'))
        return { ...one, text: one.text.replace(/\s*\.\.\s*/, '–'), isExact: false }
      return { ...one, text: number, isExact: Number(tolerance) === 0 }
    })
  }

  #found(answers: GiftAnswers): Found {
    switch (answers.type) {
      case 'description':
      case 'essay':
        return { kind: answers.type }
      case 'choice':
        return {
          kind: answers.isSingle ? 'single' : 'multiple',
          answers: this.#answers(answers.answers),
        }
      case 'short':
        return { kind: 'short', answers: this.#typed(answers.answers) }
      case 'number': {
        const wrong = this.#line(answers.wrongFeedback)
        if (wrong) this.#reader.noteForNext('generalFeedback', wrong)
        return { kind: 'number', answers: this.#numbers(answers.answers) }
      }
      case 'true-false': {
        const [wrong, right] = [this.#line(answers.whenWrong), this.#line(answers.whenRight)]
        const { isTrue } = answers
        return {
          kind: 'true-false',
          isTrue,
          ifTrue: isTrue ? right : wrong,
          ifFalse: isTrue ? wrong : right,
        }
      }
      case 'match':
        return {
          kind: 'match',
          pairs: answers.pairs.map(({ left, right }) => ({
            left: this.#line(left),
            right: oneLine(right),
          })),
        }
      case 'order': {
        const items = answers.items.map((text) => ({
          text: this.#line({ text, format: 'moodle' }),
          feedback: '',
        }))
        if (answers.shown < items.length)
          this.#reader.noteForNext('showsSome', `${answers.shown}/${items.length}`)
        return { kind: 'order', items }
      }
    }
  }

  #add(block: Block, question: GiftQuestion) {
    this.#reader.add({
      line: block.line,
      id: marks(block.comments, 'id').at(-1) ?? null,
      name: question.name,
      tags: marks(block.comments, 'tag'),
      text: this.#text(question.stem),
      general: this.#text(question.general),
      hints: [],
      found: this.#found(question.answers),
    })
  }
}

/**
 * Reads questions in GIFT. One that cannot be read is reported with its line; the others are read
 * all the same.
 */
export function readGift(file: string, language: string | null = null): Read {
  if (file.length > largestFile)
    return {
      kind: 'unreadable',
      why: { line: 1, message: 'questions:fileTooLarge', detail: String(largestFile / 1_000_000) },
    }
  if (file.trim() === '')
    return { kind: 'unreadable', why: { line: 1, message: 'questions:fileEmpty', detail: '' } }
  return new GiftQuestions(language).read(blocksOf(file))
}
