import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import type { Translate } from '../../i18n/i18n.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Mark } from './mark.tsx'
import {
  baseQuestion,
  checkParts,
  fieldName,
  type Grade,
  hasOtherFields,
  type KeyLine,
  type PlainQuestion,
  type Question,
  type QuestionType,
  type QuestionViewProps,
  type Response,
  type Submission,
  type Verdict,
} from './question-type.ts'

interface ChoiceQuestion extends Question {
  options: { id: string; text: string; reason: string; isCorrect: boolean }[]
}

function parse(written: WrittenQuestion): ChoiceQuestion {
  const options = written.parts.map(({ attributes, text }) => ({
    id: String(attributes.id),
    text,
    reason: String(attributes.reason),
    isCorrect: attributes.correct === true,
  }))
  return { ...baseQuestion(written), options }
}

function read(question: ChoiceQuestion, fields: URLSearchParams): Submission | null {
  if (hasOtherFields(question, fields, [undefined])) return null
  const values = fields.getAll(fieldName(question))
  if (values.some((value) => !question.options.some((option) => option.id === value))) return null
  if (values.length === 0) return { kind: 'nothing' }
  return { kind: 'answer', response: Object.fromEntries(values.map((value) => [value, 'yes'])) }
}

function write(question: ChoiceQuestion, chosen: Response): [string, string][] {
  return Object.keys(chosen).map((id) => [fieldName(question), id])
}

function grade(question: ChoiceQuestion, chosen: Response): Grade {
  const verdicts: Record<string, Verdict> = {}
  for (const { id, isCorrect } of question.options) {
    const isChosen = Object.hasOwn(chosen, id)
    verdicts[id] = isChosen ? (isCorrect ? 'right' : 'wrong') : isCorrect ? 'missed' : 'left'
  }
  const fitting = Object.values(verdicts).filter(
    (verdict) => verdict === 'right' || verdict === 'left',
  ).length
  return {
    isRight: fitting === question.options.length,
    share: fitting / question.options.length,
    verdicts,
  }
}

/** With one answer, the share is all or nothing: a wrong option that was not chosen is no merit. */
function gradeOne(question: ChoiceQuestion, chosen: Response): Grade {
  const { isRight, verdicts } = grade(question, chosen)
  return { isRight, share: isRight ? 1 : 0, verdicts }
}

function readOne(question: ChoiceQuestion, fields: URLSearchParams): Submission | null {
  const response = read(question, fields)
  return response?.kind === 'answer' && Object.keys(response.response).length > 1 ? null : response
}

/** An option's text. True and false have none of their own: the page says them. */
function textOf({ id, text }: { id: string; text: string }, t: Translate): string {
  return text || (id === 'true' ? t('quizzes:true') : t('quizzes:false'))
}

function Options({
  question,
  chosen,
  grade,
  kind,
}: QuestionViewProps<ChoiceQuestion> & { kind: 'radio' | 'checkbox' }) {
  const { t } = useTexts()
  return question.options.map(({ id, text, reason }) => {
    const verdict = grade?.verdicts[id]
    return (
      <label key={id} className={verdict && verdict !== 'left' ? `option is-${verdict}` : 'option'}>
        <input
          type={kind}
          name={fieldName(question)}
          value={id}
          defaultChecked={Object.hasOwn(chosen, id)}
          disabled={grade !== null}
        />
        <span>
          {textOf({ id, text }, t)} {verdict && <Mark verdict={verdict} />}
        </span>
        {verdict && <span className="reason">{reason}</span>}
      </label>
    )
  })
}

const One = (props: QuestionViewProps<ChoiceQuestion>) => <Options {...props} kind="radio" />
const Several = (props: QuestionViewProps<ChoiceQuestion>) => <Options {...props} kind="checkbox" />

const box = { radio: '○', checkbox: '☐' }

function Boxes({ question, kind }: { question: ChoiceQuestion; kind: 'radio' | 'checkbox' }) {
  const { t } = useTexts()
  return (
    <ul className="boxes">
      {question.options.map((option) => (
        <li key={option.id}>
          {box[kind]} {textOf(option, t)}
        </li>
      ))}
    </ul>
  )
}

const OneBox = (props: { question: ChoiceQuestion }) => <Boxes {...props} kind="radio" />
const SeveralBoxes = (props: { question: ChoiceQuestion }) => <Boxes {...props} kind="checkbox" />

function plainWith(kind: 'radio' | 'checkbox') {
  return (question: ChoiceQuestion, t: Translate): PlainQuestion => ({
    prompt:
      kind === 'checkbox' ? `${question.prompt} ${t('quizzes:severalRight')}` : question.prompt,
    lines: question.options.map((option) => `${box[kind]} ${textOf(option, t)}`),
    answer: question.options
      .filter(({ isCorrect }) => isCorrect)
      .map((option) => textOf(option, t)),
  })
}

function key({ options }: ChoiceQuestion, t: Translate): KeyLine[] {
  return options.map((option) => ({
    sign: option.isCorrect ? 'right' : 'wrong',
    text: textOf(option, t),
    reason: option.reason,
  }))
}

function countCorrect(written: WrittenQuestion): number {
  return written.parts.filter((part) => part.attributes.correct).length
}

/** One right option among several. */
export const single: QuestionType<ChoiceQuestion> = {
  name: 'single',
  isPrivate: false,
  check(written) {
    const faults = checkParts(written, [{ kind: 'Option', min: 2, hasText: true, hasReason: true }])
    if (countCorrect(written) !== 1)
      faults.push({
        line: written.line,
        message: `exactly one <Option> must be correct; ${countCorrect(written)} are.`,
      })
    return faults
  },
  parse,
  read: readOne,
  write,
  grade: gradeOne,
  View: One,
  Print: OneBox,
  plain: plainWith('radio'),
  key,
}

/**
 * What authors are tempted to add to a prompt, in English and Swedish. The page, the paper and the
 * other platforms say it by themselves.
 */
const saysSeveral = /[.?!] (several|flera)( \S+){1,4}$/i

/** Several right options, any number of them. */
export const multiple: QuestionType<ChoiceQuestion> = {
  name: 'multiple',
  isPrivate: false,
  check(written) {
    const faults = checkParts(written, [{ kind: 'Option', min: 3, hasText: true, hasReason: true }])
    const correct = countCorrect(written)
    if (correct === 0 || correct === written.parts.length)
      faults.push({
        line: written.line,
        message: 'at least one <Option> must be correct, and at least one not.',
      })
    if (saysSeveral.test(written.prompt))
      faults.push({
        line: written.line,
        message: 'the page says by itself that several can be right.',
      })
    return faults
  },
  parse,
  read,
  write,
  grade,
  View: Several,
  Print: SeveralBoxes,
  plain: plainWith('checkbox'),
  key,
}

/** A statement that is true or false. */
export const trueFalse: QuestionType<ChoiceQuestion> = {
  name: 'true-false',
  isPrivate: false,
  check(written) {
    const faults = checkParts(written, [{ kind: 'Option', min: 2, hasReason: true }])
    const ids = written.parts.map((part) => part.attributes.id).sort()
    if (ids.join() !== 'false,true')
      faults.push({
        line: written.line,
        message: 'it has exactly <Option id="true"> and <Option id="false">.',
      })
    if (countCorrect(written) !== 1)
      faults.push({ line: written.line, message: 'exactly one of true and false must be correct.' })
    return faults
  },
  parse,
  read: readOne,
  write,
  grade: gradeOne,
  View: One,
  Print: OneBox,
  plain: plainWith('radio'),
  key,
}
