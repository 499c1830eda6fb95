import { expect, test } from 'vitest'
import { fieldOf } from './circle-wish.ts'

test.each([
  ['nameMissing', '', 'name'],
  ['nameMissing', 'Round table', 'trainer'],
  ['nameIsContact', 'Round table', 'trainer'],
  ['courseUnknown', 'Round table', 'course'],
  ['dayUnknown', 'Round table', 'firstDay'],
])('a refusal of a wish stands beside its field: %s, of a circle called "%s", beside %s', (reason, name, field) => {
  expect(fieldOf(`circles:refused.${reason}`, { name })).toBe(field)
})
