import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import {
  baseQuestion,
  checkParts,
  checkSameWords,
  fieldName,
  type Grade,
  hasOtherFields,
  type Question,
  type QuestionFault,
  type QuestionType,
  type QuestionViewProps,
  type Response,
  type Verdict,
} from './question-type.ts'

interface Step {
  id: string
  text: string
  choices: { to: string; text: string; reason: string }[]
}

interface End {
  id: string
  text: string
  reason: string
  isGood: boolean
}

interface ScenarioQuestion extends Question {
  /** The first one is where it begins. */
  steps: Step[]
  ends: End[]
}

/**
 * The steps that an answer went through, and where it stands: at a step that is still to be
 * decided, or at an end.
 */
interface Path {
  steps: Step[]
  at: Step | End
}

const stepOf = (question: ScenarioQuestion, id: string | undefined) =>
  question.steps.find((step) => step.id === id)
const endOf = (question: ScenarioQuestion, id: string | undefined) =>
  question.ends.find((end) => end.id === id)

/**
 * Follows the choices from the first step on. Choices at steps that are not on this path are not
 * met.
 */
function follow(question: ScenarioQuestion, chosen: Response): Path {
  const steps: Step[] = []
  let at: Step | End = question.steps[0] as Step
  while ('choices' in at) {
    const to = chosen[at.id]
    if (!at.choices.some((choice) => choice.to === to)) break
    steps.push(at)
    at = (stepOf(question, to) ?? endOf(question, to)) as Step | End
  }
  return { steps, at }
}

/** Whether a good end can still be reached from here. */
function canEndWell(question: ScenarioQuestion, id: string): boolean {
  return (
    endOf(question, id)?.isGood ??
    stepOf(question, id)?.choices.some(({ to }) => canEndWell(question, to)) ??
    false
  )
}

/** The path's choices alone. */
function onPath({ steps }: Path, chosen: Response): Response {
  return Object.fromEntries(steps.map(({ id }) => [id, chosen[id] as string]))
}

function checkWays({ parts, line }: WrittenQuestion): QuestionFault[] {
  const steps = parts.filter(({ kind }) => kind === 'Step')
  const ways = new Map(
    parts.map(({ attributes, parts: choices }) => [
      String(attributes.id),
      (choices ?? []).map((one) => String(one.attributes.to)),
    ]),
  )
  const faults: QuestionFault[] = []
  const say = (at: number, message: string) => faults.push({ line: at, message })
  if (parts[0] && parts[0].kind !== 'Step') say(parts[0].line, 'it begins with a <Step>.')
  for (const { attributes, line: at, parts: choices = [] } of steps) {
    const name = `<Step id="${attributes.id}">`
    const leads = ways.get(String(attributes.id)) ?? []
    if (choices.length < 2) say(at, `${name} needs two <Choice> at least: here nobody can go on.`)
    faults.push(...checkSameWords('Choice', choices))
    if (new Set(leads).size < leads.length)
      say(at, `two choices of ${name} lead to the same place.`)
    for (const choice of choices) {
      if (!choice.text) say(choice.line, `<Choice to="${choice.attributes.to}"> has no text.`)
      if (!ways.has(String(choice.attributes.to)))
        say(choice.line, `<Choice to="${choice.attributes.to}"> leads nowhere.`)
    }
  }
  const reached = new Set<string>()
  const reach = (id: string, from: string[]) => {
    if (from.includes(id))
      return say(
        line,
        `the step "${id}" leads back to itself: ${[...from.slice(from.indexOf(id)), id].join(', ')}.`,
      )
    if (reached.has(id)) return
    for (const to of ways.get(id) ?? []) reach(to, [...from, id])
    reached.add(id)
  }
  if (steps[0]) reach(String(steps[0].attributes.id), [])
  for (const { kind, attributes, line: at } of parts)
    if (!reached.has(String(attributes.id)))
      say(at, `no choice leads to <${kind} id="${attributes.id}">.`)
  return faults
}

