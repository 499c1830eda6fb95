import {
  type Bank,
  type BankQuestion,
  type Gap,
  hintClass,
  type Reasoned,
  seeTag,
  type WrittenBank,
} from './bank.ts'
import { writeGap } from './cloze.ts'
import type { Loss, LossName } from './conversion-warnings.ts'
import { categoryPath } from './gift-writer.ts'
import { refusedByMoodle } from './moodle-limits.ts'
import { rightShare, wrongShare } from './moodle-marks.ts'

/** Text as it stands between tags. Without a bare > it cannot end a CDATA section either. */
function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Words as Moodle's HTML: nothing in them is markup, and a line is a line. */
const markup = (text: string) => xml(text).replaceAll('\n', '<br>')
const html = (text: string) => xml(markup(text))

const plain = (name: string, text: string) => `<${name}><text>${xml(text)}</text></${name}>`
const rich = (name: string, text: string) =>
  `<${name} format="html"><text>${html(text)}</text></${name}>`
const setting = (name: string, value: string | number) => `<${name}>${value}</${name}>`
const answer = (share: number | string, { text, reason }: Reasoned) =>
  `<answer fraction="${share}" format="html"><text>${html(text)}</text>${rich('feedback', reason)}</answer>`
const shortAnswer = (share: number, { text, reason }: Reasoned) =>
  `<answer fraction="${share}" format="moodle_auto_format">` +
  `<text>${xml(text.replaceAll('*', '\\*'))}</text>${rich('feedback', reason)}</answer>`
const feedbackElements = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map(
  (name) => rich(name, ''),
)

/** Moodle's own name for each type; a text with several gaps is another, see {@link typeOf}. */
const typeNames: Record<BankQuestion['type'], string> = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  order: 'ordering',
  match: 'matching',
  'fill-in': 'shortanswer',
  reflection: 'essay',
}

function answersOf(question: BankQuestion): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const right = question.options.filter((one) => one.isCorrect).length
      const share = rightShare(right) ?? 0
      const wrong = question.type === 'single' ? 0 : wrongShare(question.options.length - right)
      return [
        setting('single', String(question.type === 'single')),
        setting('shuffleanswers', 'true'),
        setting('answernumbering', 'abc'),
        ...feedbackElements,
        ...question.options.map((one) => answer(one.isCorrect ? share : wrong, one)),
      ]
    }
    case 'true-false': {
      const share = (isRight: boolean) => (isRight ? 100 : 0)
      return [
        answer(share(question.isTrue), { text: 'true', reason: question.ifTrue }),
        answer(share(!question.isTrue), { text: 'false', reason: question.ifFalse }),
      ]
    }
    case 'order':
      return [
        setting('layouttype', 'VERTICAL'),
        setting('selecttype', 'ALL'),
        setting('selectcount', question.items.length),
        setting('gradingtype', 'ABSOLUTE_POSITION'),
        setting('showgrading', 'SHOW'),
        setting('numberingstyle', 'none'),
        ...feedbackElements,
        // Without a number here Moodle's import ends with an error of its database.
        setting('shownumcorrect', 1),
        // Moodle drops what is said of an item: it stands under the question.
        ...question.items.map(({ text }, i) => answer(`${i + 1}.0000000`, { text, reason: '' })),
      ]
    case 'match':
      return [
        setting('shuffleanswers', 'true'),
        ...feedbackElements,
        ...question.pairs.map(
          ({ left, right }) =>
            `<subquestion format="html"><text>${html(left)}</text>${plain('answer', right)}</subquestion>`,
        ),
      ]
    case 'fill-in': {
      const [gap, another] = question.gaps
      // With several gaps, the answers stand in the text.
      if (!gap || another) return []
      return [
        setting('usecase', 0),
        ...gap.accepted.map((text) => shortAnswer(100, { text, reason: gap.reason })),
        ...gap.wrong.map((one) => shortAnswer(0, one)),
      ]
    }
    case 'reflection':
      return [
        setting('responseformat', 'plain'),
        setting('responserequired', 1),
        setting('responsefieldlines', 10),
        setting('attachments', 0),
        setting('attachmentsrequired', 0),
        rich('graderinfo', question.points.join('\n')),
        rich('responsetemplate', ''),
      ]
  }
}

