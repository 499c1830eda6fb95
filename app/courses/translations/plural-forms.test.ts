import { expect, test } from 'vitest'
import { pluralForms } from './interface-blocks.ts'
import { pluralHeader, pluralRules } from './plural-forms.ts'

test.each([
  ['my', 1, ['other']],
  ['sv', 2, ['one', 'other']],
  ['en', 2, ['one', 'other']],
  ['sr-Latn', 3, ['one', 'few', 'other']],
  ['ru', 4, ['one', 'few', 'many', 'other']],
  ['es', 3, ['one', 'many', 'other']],
  ['fr', 3, ['one', 'many', 'other']],
  ['ar', 6, ['zero', 'one', 'two', 'few', 'many', 'other']],
  ['pl', 4, ['one', 'few', 'many', 'other']],
  ['cs', 4, ['one', 'few', 'many', 'other']],
])('%s counts in %d forms, by a rule that agrees with Unicode’s', (lang, count, forms) => {
  expect(pluralForms(lang)).toEqual(forms)
  expect(pluralHeader(lang)).toMatch(new RegExp(`^nplurals=${count}; plural=\\(.+\\);$`))
})

test('each rule is the same in C, as PO writes it, as here', () => {
  for (const [expression, rule] of pluralRules) {
    const inC = new Function('n', `return Number(${expression})`) as (n: number) => number
    for (const n of [...Array(300).keys(), 1e6, 2e6, 1_000_001]) expect(inC(n)).toBe(rule(n))
  }
})

test('a language whose rule is not known is told, and not given a wrong one', () => {
  expect(() => pluralHeader('cy')).toThrow('How "cy" counts')
})
