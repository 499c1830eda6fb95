import { expect, test } from 'vitest'
import { having, someCircle, ticks } from '../../../tests/factories/test-circle.ts'
import { translate } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { savedText } from './saved-text.ts'

const t = translate(languages[0]!)
const held = having(someCircle(), ticks('m1', 'ada')).meetings[0]!

test('trainers are told what is stored of attendance; members never, whatever their address says', () => {
  expect(savedText('attendance', held, t, true)).toMatch(/Study hours: 2\. One person was there/)
  for (const done of ['attendance', 'undone']) expect(savedText(done, held, t, false)).toBeNull()
  expect(savedText('saved', held, t, false)).toBe('Saved.')
})

test('nothing is said to be saved by an address that names nothing that was done', () => {
  for (const done of [null, '', 'xx']) expect(savedText(done, held, t, true)).toBeNull()
})
