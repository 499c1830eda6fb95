import { describe, expect, test } from 'vitest'
import { calculate, exampleCalculation } from './calculate.ts'
import { parseFormula } from './formula.ts'

const goal = {
  kind: 'calculator' as const,
  id: 'goal',
  inputs: [
    { id: 'voters', label: 'Voters', unit: '', example: 4000 },
    { id: 'turnout', label: 'Turnout', unit: '%', example: 57.5 },
  ],
  results: [
    { id: 'votes', label: 'Votes', unit: '', formula: parseFormula('voters * turnout / 100') },
    { id: 'each', label: 'Share', unit: '', formula: parseFormula('voters / votes') },
  ],
}

describe('a calculator', () => {
  test('works with what was typed, and with results before', () => {
    expect(calculate(goal, { voters: '5,000', turnout: '50 %' }, 'en').results).toEqual({
      votes: '2,500',
      each: '2',
    })
  })

  test('shows the numbers of the example in the language', () => {
    expect(exampleCalculation(goal, 'sv')).toEqual({
      typed: { voters: '4\u00a0000', turnout: '57,5' },
      problems: [],
      results: { votes: '2\u00a0300', each: '1,74' },
    })
  })

  test('works nothing out while a number is not understood, and says which', () => {
    const typed = { voters: 'many', turnout: '' }
    expect(calculate(goal, typed, 'en')).toEqual({
      typed,
      problems: ['voters', 'turnout'],
      results: {},
    })
  })

  test('has no result after a division by zero', () => {
    expect(calculate(goal, { voters: '0', turnout: '50' }, 'en').results).toEqual({
      votes: '0',
      each: null,
    })
  })
})
