import {
  baseQuestion,
  checkParts,
  fieldName,
  type Grade,
  hasOtherFields,
  type QuestionType,
  type Verdict,
} from './question-type.ts'
import { checkEnds, checkWays } from './scenario-faults.ts'
import {
  canEndWell,
  follow,
  numbered,
  onPath,
  type ScenarioQuestion,
  stepOf,
} from './scenario-path.ts'
import { ScenarioOnPaper, ScenarioView } from './scenario-view.tsx'

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
    if (!('choices' in path.at)) return { kind: 'answer', response }
    return stood.includes(path.at.id)
      ? { kind: 'incomplete', response, problem: 'quizzes:chooseFirst' }
      : { kind: 'underway', response }
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
