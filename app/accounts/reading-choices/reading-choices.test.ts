import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ReadingChoices,
  readChoices,
  readingOptions,
  writeChoices,
} from './reading-choices.ts'

const choices = fc.record(
  Object.fromEntries(
    Object.entries(readingOptions).map(([option, values]) => [option, fc.constantFrom(...values)]),
  ),
) as unknown as fc.Arbitrary<ReadingChoices>

test('whatever is chosen is read back as it was written', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      expect(readChoices(writeChoices(chosen))).toEqual(chosen)
    }),
  )
})

test('nothing is stored of those who choose nothing', () => {
  expect(writeChoices(readChoices(null))).toBeNull()
})

test('what is stored wrongly is as pages come', () => {
  expect(readChoices('size-giant light-dark x"onload')).toEqual({
    ...readChoices(null),
    light: 'dark',
  })
})
