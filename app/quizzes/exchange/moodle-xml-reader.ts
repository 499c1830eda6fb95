import { XMLParser } from 'fast-xml-parser'
import { xmlParser } from '../../platform/xml.ts'
import { oneLine, type Read } from './bank.ts'
import type { LossName } from './conversion-warnings.ts'
import type { Found } from './found-question.ts'
import { decodeReferences } from './html-text.ts'
import { knownElements, typeNames } from './moodle-elements.ts'
import {
  attributesOf,
  childrenOf,
  MoodleQuestion,
  type Node,
  named,
  nameOf,
} from './moodle-question.ts'
import { QuestionReader } from './question-reader.ts'
import { whichIsTrue } from './true-false-words.ts'
import { xmlRefusal } from './xml-refusal.ts'

const parser = xmlParser({ captureMetaData: true })
const place = XMLParser.getMetaDataSymbol() as unknown as string

type Note = (loss: LossName, detail?: string) => void

/**
 * Moodle's yes and no: an element that says nothing is a no, one that is not there has the default.
 */
function isOn(question: MoodleQuestion, name: string, otherwise: boolean): boolean {
  return question.all(name).length === 0
    ? otherwise
    : !['false', '0', ''].includes(question.setting(name))
}

function trueFalseIn(question: MoodleQuestion, note: Note): Found {
  const answers = question.answers('plain')
  const words = answers.map(({ text }) => text)
  const which = whichIsTrue(words)
  const isRight = answers.map(({ share }) => share === 100)
  if (which.kind === 'unclear' || isRight.filter(Boolean).length !== 1)
    return { kind: 'refused', loss: 'trueFalseUnclear', detail: words.join(', ') }
  if (which.kind === 'place') note('trueFalseByPlace', words.join(', '))
  const [ifTrue, ifFalse] = which.trueAt === 0 ? answers : [...answers].reverse()
  return {
    kind: 'true-false',
    isTrue: isRight[which.trueAt] as boolean,
    ifTrue: ifTrue?.feedback ?? '',
    ifFalse: ifFalse?.feedback ?? '',
  }
}

const maxShown = 6

/**
 * Items as they stand in the file: Moodle goes by that, and by no number. Where the numbers say
 * another order, nobody can tell.
 */
function orderIn(question: MoodleQuestion, note: Note): Found {
  const answers = question.answers()
  const isSorted = answers.every(({ share }, i) => i === 0 || share >= (answers[i - 1]?.share ?? 0))
  if (!isSorted)
    return {
      kind: 'refused',
      loss: 'orderUnclear',
      detail: answers.map(({ text }) => text).join(', '),
    }
  const isAll = /^(?:ALL|EXACT)$/i.test(question.setting('selecttype'))
  const count = Number(
    question.setting('selectcount') || question.setting('studentsee') || maxShown,
  )
  if (!isAll && count < answers.length) note('showsSome', `${count}/${answers.length}`)
  return { kind: 'order', items: answers.map(({ text, feedback }) => ({ text, feedback })) }
}

function foundIn(question: MoodleQuestion, type: string, note: Note): Found {
  switch (type) {
    case 'multichoice':
      return {
        kind: isOn(question, 'single', true) ? 'single' : 'multiple',
        answers: question.answers(),
      }
    case 'truefalse':
      return trueFalseIn(question, note)
    case 'matching':
      return { kind: 'match', pairs: question.pairs() }
    case 'shortanswer':
      if (isOn(question, 'usecase', false)) note('caseMatters')
      return { kind: 'short', answers: question.answers('plain') }
    case 'numerical':
      if (
        question.setting('units') !== '' ||
        childrenOf(question.all('units')[0], 'units').some((one) => 'unit' in one)
      )
        note('units')
      return { kind: 'number', answers: question.numbers() }
    case 'ordering':
      return orderIn(question, note)
    case 'essay':
      return { kind: 'essay' }
    case 'description':
      return { kind: 'description' }
    default:
      return { kind: 'refused', loss: 'otherType', detail: type }
  }
}

const usualPenalty = 1 / 3
const rounding = 0.005

