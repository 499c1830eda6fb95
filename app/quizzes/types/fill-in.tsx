import type { WrittenPart } from '../../courses/model/chapter.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { normalizeAnswer } from './normalize-answer.ts'
import { normalizeText as writtenIn } from './normalize-text.ts'
import {
  baseQuestion,
  checkParts,
  fieldName,
  type Grade,
  hasOtherFields,
  type Question,
  type QuestionFault,
  type QuestionType,
  type QuestionViewProps,
} from './question-type.ts'

interface Blank {
  id: string
  /** The sentence before the gap and after it. */
  before: string
  after: string
  /** The first one is shown as the right answer. */
  accepted: string[]
  wrong: { text: string; reason: string }[]
  reason: string
}

interface FillInQuestion extends Question {
  blanks: Blank[]
}

const gap = '___'
const longest = 100
const textsOf = (part: WrittenPart, kind: string) =>
  (part.parts ?? []).filter((one) => one.kind === kind)

function checkBlank(blank: WrittenPart): QuestionFault[] {
  const name = `<Blank id="${blank.attributes.id}">`
  const faults: QuestionFault[] = []
  const say = (line: number, message: string) => faults.push({ line, message })
  if (blank.text.split(gap).length !== 2) say(blank.line, `${name} needs one gap, written ${gap}.`)
  const accepted = textsOf(blank, 'Accept')
  const wrong = textsOf(blank, 'Wrong')
  if (accepted.length === 0) say(blank.line, `${name} needs one <Accept> at least.`)
  for (const { kind, text, line } of [...accepted, ...wrong])
    if (!normalizeAnswer(text) || text.length > longest)
      say(line, `<${kind}> needs an answer, of ${longest} characters at most.`)
  for (const { text, line } of wrong)
    if (accepted.some((one) => normalizeAnswer(one.text) === normalizeAnswer(text)))
      say(line, `"${text}" is accepted and wrong at once.`)
  return faults
}

const isNumber = (text: string) => /^\d[\d.,]*$/.test(text)

/**
 * Whether an answer says a text, also where its writer typed along what is printed after the gap:
 * "45 minutes" before "minutes", and after a number the beginning of it too, such as "45 min" or
 * "45%".
 */
function says({ after }: Blank, text: string, answer: string): boolean {
  const [said, meant, printed] = [
    normalizeAnswer(answer),
    normalizeAnswer(text),
    normalizeAnswer(after),
  ]
  if (said === meant) return true
  if (!said.startsWith(meant)) return false
  const rest = said.slice(meant.length).trim()
  if (isNumber(meant)) return !/^[\d.,]/.test(rest) && printed.startsWith(rest)
  return said[meant.length] === ' ' && `${printed} `.startsWith(`${rest} `)
}

const isAccepted = (blank: Blank, answer: string | undefined) =>
  answer !== undefined && blank.accepted.some((one) => says(blank, one, answer))

/**
 * Sentences with a gap each, to be completed in one's own writing. What counts as the same answer
 * is for {@link normalizeAnswer} to say.
 */
export const fillIn: QuestionType<FillInQuestion> = {
  name: 'fill-in',
  isPrivate: false,
  check: (written) => [
    ...checkParts(written, [{ kind: 'Blank', min: 1, hasText: true, hasReason: true }]),
    ...written.parts.filter(({ kind }) => kind === 'Blank').flatMap(checkBlank),
  ],
  parse: (written) => ({
    ...baseQuestion(written),
    blanks: written.parts.map((part) => {
      const [before = '', after = ''] = part.text.split(gap)
      return {
        id: String(part.attributes.id),
        before: before.trim(),
        after: after.trim(),
        accepted: textsOf(part, 'Accept').map(({ text }) => text),
        wrong: textsOf(part, 'Wrong').map(({ text, attributes }) => ({
          text,
          reason: String(attributes.reason),
        })),
        reason: String(part.attributes.reason),
      }
    }),
  }),
  read(question, fields) {
    const ids = question.blanks.map(({ id }) => id)
    if (hasOtherFields(question, fields, ids)) return null
    const texts = ids.map(
      (id) =>
        [id, writtenIn(fields.get(fieldName(question, id)) ?? '').replaceAll('\n', ' ')] as const,
    )
    const response = Object.fromEntries(texts.filter(([, text]) => text !== ''))
    const count = Object.keys(response).length
    if (count === 0) return { kind: 'nothing' }
    if (Object.values(response).some((text) => text.length > longest))
      return { kind: 'incomplete', response, problem: 'quizzes:tooLong' }
    if (count < ids.length) return { kind: 'incomplete', response, problem: 'quizzes:fillEach' }
    return { kind: 'answer', response }
  },
  write: (question, chosen) =>
    Object.entries(chosen).map(([id, text]) => [fieldName(question, id), text]),
  grade(question, chosen): Grade {
    const verdicts = Object.fromEntries(
      question.blanks.map((blank) => [
        blank.id,
        isAccepted(blank, chosen[blank.id]) ? ('right' as const) : ('wrong' as const),
      ]),
    )
    const right = Object.values(verdicts).filter((verdict) => verdict === 'right').length
    return {
      isRight: right === question.blanks.length,
      share: right / question.blanks.length,
      verdicts,
    }
  },
  View: FillInView,
  Print: ({ question }) => (
    <ul className="boxes">
      {question.blanks.map(({ id, before, after }) => (
        <li key={id}>
          {before} <span className="gap wide" /> {after}
        </li>
      ))}
    </ul>
  ),
  plain: (question) => ({
    prompt: question.prompt,
    lines: question.blanks.map(({ before, after }) => `${before} __________ ${after}`.trim()),
    answer: question.blanks.map(({ before, accepted, after }) =>
      `${before} ${accepted[0]} ${after}`.trim(),
    ),
  }),
  key: ({ blanks }) =>
    blanks.flatMap(({ before, accepted, after, wrong, reason }) => [
      { sign: 'right' as const, text: `${before} ${accepted[0]} ${after}`.trim(), reason },
      ...wrong.map((one) => ({ sign: 'wrong' as const, ...one })),
    ]),
}

function FillInView({ question, chosen, grade }: QuestionViewProps<FillInQuestion>) {
  const { t } = useTexts()
  return question.blanks.map((blank) => {
    const verdict = grade?.verdicts[blank.id]
    const answer = chosen[blank.id] ?? ''
    const known = verdict === 'wrong' && blank.wrong.find(({ text }) => says(blank, text, answer))
    return (
      <div key={blank.id} className={verdict ? `option blank is-${verdict}` : 'option blank'}>
        <label>
          {blank.before}{' '}
          <input
            name={fieldName(question, blank.id)}
            defaultValue={answer}
            maxLength={longest}
            dir="auto"
            autoComplete="off"
            disabled={grade !== null}
            aria-label={t('quizzes:gapIn', { sentence: `${blank.before} … ${blank.after}`.trim() })}
          />{' '}
          {blank.after}{' '}
          {verdict && (
            <span className="mark">
              {verdict === 'right'
                ? `✓ ${t('quizzes:yourAnswerRight')}`
                : `✗ ${t('quizzes:rightWouldBe', { answer: blank.accepted[0] })}`}
            </span>
          )}
        </label>
        {verdict && (
          <span className="reason">
            {known && `${known.reason} `}
            {blank.reason}
          </span>
        )}
      </div>
    )
  })
}
