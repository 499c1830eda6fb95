import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentLimits, normalizeCommentText, problemOfText } from './written-comment.ts'

const words = (count: number, word = 'branch') =>
  Array.from({ length: count }, () => word).join(' ')

describe('a comment', () => {
  test.each([
    [39, 'comments:textTooShort'],
    [40, undefined],
    [200, undefined],
    [201, 'comments:textTooLong'],
  ])('of %i words: %s', (count, key) => {
    expect(problemOfText(words(count), 'en')?.key).toBe(key)
  })

  test('tells how many words it has and may have', () => {
    expect(problemOfText('We meet.', 'en')).toEqual({
      key: 'comments:textTooShort',
      words: 2,
      min: 40,
      max: 200,
    })
  })

  test('cannot make a book of one word', () => {
    expect(problemOfText(`${words(60)} ${'a'.repeat(commentLimits.characters)}`, 'en')?.key).toBe(
      'comments:textTooLong',
    )
  })

  test('in a language without spaces is counted by its own words', () => {
    expect(problemOfText('ပါတီဝင်များသည် အစည်းအဝေးတွင် ဆုံးဖြတ်သည်။ '.repeat(12), 'my')).toBeNull()
    expect(problemOfText('ပါတီဝင်များသည် အစည်းအဝေးတွင် ဆုံးဖြတ်သည်။', 'my')?.key).toBe(
      'comments:textTooShort',
    )
  })

  test('in Zawgyi, which other phones show as nonsense, is asked for in Unicode', () => {
    expect(problemOfText('အျပည္ျပည္ဆုိင္ရာ လူ႕အခြင့္အေရး ေၾကညာစာတမ္း '.repeat(12), 'my')?.key).toBe(
      'comments:textIsZawgyi',
    )
  })

  test.each([
    ['comments:textHasLink', 'https://example.org/a'],
    ['comments:textHasAddress', 'someone@example.org'],
    ['comments:textHasPhone', '+263 77 212 3456'],
  ])('%s', (key, contact) => expect(problemOfText(`${words(50)} ${contact}`, 'en')?.key).toBe(key))
})

describe('a text is tidied:', () => {
  test.each([
    [
      'paragraphs are kept, empty lines are not',
      ' One.\r\n\r\n\r\nTwo.\rThree. ',
      'One.\nTwo.\nThree.',
    ],
    ['spaces and tabs are one space', 'a\t b\u00a0 c', 'a b c'],
    [
      'what turns the direction of what follows is gone',
      'paid\u202e001\u202c \u2066x\u2069',
      'paid001 x',
    ],
    ['what nobody sees is gone', 'mem\u00adber\u200b\ufeff\u2063\u3164\u{e0041}s', 'members'],
    [
      'control, private and broken characters are gone',
      'a\u0007b\u001b[1mc\ue000d\ufffde',
      'ab[1mcde',
    ],
    [
      'joiners that languages spell with are kept',
      'می\u200cخواهم ක්\u200dර',
      'می\u200cخواهم ක්\u200dර',
    ],
    [
      'letters are composed, also those that something unseen held apart',
      'e\u0301 e\u202e\u0301',
      'é é',
    ],
    ['a mark of direction beside unseen Arabic is gone with it', 'a\u061c\u200fb', 'ab'],
    ['what looks like HTML or Markdown is only text', '<b>x</b> [y](z)', '<b>x</b> [y](z)'],
  ])('%s', (_, text, tidy) => expect(normalizeCommentText(text, 'en')).toBe(tidy))

  test('whatever is written, tidying twice does no more than once', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\r',
          '\n',
          '\t',
          ' ',
          '\u0301',
          'e',
          '\u061c',
          '\u202e',
          '\u200f',
          'ع',
          '\ud800',
        ),
        fc.string({ unit: 'binary' }),
      ),
    })
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'ar', 'my', 'und'), (written, lang) => {
        const once = normalizeCommentText(written, lang)
        expect(normalizeCommentText(once, lang)).toBe(once)
        expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\n\n|^\s|\s$/u)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a text far beyond the limit is refused without telling all its words apart', () => {
  const word = 'ကျွန်တော်'
  const long = problemOfText(word.repeat(2100), 'my')
  const longer = problemOfText(word.repeat(4200), 'my')
  expect(long?.key).toBe('comments:textTooLong')
  expect(longer).toEqual(long)
})
