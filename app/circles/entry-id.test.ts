import { expect, test } from 'vitest'
import { idOfNew } from './entry-id.ts'

const form = 'a'.repeat(40)
const entries = [
  { id: 'one', text: 'We meet at six' },
  { id: 'one-2', text: 'We meet at seven' },
  { id: form, text: 'We sing' },
]
const idOf = (id: string, text: string) => idOfNew(entries, id, (one) => one.text === text)

test.each([
  ['two', 'We meet at six', 'two'],
  ['one', 'We meet at six', null],
  ['one', 'We meet at seven', null],
  ['one', 'We meet at eight', 'one-3'],
  ['one-2', 'We meet at six', 'one-2-2'],
  [form, 'We dance', `${'a'.repeat(37)}-2`],
])('a form %s that says "%s" adds %s', (id, text, expected) => {
  expect(idOf(id, text)).toBe(expected)
})
