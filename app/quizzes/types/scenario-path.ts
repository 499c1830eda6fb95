import type { Question, Response } from './question-type.ts'

/** A step of a scenario, with the choices that lead on from it. */
export interface Step {
  id: string
  text: string
  choices: { to: string; text: string; reason: string }[]
}

/** Where a scenario ends, well or badly. */
export interface End {
  id: string
  text: string
  reason: string
  isGood: boolean
}

/** A situation in steps and ends. */
export interface ScenarioQuestion extends Question {
  /** The first one is where it begins. */
  steps: Step[]
  ends: End[]
}

/**
 * The steps that an answer went through, and where it stands: at a step that is still to be
 * decided, or at an end.
 */
export interface Path {
  steps: Step[]
  at: Step | End
}

/** The step of an id. */
export const stepOf = (question: ScenarioQuestion, id: string | undefined) =>
  question.steps.find((step) => step.id === id)
/** The end of an id. */
export const endOf = (question: ScenarioQuestion, id: string | undefined) =>
  question.ends.find((end) => end.id === id)

/**
 * Follows the choices from the first step on. Choices at steps that are not on this path are not
 * met.
 */
export function follow(question: ScenarioQuestion, chosen: Response): Path {
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
export function canEndWell(question: ScenarioQuestion, id: string): boolean {
  return (
    endOf(question, id)?.isGood ??
    stepOf(question, id)?.choices.some(({ to }) => canEndWell(question, to)) ??
    false
  )
}

/** The path's choices alone. */
export function onPath({ steps }: Path, chosen: Response): Response {
  return Object.fromEntries(steps.map(({ id }) => [id, chosen[id] as string]))
}

/** On paper, steps have numbers and ends letters. */
export function numbered({ steps, ends }: ScenarioQuestion): Map<string, string> {
  return new Map([
    ...steps.map(({ id }, i) => [id, String(i + 1)] as const),
    ...ends.map(({ id }, i) => [id, String.fromCharCode(65 + i)] as const),
  ])
}
