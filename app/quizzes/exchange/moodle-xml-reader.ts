import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { largestFile, oneLine, type Read, seeOf, type Unreadable } from './bank.ts'
import { readGaps } from './cloze.ts'
import { decodeReferences, plainText, type TextFormat } from './plain-text.ts'
import { type Answer, type Found, type NumberAnswer, QuestionReader } from './question-reader.ts'

type Attributes = Record<string, string>
type Node = { ':@'?: Attributes } & { [name: string]: Node[] | string }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: '#cdata',
  // Names are for us to decode: a file may define its own, which grow without end or read other files.
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
  captureMetaData: true,
})
const place = XMLParser.getMetaDataSymbol() as unknown as string

const childrenOf = (node: Node | undefined, name: string) => (node?.[name] as Node[] | undefined) ?? []
const named = (nodes: Node[], name: string) => nodes.filter((node) => name in node)
const attributesOf = (node: Node | undefined): Attributes => node?.[':@'] ?? {}

/** The characters in an element, with XML's own references decoded outside of CDATA. */
function charactersIn(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if ('#cdata' in node) return (node['#cdata'] as Node[]).map((one) => String(one['#text'] ?? '')).join('')
      return '#text' in node ? decodeReferences(String(node['#text']), true) : ''
    })
    .join('')
}

const formats: Record<string, TextFormat> = { html: 'html', moodle_auto_format: 'moodle', plain_text: 'plain', markdown: 'markdown' }

/** One question of the file. What is in it is read in order; what a course cannot hold is noted with the reader. */
class MoodleQuestion {
  readonly #children: Node[]
  readonly #reader: QuestionReader

  constructor(children: Node[], reader: QuestionReader) {
    this.#children = children
    this.#reader = reader
  }

  all(name: string): Node[] {
    return named(this.#children, name)
  }

  setting(name: string): string {
    return charactersIn(childrenOf(this.all(name)[0], name)).trim()
  }

  /** The words of an element's <text>, in the element's own format unless such elements have none: what is typed is compared as it stands. */
  words(node: Node | undefined, name: string, always?: TextFormat): string {
    const children = childrenOf(node, name)
    if (named(children, 'file').length > 0) this.#reader.noteForNext('pictures')
    const format = always ?? formats[attributesOf(node).format ?? ''] ?? 'html'
    return this.#plain(charactersIn(childrenOf(named(children, 'text')[0], 'text')), format)
  }

  #plain(written: string, format: TextFormat): string {
    const { text, lost } = plainText(written, format)
    for (const loss of lost) this.#reader.noteForNext(loss)
    return text
  }

  text(name: string, always?: TextFormat): string {
    return this.words(this.all(name)[0], name, always)
  }

  feedbackIn(node: Node): string {
    return oneLine(this.words(named(childrenOf(node, 'answer'), 'feedback')[0], 'feedback'))
  }

  answers(always?: TextFormat): Answer[] {
    return this.all('answer').map((node) => ({
      text: oneLine(this.words(node, 'answer', always)),
      feedback: this.feedbackIn(node),
      share: Number(attributesOf(node).fraction ?? 0) || 0,
    }))
  }

  pairs(): { left: string; right: string }[] {
    return this.all('subquestion').map((node) => {
      const right = named(childrenOf(node, 'subquestion'), 'answer')[0]
      return { left: oneLine(this.words(node, 'subquestion')), right: oneLine(this.words(right, 'answer', 'plain')) }
    })
  }

  tags(): string[] {
    return named(childrenOf(this.all('tags')[0], 'tags'), 'tag').map((tag) => this.words(tag, 'tag', 'plain'))
  }

