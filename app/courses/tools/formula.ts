/**
 * Arithmetic that an author writes in a tool: over the columns of a row, or over the inputs of a
 * calculator.
 */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: FunctionName; arguments: Formula[] }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }

type Operator = '+' | '-' | '*' | '/'
type FunctionName = keyof typeof functions

/**
 * What a formula may call. `previous` is the value of a column in the row above, 0 in the first.
 */
const functions = {
  round: { count: 1, compute: ([value = 0]: number[]) => Math.round(value) },
  roundup: { count: 1, compute: ([value = 0]: number[]) => Math.ceil(withoutNoise(value)) },
  rounddown: { count: 1, compute: ([value = 0]: number[]) => Math.floor(withoutNoise(value)) },
  min: { count: 2, compute: (values: number[]) => Math.min(...values) },
  max: { count: 2, compute: (values: number[]) => Math.max(...values) },
  previous: { count: 1, compute: ([value = 0]: number[]) => value },
} as const

/** A value without the last digits of binary arithmetic: 0.1 + 0.2 is 0.3. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12))
}

function tokensOf(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?|[A-Za-z][A-Za-z0-9_]*|\S/g) ?? []
}

/** Reads a formula such as `roundup(votes / 2)`. Throws a sentence for its author. */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text)
  let at = 0
  const expect = (token: string) => {
    if (tokens[at] !== token) throw new Error(`“${text}” lacks “${token}”.`)
    at += 1
  }
  function call(name: string): Formula {
    if (!Object.hasOwn(functions, name)) throw new Error(`“${name}” is no function.`)
    expect('(')
    const values = [sum()]
    while (tokens[at] === ',') {
      at += 1
      values.push(sum())
    }
    expect(')')
    const known = name as FunctionName
    if (values.length !== functions[known].count)
      throw new Error(`“${name}” takes ${functions[known].count}.`)
    if (known === 'previous' && values[0]?.kind !== 'name')
      throw new Error('“previous” takes a column.')
    return { kind: 'call', name: known, arguments: values }
  }
  function value(): Formula {
    const token = tokens[at]
    if (token === undefined) throw new Error(`“${text}” ends too soon.`)
    at += 1
    if (token === '(') {
      const inner = sum()
      expect(')')
      return inner
    }
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) }
    if (!/^[A-Za-z]/.test(token)) throw new Error(`“${token}” has no place in “${text}”.`)
    return tokens[at] === '(' ? call(token) : { kind: 'name', name: token }
  }
  function chain(next: () => Formula, operators: readonly string[]): Formula {
    let left = next()
    while (operators.includes(tokens[at] ?? '')) {
      const operator = tokens[at] as Operator
      at += 1
      left = { kind: 'operation', operator, left, right: next() }
    }
    return left
  }
  function sum(): Formula {
    return chain(() => chain(value, ['*', '/']), ['+', '-'])
  }
  const formula = sum()
  if (at < tokens.length) throw new Error(`“${tokens[at]}” has no place in “${text}”.`)
  return formula
}

/** The names that a formula needs the values of. */
export function namesIn(formula: Formula): string[] {
  if (formula.kind === 'number') return []
  if (formula.kind === 'name') return [formula.name]
  const inner = formula.kind === 'call' ? formula.arguments : [formula.left, formula.right]
  return [...new Set(inner.flatMap(namesIn))]
}

/**
 * The value of a formula, or null where there is none, as after a division by zero.
 * `valueFor` gives the value of a name; `isPrevious` says that it is meant of the row above.
 */
export function evaluate(
  formula: Formula,
  valueFor: (name: string, isPrevious: boolean) => number | null,
): number | null {
  const compute = (one: Formula, isPrevious: boolean): number | null => {
    if (one.kind === 'number') return one.value
    if (one.kind === 'name') return valueFor(one.name, isPrevious)
    const inner = one.kind === 'call' ? one.arguments : [one.left, one.right]
    const above = isPrevious || (one.kind === 'call' && one.name === 'previous')
    const values = inner.map((each) => compute(each, above))
    if (values.some((each) => each === null)) return null
    const numbers = values as number[]
    if (one.kind === 'call') return functions[one.name].compute(numbers)
    const [left = 0, right = 0] = numbers
    if (one.operator === '+') return left + right
    if (one.operator === '-') return left - right
    if (one.operator === '*') return left * right
    return right === 0 ? null : left / right
  }
  const value = compute(formula, false)
  return value === null || !Number.isFinite(value) ? null : withoutNoise(value)
}

const spreadsheetNames = {
  round: 'ROUND',
  roundup: 'ROUNDUP',
  rounddown: 'ROUNDDOWN',
  min: 'MIN',
  max: 'MAX',
} as const

/**
 * A formula as a spreadsheet writes it. `cellOf` gives the cell of a name, in this row or the one
 * above.
 */
export function spreadsheetFormula(
  formula: Formula,
  cellOf: (name: string, isPrevious: boolean) => string,
): string {
  if (formula.kind === 'number') return String(formula.value)
  if (formula.kind === 'name') return cellOf(formula.name, false)
  if (formula.kind === 'operation') {
    const [left, right] = [formula.left, formula.right].map((one) => {
      const text = spreadsheetFormula(one, cellOf)
      return one.kind === 'operation' ? `(${text})` : text
    })
    return `${left}${formula.operator}${right}`
  }
  if (formula.name === 'previous') {
    const [column] = formula.arguments
    return cellOf(column?.kind === 'name' ? column.name : '', true)
  }
  const values = formula.arguments.map((one) => spreadsheetFormula(one, cellOf))
  const digits = formula.name.startsWith('round') ? ['0'] : []
  return `${spreadsheetNames[formula.name]}(${[...values, ...digits].join(',')})`
}