function checkEnds({ parts, line }: WrittenQuestion): QuestionFault[] {
  const ends = parts.filter(({ kind }) => kind === 'End')
  const unclear = ends.filter(
    ({ attributes }) => Boolean(attributes.good) === Boolean(attributes.bad),
  )
  const faults = unclear.map((end) => ({
    line: end.line,
    message: `<End id="${end.attributes.id}"> is either good or bad.`,
  }))
  const sides = new Set(ends.map(({ attributes }) => Boolean(attributes.good)))
  return ends.length > 1 && sides.size < 2
    ? [...faults, { line, message: 'it needs a good end and a bad one.' }]
    : faults
}

/**
 * A situation in which each choice leads on, until an end that is explained. The answer is the
 * path; what counts is where it ends.
 */
export const scenario: QuestionType<ScenarioQuestion> = {
  name: 'scenario',
  isPrivate: false,
  check: (written) => [
    ...checkParts(written, [
      { kind: 'Step', min: 1, hasText: true, mayRepeat: true },
      { kind: 'End', min: 2, hasText: true, hasReason: true, mayRepeat: true },
    ]),
    ...checkEnds(written),
    ...checkWays(written),
  ],
  parse: (written) => ({
    ...baseQuestion(written),
    steps: written.parts
      .filter(({ kind }) => kind === 'Step')
      .map(({ attributes, text, parts = [] }) => ({
        id: String(attributes.id),
        text,
        choices: parts.map((one) => ({
          to: String(one.attributes.to),
          text: one.text,
          reason: String(one.attributes.reason),
        })),
      })),
    ends: written.parts
      .filter(({ kind }) => kind === 'End')
      .map(({ attributes, text }) => ({
        id: String(attributes.id),
        text,
        reason: String(attributes.reason),
        isGood: attributes.good === true,
      })),
  }),
  read(question, fields) {
    if (hasOtherFields(question, fields, [undefined, ...question.steps.map(({ id }) => id)]))
      return null
    const chosen: Record<string, string> = {}
    for (const { id, choices } of question.steps) {
      const values = fields.getAll(fieldName(question, id))
      if (values.length > 1 || values.some((value) => !choices.some(({ to }) => to === value)))
        return null
      if (values[0] !== undefined) chosen[id] = values[0]
    }
    // The step that the page stood at: a form that has come no further has chosen nothing.
    const stood = fields.getAll(fieldName(question))
    if (stood.some((value) => !stepOf(question, value))) return null
    const path = follow(question, chosen)
    if (path.steps.length === 0) return { kind: 'nothing' }
    const response = onPath(path, chosen)
    if (!('choices' in path.at)) return { kind: 'answer', chosen: response }
    return stood.includes(path.at.id)
      ? { kind: 'incomplete', chosen: response, problem: 'quizzes:chooseFirst' }
      : { kind: 'underway', chosen: response }
  },
  write: (question, chosen) =>
    Object.entries(chosen).map(([id, to]) => [fieldName(question, id), to]),
  grade(question, chosen): Grade {
    const { steps, at } = follow(question, chosen)
    const isRight = !('choices' in at) && at.isGood
    const verdicts: Record<string, Verdict> = {}
    for (const { id } of [...question.steps, ...question.ends]) verdicts[id] = 'left'
    for (const { id } of steps)
      if (canEndWell(question, id))
        verdicts[id] = canEndWell(question, chosen[id] as string) ? 'right' : 'wrong'
    if (!('choices' in at)) verdicts[at.id] = isRight ? 'right' : 'wrong'
    return { isRight, share: isRight ? 1 : 0, verdicts }
  },
  View: ScenarioView,
  Print: ScenarioOnPaper,
  plain(question, t) {
    const numbers = numbered(question)
    const ways = question.steps.flatMap(({ id, text, choices }) => [
      `${numbers.get(id)}. ${text}`,
      ...choices.map(
        (choice) => `○ ${choice.text} ${t('quizzes:goTo', { place: numbers.get(choice.to) })}`,
      ),
    ])
    return {
      prompt: question.prompt,
      lines: ways,
      answer: question.ends.map(
        ({ id, text, reason, isGood }) =>
          `${numbers.get(id)}: ${isGood ? '✓' : '✗'} ${text} ${reason}`,
      ),
    }
  },
  key(question, t) {
    const numbers = numbered(question)
    const choices = question.steps.flatMap((step) =>
      step.choices.map(({ to, text, reason }) => ({
        sign: null,
        text: `${numbers.get(step.id)}. ${text} ${t('quizzes:goTo', { place: numbers.get(to) })}`,
        reason,
      })),
    )
    const ends = question.ends.map(({ id, text, reason, isGood }) => ({
      sign: isGood ? ('right' as const) : ('wrong' as const),
      text: `${numbers.get(id)}. ${text}`,
      reason,
    }))
    return [...choices, ...ends]
  },
  button: () => 'quizzes:goOn',
  result: { right: 'quizzes:endedWell', wrong: 'quizzes:endedBadly' },
}

