import { type GIFTQuestion, parse, type TextChoice, type TextFormat as WrittenText } from 'gift-pegjs'
import { largestFile, oneLine, type Read, seeOf } from './bank.ts'
import { plainText } from './plain-text.ts'
import { type Answer, type Found, QuestionReader } from './question-reader.ts'

interface Block {
  text: string
  line: number
}

/** The questions of a file: as in Moodle, an empty line ends one. */
function blocksOf(file: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const end = (line: number) => {
    // A block of comments alone is no question.
    if (lines.some((one) => one.trim() !== '' && !one.trim().startsWith('//')))
      blocks.push({ text: lines.join('\n'), line: line - lines.length })
    lines = []
  }
  const all = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (const [i, line] of all.entries()) {
    if (line.trim() === '') end(i + 1)
    else lines.push(line)
  }
  end(all.length + 1)
  return blocks
}

const placeholders: [RegExp, string][] = [
  [/&&092;/g, '\\'],
  [/&&058;/g, ':'],
  [/&&035;/g, '#'],
  [/&&061;/g, '='],
  [/&&123;/g, '{'],
  [/&&125;/g, '}'],
  [/&&126;/g, '~'],
  [/&&010;/g, '\n'],
]

/** The parser leaves its own placeholders in the right side of a pair. */
function decodedRight(text: string): string {
  return placeholders.reduce((result, [mark, character]) => result.replace(mark, character), text)
}

/** Moodle's own ordering question, which the parser does not know: `{>3 ALL` and then an item a line. */
function orderingIn(text: string): { head: string; items: string[] } | null {
  const match = /^([\s\S]*?)(?<!\\)\{>[^\n]*\n([\s\S]*?)\}\s*$/.exec(text)
  if (!match) return null
  const items = (match[2] as string).split('\n').map((item) => item.trim())
  return { head: match[1] as string, items: items.filter(Boolean) }
}

// A character that no text has: it stands for an arrow while a question is parsed.
const hiddenArrow = '\ue000'

/** With a wrong option, an arrow is no pair's for Moodle; the parser would take it for one. */
function hideArrows(text: string): string {
  return /(?<!\\)(\\\\)*~/.test(text) ? text.replaceAll('->', hiddenArrow) : text
}

const right = (weight: number | null, isCorrect: boolean) => (weight === null ? (isCorrect ? 100 : 0) : weight)

class GiftQuestions {
  readonly #reader = new QuestionReader()
  #block: Block = { text: '', line: 1 }

  read(blocks: Block[]): Read {
    for (const block of blocks) {
      this.#block = block
      this.#readBlock(block)
    }
    return { kind: 'read', bank: this.#reader.bank() }
  }

  #readBlock({ text, line }: Block) {
    const ordering = orderingIn(text)
    try {
      if (ordering) {
        const [asked] = parse(`${ordering.head}{}`)
        if (asked?.type === 'Essay')
          this.#add(asked, { kind: 'order', items: ordering.items.map((item) => ({ text: item, feedback: '' })) })
        return
      }
      for (const question of parse(hideArrows(text))) this.#readQuestion(question)
    } catch (error) {
      const { location } = error as { location?: { start: { line: number } } }
      if (!location) throw error
      const at = Math.min(line + location.start.line, line + text.split('\n').length) - 1
      this.#reader.lose({ question: '', loss: 'unreadable', line: at, detail: String(at) })
    }
  }

  #text(written: WrittenText | null): string {
    if (!written) return ''
    const { text, lost } = plainText(written.text.replaceAll(hiddenArrow, '->'), written.format)
    for (const loss of lost) this.#reader.noteForNext(loss)
    return text
  }

  #answers(choices: TextChoice[]): Answer[] {
    return choices.map(({ text, feedback, isCorrect, weight }) => ({
      text: oneLine(this.#text(text)),
      feedback: oneLine(this.#text(feedback)),
      share: right(weight, isCorrect),
    }))
  }

  #readQuestion(question: GIFTQuestion) {
    switch (question.type) {
      case 'Category':
        return this.#reader.beginCategory()
      case 'Description':
        return this.#add(question, { kind: 'description' })
      case 'MC': {
        const isMultiple = question.choices.every(({ isCorrect }) => !isCorrect)
        return this.#add(question, { kind: isMultiple ? 'multiple' : 'single', answers: this.#answers(question.choices) })
      }
      case 'Short':
        return this.#add(question, { kind: 'short', answers: this.#answers(question.choices) })
      case 'TF': {
        // What the parser calls the feedback of true is, in GIFT, that of a wrong answer.
        const [whenWrong, whenRight] = [this.#text(question.trueFeedback), this.#text(question.falseFeedback)].map(oneLine) as [
          string,
          string,
        ]
        const [ifTrue, ifFalse] = question.isTrue ? [whenRight, whenWrong] : [whenWrong, whenRight]
        return this.#add(question, { kind: 'true-false', isTrue: question.isTrue, ifTrue, ifFalse })
      }
      case 'Matching': {
        const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
          left: oneLine(this.#text(subquestion)),
          right: oneLine(decodedRight(subanswer)),
        }))
        const isOrder = question.tags?.includes('type:order') ?? false
        return this.#add(
          question,
          isOrder ? { kind: 'order', items: pairs.map(({ right: text }) => ({ text, feedback: '' })) } : { kind: 'match', pairs },
        )
      }
      case 'Essay':
        return this.#add(question, { kind: 'essay' })
      case 'Numerical': {
        const choices = Array.isArray(question.choices)
          ? question.choices
          : [{ text: question.choices, feedback: null, isCorrect: true, weight: null }]
        return this.#add(question, {
          kind: 'number',
          answers: choices.map(({ text, feedback, isCorrect, weight }) => ({
            text: text.type === 'high-low' ? `${text.numberLow}–${text.numberHigh}` : String(text.number ?? '*'),
            isExact: text.type === 'simple' || (text.type === 'range' && text.range === 0),
            feedback: oneLine(this.#text(feedback)),
            share: right(weight, isCorrect),
          })),
        })
      }
    }
  }

  #add(question: Exclude<GIFTQuestion, { type: 'Category' }>, found: Found) {
    const isBare = question.type === 'Description'
    const stem = this.#text(question.stem)
    // The parser puts a space behind the gap that a missing word leaves.
    const isEmbedded = question.hasEmbeddedAnswers
    this.#reader.add({
      line: this.#block.line,
      id: question.id ?? null,
      name: question.title ?? '',
      see: seeOf(question.tags ?? []),
      text: isEmbedded ? stem.replace(/_____ (?=[.,;:!?])/, '_____') : stem,
      general: isBare ? '' : this.#text(question.globalFeedback),
      hints: [],
      found,
    })
  }
}

/** Reads questions in GIFT. One that cannot be read is reported with its line; the others are read all the same. */
export function readGift(file: string): Read {
  if (file.length > largestFile)
    return { kind: 'unreadable', why: { line: 1, message: 'questions:fileTooLarge', detail: String(largestFile / 1_000_000) } }
  return new GiftQuestions().read(blocksOf(file))
}