/** Everything of a question that a course has no place for, apart from its words and answers. */
function noteSettings(question: MoodleQuestion, type: string, isOwn: boolean, note: Note) {
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const feedback = oneLine(question.text(name))
    if (feedback) note('combinedFeedback', feedback)
  }
  const [grader, template] = [
    oneLine(question.text('graderinfo')),
    oneLine(question.text('responsetemplate')),
  ]
  // The points of a reflection of our own stand there too, and no mark.
  const isReflection = isOwn && type === 'essay'
  if (grader && !isReflection) note('graderNotes', grader)
  if (template) note('responseTemplate', template)
  if (isOn(question, 'hidden', false)) note('retired')
  if (['multichoice', 'matching'].includes(type) && !isOn(question, 'shuffleanswers', true))
    note('fixedOrder')
  const penalty = Number(question.setting('penalty'))
  const isUsual =
    penalty === 0 ||
    Math.abs(penalty - usualPenalty) < rounding ||
    (type === 'truefalse' && penalty === 1)
  if (!isUsual) note('penalty', question.setting('penalty'))
  const marks = question.setting('defaultgrade')
  if (marks !== '' && Number(marks) !== 1 && type !== 'description' && !isReflection)
    note('marks', String(Number(marks)))
  if (question.all('image').length > 0) note('pictures')
  for (const name of question.names)
    if (!knownElements[type]?.has(name) && question.saysSomething(name)) note('otherSetting', name)
}

/** The line of each place in a file, asked in order: a large file is gone through once. */
function lineCounter(file: string): (index: number) => number {
  let [at, line] = [0, 1]
  return (index) => {
    for (; at < index; at++) if (file[at] === '\n') line++
    return line
  }
}

/**
 * The file's elements; null where more than a hundred stand inside one another, which the parser
 * refuses with an exception.
 */
function parsed(text: string): Node[] | null {
  try {
    return parser.parse(text) as Node[]
  } catch {
    return null
  }
}

function readQuestion(node: Node, line: number, reader: QuestionReader, language: string | null) {
  const written = attributesOf(node).type ?? ''
  const type = typeNames[written] ?? written
  const note: Note = (loss, detail) => reader.noteForNext(loss, detail)
  const question = new MoodleQuestion(childrenOf(node, 'question'), note, language)
  if (type === 'category') return reader.beginCategory(question.text('category', 'plain'), line)
  const isOwn = question.isOwn()
  if (knownElements[type]) noteSettings(question, type, isOwn, note)
  const id = question.setting('idnumber')
  const essay = type === 'essay' ? question.essay() : null
  const cloze = type === 'cloze' ? question.gaps() : null
  const base = {
    line,
    id: id ? decodeReferences(id) : null,
    name: question.text('name', 'plain'),
    tags: question.tags(),
    text: (cloze ?? essay)?.text ?? question.text('questiontext'),
    general: question.text('generalfeedback'),
    hints: essay?.hints ?? question.hints(),
    found: cloze?.found ?? foundIn(question, type, note),
  }
  const broken: Found = { kind: 'refused', loss: 'markupInText', detail: '' }
  reader.add(question.isBroken ? { ...base, found: broken } : base)
}

/**
 * Reads questions in Moodle's XML. A file that is not whole is refused with a sentence and a line.
 */
export function readMoodleXml(file: string, language: string | null = null): Read {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const why = xmlRefusal(text)
  if (why) return { kind: 'unreadable', why }
  const nodes = parsed(text)
  if (!nodes)
    return { kind: 'unreadable', why: { line: 1, message: 'questions:fileTooDeep', detail: '' } }
  const quiz = named(nodes, 'quiz')[0]
  if (!quiz)
    return { kind: 'unreadable', why: { line: 1, message: 'questions:fileNoQuiz', detail: '' } }
  const reader = new QuestionReader()
  const lineOf = lineCounter(text)
  for (const node of childrenOf(quiz, 'quiz')) {
    const { startIndex = 0 } =
      ((node as Record<string, unknown>)[place] as { startIndex?: number } | undefined) ?? {}
    const name = nameOf(node)
    if (name === 'question') readQuestion(node, lineOf(startIndex), reader, language)
    else if (!name.startsWith('#'))
      reader.lose({ question: '', loss: 'otherSetting', line: lineOf(startIndex), detail: name })
  }
  return { kind: 'read', bank: reader.bank() }
}