const linesOf = (lines: string[]) => (lines.some(Boolean) ? lines.join('\n') : '')

/**
 * What stands under the whole question: reasons that have no place of their own; a reflection's
 * model and points.
 */
function generalOf(question: BankQuestion): string {
  switch (question.type) {
    case 'reflection':
      return linesOf([question.model, ...question.points])
    case 'match':
      return linesOf(question.pairs.map(({ reason }) => reason))
    case 'order':
      return linesOf(question.items.map(({ reason }) => reason))
    default:
      return ''
  }
}

const typeOf = (question: BankQuestion) =>
  question.type === 'fill-in' && question.gaps.length > 1 ? 'cloze' : typeNames[question.type]

/** Words around embedded answers: a brace in them opens none. */
const around = (text: string) => markup(text).replaceAll('{', '&#123;')

function sentenceWithAnswers(gap: Gap): string {
  const at = gap.sentence.indexOf('___')
  return (
    around(gap.sentence.slice(0, at)) + writeGap(gap, markup) + around(gap.sentence.slice(at + 3))
  )
}

/**
 * What is asked, in HTML; of sentences with gaps, each on a line of its own. Moodle drops an
 * essay's hints: they stand below it.
 */
function textOf(question: BankQuestion): string {
  if (question.type === 'reflection')
    return [markup(question.prompt), ...question.hints.map(hintBelow)].join('')
  if (question.type !== 'fill-in') return markup(question.prompt)
  const [gap, another] = question.gaps
  if (gap && !another) return markup(`${question.prompt}\n${gap.sentence.replace('___', '_____')}`)
  return [around(question.prompt), ...question.gaps.map(sentenceWithAnswers)].join('<br>')
}

const hintBelow = (hint: string) => `<p class="${hintClass}">${markup(hint)}</p>`

function questionXml(question: BankQuestion): string {
  const hints = question.type === 'reflection' ? [] : question.hints
  const lines = [
    plain('name', question.id),
    `<questiontext format="html"><text>${xml(textOf(question))}</text></questiontext>`,
    rich('generalfeedback', generalOf(question)),
    setting('defaultgrade', question.type === 'reflection' ? '0.0000000' : '1.0000000'),
    setting('penalty', question.type === 'true-false' ? '1.0000000' : '0.3333333'),
    setting('hidden', 0),
    setting('idnumber', xml(question.id)),
    ...answersOf(question),
    ...hints.map((hint) => rich('hint', hint)),
    ...(question.see ? [`<tags>${plain('tag', seeTag(question.see))}</tags>`] : []),
  ]
  return `  <question type="${typeOf(question)}">\n${lines.map((line) => `    ${line}\n`).join('')}  </question>\n`
}

function category(path: string): string {
  return `  <question type="category">\n    ${plain('category', path)}\n    ${rich('info', '')}\n  </question>\n`
}

function lossesOf(question: BankQuestion): Loss[] {
  const refused = refusedByMoodle(question)
  const found: LossName[] = []
  if (question.type === 'match' || question.type === 'order') found.push('reasonsTogether')
  if (question.type === 'reflection' && question.hints.length > 0) found.push('hintsBelow')
  return refused ? [refused] : found.map((loss) => ({ question: question.id, loss }))
}

/**
 * Writes questions in Moodle's XML. moodle-xml-reader.ts reads back the same, but for what is
 * reported.
 */
export function writeMoodleXml(bank: Bank): WrittenBank {
  const questions = bank.categories.flatMap(({ title, questions }) => [
    category(categoryPath(bank.title, title)),
    ...questions.filter((question) => !refusedByMoodle(question)).map(questionXml),
  ])
  const losses = bank.categories.flatMap(({ questions }) => questions.flatMap(lossesOf))
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('')}</quiz>\n`,
    losses,
  }
}