/** On paper, steps have numbers and ends letters. */
function numbered({ steps, ends }: ScenarioQuestion): Map<string, string> {
  return new Map([
    ...steps.map(({ id }, i) => [id, String(i + 1)] as const),
    ...ends.map(({ id }, i) => [id, String.fromCharCode(65 + i)] as const),
  ])
}

function ScenarioOnPaper({ question }: { question: ScenarioQuestion }) {
  const { t } = useTexts()
  const numbers = numbered(question)
  return (
    <ol>
      {question.steps.map(({ id, text, choices }) => (
        <li key={id}>
          {text}
          <ul className="boxes">
            {choices.map((choice) => (
              <li key={choice.to}>
                ○ {choice.text} {t('quizzes:goTo', { place: numbers.get(choice.to) })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function ScenarioView({
  question,
  chosen,
  grade,
  isUnderway,
}: QuestionViewProps<ScenarioQuestion>) {
  const { t } = useTexts()
  const { at, steps } = follow(question, chosen)
  const visible = 'choices' in at ? [...steps, at] : steps
  return (
    <>
      {visible.map((step) => (
        <div
          key={step.id}
          className={isUnderway && step === at ? 'step result' : 'step'}
          {...(isUnderway && step === at ? { id: `result-${question.id}`, tabIndex: -1 } : {})}
        >
          <StepView question={question} step={step} chosen={chosen} grade={grade} />
        </div>
      ))}
      {'choices' in at ? (
        grade === null && (
          <>
            <input type="hidden" name={fieldName(question)} value={at.id} />
            {steps.length > 0 && <p className="quiet">{t('quizzes:mayGoBack')}</p>}
          </>
        )
      ) : (
        <div className={at.isGood ? 'step is-right' : 'step is-wrong'}>
          <p>{at.text}</p>
          <p className="reason">{at.reason}</p>
        </div>
      )}
    </>
  )
}

function StepView({
  question,
  step,
  chosen,
  grade,
}: Pick<QuestionViewProps<ScenarioQuestion>, 'question' | 'chosen' | 'grade'> & { step: Step }) {
  const { t } = useTexts()
  const verdict = grade?.verdicts[step.id]
  const label = `step-${question.id}-${step.id}`
  return (
    <div role="radiogroup" aria-labelledby={label}>
      <p id={label}>{step.text}</p>
      {step.choices.map(({ to, text, reason }) => {
        const isChosen = chosen[step.id] === to
        const isTurn = isChosen && verdict === 'wrong'
        return (
          <label key={to} className={isTurn ? 'option is-wrong' : 'option'}>
            <input
              type="radio"
              name={fieldName(question, step.id)}
              value={to}
              defaultChecked={isChosen}
              disabled={grade !== null}
            />
            <span>
              {text}{' '}
              {grade && isChosen && (
                <span className="mark">
                  {isTurn ? `✗ ${t('quizzes:hereItTurned')}` : t('quizzes:yourChoice')}
                </span>
              )}
            </span>
            {grade && <span className="reason">{reason}</span>}
          </label>
        )
      })}
    </div>
  )
}
