import { describe, expect, test } from 'vitest'
import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { hasReservedWord, isReservedName } from './reserved-names.ts'

describe('names of those who run a site', () => {
  test.each([
    'Moderator',
    'MODERATOR',
    'Mоdеrаtоr',
    'modeгator',
    'M0DERATOR',
    'Moderator 2',
    'moderator7',
    'm o d e r a t o r',
    'Mod.er.ator',
    '\u{1d40c}oderator',
    'Αdmin',
    'Аdministrator',
    'Circle leader',
    'circle-leader',
    'Cirkelledare',
    'cirkelledaren',
    'Redaktionen',
    'Administratör',
    'administrato\u0308r',
    'Cirkel',
    'Сirkel',
    'Host',
    'Värd',
    'Модератор',
    'Администрация',
    'Moderation',
    'Podrska',
    'модератор',
    'Moderador',
    'المشرف',
    'مدیر',
  ])('%s is one', (name) => {
    expect(isReservedName(name)).toBe(true)
    expect(hasReservedWord(name)).toBe(true)
  })

  test('stand in every language of the site', () => {
    for (const language of languages)
      for (const word of translate(language)('safety:reservedNames').split(', '))
        expect([word, isReservedName(word), hasReservedWord(`The ${word} 1`)]).toEqual([
          word,
          true,
          true,
        ])
  })
})

test.each([
  'Calm Otter 42',
  'Anna',
  'Hostel',
  'Lead',
  'Modesty',
  'Edith',
  'Värna',
  'Circle 7',
  '12',
  '7',
  'Mo',
])('%s is none', (name) => {
  expect(isReservedName(name)).toBe(false)
  expect(hasReservedWord(name)).toBe(false)
})

test('a seat may have such a word in its name, a pseudonym may not', () => {
  expect(isReservedName('Anna the host')).toBe(false)
  expect(hasReservedWord('Anna the host')).toBe(true)
})