  /** A text with its gaps. Null where one of them is chosen from a list: a course has no such gap. */
  gaps(): { text: string; found: Found } | null {
    const element = this.all('questiontext')[0]
    const written = childrenOf(named(childrenOf(element, 'questiontext'), 'text')[0], 'text')
    const { html, gaps } = readGaps(charactersIn(written))
    if (gaps.length === 0 || gaps.some(({ kind }) => kind === 'choice')) return null
    const said = (feedback: string) => oneLine(this.#plain(feedback, 'html'))
    const answers = gaps.map(({ kind, answers }) =>
      answers.map(({ text, feedback, share }) => {
        const [value = '', tolerance = '0'] = kind === 'number' ? text.split(':') : [text]
        const answer = { text: oneLine(value), feedback: said(feedback), share }
        return kind === 'number' ? { ...answer, isExact: Number(tolerance) === 0 } : answer
      }),
    )
    const format = formats[attributesOf(element).format ?? ''] ?? 'html'
    return { text: this.#plain(html, format), found: { kind: 'gaps', gaps: answers } }
  }

  numbers(): NumberAnswer[] {
    return this.all('answer').map((node, i) => {
      const tolerance = charactersIn(childrenOf(named(childrenOf(node, 'answer'), 'tolerance')[0], 'tolerance')).trim()
      return { ...(this.answers('plain')[i] as Answer), isExact: (Number(tolerance) || 0) === 0 }
    })
  }
}

function foundIn(question: MoodleQuestion, type: string): Found {
  switch (type) {
    case 'multichoice':
      return { kind: ['false', '0'].includes(question.setting('single')) ? 'multiple' : 'single', answers: question.answers() }
    case 'truefalse': {
      const answers = question.answers('plain')
      const [ifTrue, ifFalse] = ['true', 'false'].map((word) => answers.find(({ text }) => text.toLowerCase() === word))
      return {
        kind: 'true-false',
        isTrue: (ifTrue?.share ?? 0) > 0,
        ifTrue: ifTrue?.feedback ?? '',
        ifFalse: ifFalse?.feedback ?? '',
      }
    }
    case 'matching':
      return { kind: 'match', pairs: question.pairs() }
    case 'shortanswer':
      return { kind: 'short', answers: question.answers('plain') }
    case 'numerical':
      return { kind: 'number', answers: question.numbers() }
    case 'ordering': {
      const answers = question.answers()
      return { kind: 'order', items: [...answers].sort((a, b) => a.share - b.share).map(({ text, feedback }) => ({ text, feedback })) }
    }
    case 'essay':
      return { kind: 'essay' }
    case 'description':
      return { kind: 'description' }
    default:
      return { kind: 'other', name: type }
  }
}

const lineAt = (file: string, index: number) => file.slice(0, index).split('\n').length

/** The line of each place in a file, asked in order: a large file is gone through once. */
function lineCounter(file: string): (index: number) => number {
  let [at, line] = [0, 1]
  return (index) => {
    for (; at < index; at++) if (file[at] === '\n') line++
    return line
  }
}

/** Why a file is not read at all. A document type could define names that grow without end; no question bank has one. */
function refusal(file: string): Unreadable | null {
  if (file.length > largestFile) return { line: 1, message: 'questions:fileTooLarge', detail: String(largestFile / 1_000_000) }
  const doctype = file
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (hidden) => ' '.repeat(hidden.length))
    .search(/<!DOCTYPE|<!ENTITY/i)
  if (doctype >= 0) return { line: lineAt(file, doctype), message: 'questions:fileHasDoctype', detail: '' }
  const valid = XMLValidator.validate(file)
  return valid === true ? null : { line: valid.err.line, message: 'questions:fileNotXml', detail: '' }
}

/** The file's elements; null where more than a hundred stand inside one another, which the parser refuses with an exception. */
function parsed(text: string): Node[] | null {
  try {
    return parser.parse(text) as Node[]
  } catch {
    return null
  }
}

/** Reads questions in Moodle's XML. A file that is not whole is refused with a sentence and a line. */
export function readMoodleXml(file: string): Read {
  const text = file.replace(/^\uFEFF/, '')
  const why = refusal(text)
  if (why) return { kind: 'unreadable', why }
  const nodes = parsed(text)
  if (!nodes) return { kind: 'unreadable', why: { line: 1, message: 'questions:fileTooDeep', detail: '' } }
  const quiz = named(nodes, 'quiz')[0]
  if (!quiz) return { kind: 'unreadable', why: { line: 1, message: 'questions:fileNoQuiz', detail: '' } }
  const reader = new QuestionReader()
  const lineOf = lineCounter(text)
  for (const node of named(childrenOf(quiz, 'quiz'), 'question')) {
    const type = attributesOf(node).type ?? ''
    if (type === 'category') {
      reader.beginCategory()
      continue
    }
    const question = new MoodleQuestion(childrenOf(node, 'question'), reader)
    const embedded = type === 'cloze' ? question.gaps() : null
    const { startIndex = 0 } = ((node as Record<string, unknown>)[place] as { startIndex?: number } | undefined) ?? {}
    reader.add({
      line: lineOf(startIndex),
      id: question.setting('idnumber') ? decodeReferences(question.setting('idnumber')) : null,
      name: question.text('name', 'plain'),
      see: seeOf(question.tags()),
      text: embedded?.text ?? question.text('questiontext'),
      general: question.text('generalfeedback'),
      hints: question.all('hint').map((hint) => question.words(hint, 'hint')),
      found: embedded?.found ?? foundIn(question, type),
    })
  }
  return { kind: 'read', bank: reader.bank() }
}
