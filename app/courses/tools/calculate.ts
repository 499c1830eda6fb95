import { readNumber, writeNumber } from '../../i18n/read-number.ts'
import { evaluate } from './formula.ts'
import type { Block } from './tool.ts'

type Calculator = Extract<Block, { kind: 'calculator' }>

/** A calculator as it is shown: what was typed, which of it is no number, and the results. */
export interface Calculation {
  typed: Record<string, string>
  /** The inputs in which no number was understood. */
  problems: string[]
  /** The results, written in the language; null where one cannot be worked out. */
  results: Record<string, string | null>
}

/**
 * Works a calculator out from what was typed. Nothing is worked out while an input is not
 * understood.
 */
export function calculate(
  { inputs, results }: Calculator,
  typed: Record<string, string>,
  locale: string,
): Calculation {
  const values = new Map<string, number | null>()
  for (const { id } of inputs) values.set(id, readNumber(typed[id] ?? '', locale))
  const problems = inputs.flatMap(({ id }) => (values.get(id) === null ? [id] : []))
  const resultTexts: Calculation['results'] = {}
  for (const { id, formula } of problems.length > 0 ? [] : results) {
    const value = evaluate(formula, (name) => values.get(name) ?? null)
    values.set(id, value)
    resultTexts[id] = value === null ? null : writeNumber(value, locale)
  }
  return { typed, problems, results: resultTexts }
}

/** A calculator with the numbers of the invented branch. */
export function exampleCalculation(calculator: Calculator, locale: string): Calculation {
  const typed = calculator.inputs.map(({ id, example }) => [id, writeNumber(example, locale)])
  return calculate(calculator, Object.fromEntries(typed), locale)
}
