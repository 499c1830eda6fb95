import { expect, test } from 'vitest'
import { refused } from '../refusal.ts'
import { problemsByField } from './new-circle-form.ts'

const good = { name: 'Round table', trainer: 'Ada' }
const missing = refused('circles:refused.nameMissing')

test.each([
  ['nameMissing', { ...good, name: ' ' }, ['name']],
  ['nameMissing', { ...good, trainer: '' }, ['trainer']],
  ['nameMissing', { name: '', trainer: '' }, ['name', 'trainer']],
  ['courseUnknown', good, ['course']],
  ['dayUnknown', good, ['firstDay']],
] as const)('a refusal of a wish stands beside its fields: %s of %j, beside %j', (reason, wish, fields) => {
  expect(Object.keys(problemsByField(refused(`circles:refused.${reason}`), wish))).toEqual(fields)
})

test('each of two wrong names is told what is wrong with it', () => {
  const problems = problemsByField(missing, { name: '', trainer: 'ada@example.org' })
  expect(problems).toEqual({ name: missing, trainer: refused('circles:refused.nameIsContact') })
})
