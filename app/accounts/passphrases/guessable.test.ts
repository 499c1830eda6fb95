import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translate } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { guessKey, isGuessable } from './guessable.ts'

const names = ['Calm Otter 42', 'Notes', 'Run a party', 'Att driva ett parti']
// Letters that make no word, row or year with each other, in any order.
const own = (max: number) =>
  fc.array(fc.constantFrom(...'bgkmvx'), { maxLength: max }).map((letters) => letters.join(''))
const dressed = (text: string, capitals: boolean, between: string) =>
  [...(capitals ? text.toUpperCase() : text)].map((sign) => sign + between).join('')

describe('a passphrase of what every guesser knows', () => {
  test.each([
    'Run a party 2026',
    'run-a-party run-a-party',
    'Att driva ett parti!',
    'Calm Otter Notes',
    'my passphrase',
    'Lösenfras 1987',
    'p4ssw0rd p4ssw0rd',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'poiuytrewq party',
    'йцукенгшщзхъ',
    'привет пароль',
    'abcdefghijklm',
    '112233112233',
    'otter otter otter',
    '19840312 1984',
    'moja šifra 2026',
    'Lozinka, lozinka!',
    'pristupna fraza 1',
    'Dobrodošli u 2026.',
    'лозинка 123456',
    'Црвена звезда 91',
    'qwertzuiopšđ',
    'yxcvbnm poiuztrewq',
    'љњертзуиопшђ',
    'абвгдђежзијкл',
    'моя парольная фраза',
    'mi contraseña 2026',
    'mon mot de passe',
  ])('is refused: %s', (passphrase) => {
    expect(isGuessable(passphrase, names)).toBe(true)
  })

  test.each([
    'six quiet otters near the bridge',
    'correct horse battery staple',
    'the party at the river was wet',
    'my long walk home, 1987',
    'vi sågs vid den gamla kvarnen',
    'мы встретились у старой мельницы',
    'videli smo se kod starog mlina',
    'видели смо се код старог млина',
    'tajna večera u Beogradu, kod bake',
    'ကျွန်တော်တို့ မြစ်ကမ်းမှာ တွေ့ခဲ့ကြတယ်',
  ])('is not: %s', (passphrase) => {
    expect(isGuessable(passphrase, names)).toBe(false)
  })

  test.each(
    languages.map((language) => [language.tag, language] as const),
  )('is refused in %s for the word that its own message names', (_, language) => {
    const message = translate(language)('accounts:passphraseIsGuessable')
    const [, word] = message.match(/[“”„«]\s*([^“”„«»]+?)\s*[“”»]/) ?? []
    expect(word).toBeTruthy()
    expect(isGuessable(`${word}, ${word} 2026`, [])).toBe(true)
    expect(isGuessable(`${word} vug bim`, [])).toBe(true)
  })

  test('is refused with up to seven signs more, before, after and between, in capitals, spaced out', () => {
    const guessableText = fc.constantFrom(
      'password',
      'passphrase',
      'runaparty',
      'otter',
      'parti',
      'qwerty',
      '0987654321',
      'hemlig',
      '2026',
    )
    fc.assert(
      fc.property(
        guessableText,
        guessableText,
        own(3),
        own(2),
        own(2),
        fc.boolean(),
        fc.constantFrom('', ' ', '-'),
        (one, two, a, b, c, capitals, between) => {
          expect(isGuessable(dressed(a + one + b + two + c, capitals, between), names)).toBe(true)
        },
      ),
    )
  })

  test('is refused where a few signs come again and again', () => {
    const group = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 7 })
      .filter((text) => [...guessKey(text)].length < 8)
    fc.assert(
      fc.property(group, fc.integer({ min: 3, max: 30 }), (text, times) =>
        isGuessable(text.repeat(times), names),
      ),
    )
  })

  test('is never one with four pieces of its own, whatever known words stand between', () => {
    const piece = fc.constantFrom('vug', 'bim', 'kox', 'gav', 'mek', 'xib')
    const pieces = fc.uniqueArray(piece, { minLength: 4, maxLength: 6 })
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.constantFrom('password', 'party', 'Otter', 'asdf')),
        (mine, known) => {
          expect(
            isGuessable(mine.map((one, i) => `${one} ${known[i] ?? ''}`).join(' '), names),
          ).toBe(false)
        },
      ),
    )
  })

  test('is found whatever is written and whatever the names are, also where a text repeats itself in many ways', () => {
    const hard = ['a'.repeat(200), 'ab'.repeat(100), '1qaz'.repeat(50)]
    for (const text of hard) expect(isGuessable(text, names)).toBe(true)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.string({ unit: 'binary' })),
        (text, any) => {
          expect(typeof isGuessable(text, any)).toBe('boolean')
          expect(guessKey(guessKey(text))).toBe(guessKey(text))
        },
      ),
    )
  })
})
