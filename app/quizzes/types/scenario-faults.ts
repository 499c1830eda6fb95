import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { checkSameWords, type QuestionFault } from './question-type.ts'

/** Choices that lead nowhere or back, and steps or ends that nobody reaches. */
export function checkWays({ parts, line }: WrittenQuestion): QuestionFault[] {
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

/** Ends that are neither good nor bad, or all of one kind. */
export function checkEnds({ parts, line }: WrittenQuestion): QuestionFault[] {
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
