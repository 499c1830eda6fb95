import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWords, testChapter } from '../../../tests/factories/test-book.ts'
import { sentencesIn } from '../parse/sentences.ts'
import {
  checkInvisible,
  checkReading,
  checkThousands,
  checkZawgyi,
  withoutInvisible,
} from './check-language.ts'

const file = (written: string, lang = 'en') => ({ file: 'a.mdx', lang, written })

describe('an author is told of a character that nobody sees:', () => {
  describe('thousands', () => {
    test.each([
      ['3 000 namn', '3 000'],
      ['av de 11 250 / 45', '11 250'],
      ['kostar 1 250 000.', '1 250 000'],
    ])('an author is told of an ordinary space in %s', (text, figure) => {
      expect(checkThousands(file(`One.\n${text}`))).toEqual([
        { file: 'a.mdx', line: 2, message: expect.stringContaining(`The figure ${figure} may`) },
      ])
    })

    test.each([
      '3\u00a0000 namn',
      '3,000 names',
      '1998 100 people',
      '12 345678',
      'year: 2 2012',
      '40 till 100 200-årsjubileum',
    ])('nothing is said of %s', (text) => {
      expect(checkThousands(file(text))).toEqual([])
    })
  })

  test.each([
    ['a zero width space', 'for\u200beign', 'U+200B'],
    ['a direction mark', 'in Latin\u200e letters', 'U+200E'],
    ['a direction mark from right to left', 'in Latin\u200f letters', 'U+200F'],
    ['an embedding', '\u202bArabic عربي\u202c', 'U+202A to U+202E'],
    ['an isolate', '\u2067Arabic عربي\u2069', 'U+2066 to U+2069'],
    ['a byte order mark', '\ufeffText', 'U+FEFF'],
    ['a soft hyphen', 'mem\u00adbership', 'U+00AD'],
  ])('%s', (_, text, name) => {
    const problems = checkInvisible(file(`One.\n\n${text}`))
    expect(problems).toEqual([{ file: 'a.mdx', line: 3, message: expect.stringContaining(name) }])
  })

  test('once a line, with all that it has', () => {
    expect(inWords(checkInvisible(file('a\u00adb\u00adc\u200b')))).toEqual([
      'a.mdx:1  The line has a character that nobody sees: U+200B (zero width space), U+00AD (soft hyphen). Remove it.',
    ])
  })
})

test.each([
  ['a direction mark between Arabic letters', 'حزب\u200f (ANC)', 'ar'],
  ['a joiner, which Persian spells with', 'می\u200cخواهم', 'fa'],
  ['a place to break a line in Burmese', 'အခွင့်\u200bအရေး', 'my'],
  ['straight quotation marks', '"Be more visible" isn\'t a plan. Hon sa: "Nej."', 'sv'],
  ['a no-break space', '1\u00a0200 medlemmar', 'sv'],
])('%s is no fault', (_, text, lang) => {
  expect(checkInvisible(file(text, lang))).toEqual([])
})

test('a text without them has none left, and every other character', () => {
  expect(withoutInvisible('for\u200beign\u202b\nمرحبا\u200f (ANC)\u2069', 'en')).toBe(
    'foreign\nمرحبا\u200f (ANC)',
  )
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u200b', '\u200e', '\u202e', '\u2066', '\u00ad', '\ufeff', 'ع', '\n'),
      fc.string(),
    ),
  })
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'ar', 'my'), (written, lang) => {
      const cleaned = withoutInvisible(written, lang)
      expect(checkInvisible({ file: '', lang, written: cleaned })).toEqual([])
      expect(cleaned.replace(/[\u200b\u200e\u200f]/g, '')).toBe(
        written.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, ''),
      )
    }),
  )
})

// The declaration of human rights and its title, as published in each encoding.
const inUnicode = [
  'လူတိုင်းသည် တူညီ လွတ်လပ်သော ' +
    'ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ ' +
    'တူညီလွတ်လပ်သော ' +
    'အခွင့်အရေးများဖြင့် လည်းကောင်း၊ ' +
    'မွေးဖွားလာသူများ ဖြစ်သည်။',
  'ထိုသူတို့၌ ပိုင်းခြား ' +
    'ဝေဖန်တတ်သော ဉာဏ်နှင့် ကျင့်ဝတ် ' +
    'သိတတ်သော စိတ်တို့ရှိကြ၍ ' +
    'ထိုသူတို့သည် အချင်းချင်း ' +
    'မေတ္တာထား၍ ဆက်ဆံကျင့်သုံးသင့်၏။',
  'အပြည်ပြည်ဆိုင်ရာ လူ့အခွင့်အရေး ကြေညာစာတမ်း',
  'ကမ္ဘာ့ကုလသမဂ္ဂ အထွေထွေဆိုင်ရာ အစည်းအဝေးပွဲကြီး',
  'အင်္ဂလိပ် ကျွန်ုပ် ယောက်ျား သြဂုတ် ၁၉၄၈ ၎င်း ဥပဒေ',
]
const inZawgyi = [
  'လူ႔အခြင့္အေရးကို ပစ္ပယ္ျခင္းေၾကာင့္ ရိုင္းစိုင္း ရက္စက္ေသာ အျပဳအမူမ်ား ျဖစ္ထြန္းခဲ့ရၿပီး',
  'အျပည္ျပည္ဆုိင္ရာ လူ႕အခြင့္အေရး ေၾကညာစာတမ္း',
  'ကမၻာ့ကုလသမဂၢအဖြဲ႕ညီလာခံ အစည္းအေ၀းၾကီး',
]

describe('Burmese in the encoding of Zawgyi', () => {
  test.each(inZawgyi)('is found: %s', (text) => {
    expect(checkZawgyi(file(text, 'my'))).toHaveLength(1)
    expect(checkZawgyi(file(`<Source title="${text}" />`, 'en'))).toHaveLength(1)
  })

  test.each([
    ['ေက်ာင္း', 'U+1031 before its consonant'],
    ['ကေျပာ', 'U+1031 before a medial'],
    ['ညီလာခံတြင္', 'U+1039 at the end of a syllable'],
    ['ျမန္မာ', 'U+103B before its consonant'],
    ['လူမ်ား', 'U+103A before a vowel'],
    ['ကမၻာ', 'letters that Burmese in Unicode does not use'],
  ])('is known by one sign: %s', (word, sign) => {
    expect(checkZawgyi(file(word, 'my'))[0]?.message).toContain(sign)
  })

  test('is one problem a file, on its first line', () => {
    expect(inWords(checkZawgyi(file(['title', ...inZawgyi].join('\n'), 'my')))).toEqual([
      'a.mdx:2  The line is in Zawgyi encoding: U+1031 before its consonant. So are 2 more lines. Convert the file to Unicode.',
    ])
  })

  test.each(inUnicode)('is not seen in Unicode: %s', (text) => {
    expect(checkZawgyi(file(text, 'my'))).toEqual([])
  })

  test('is not seen in any name of a country, language or month that CLDR has in Burmese', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const pairs = letters.flatMap((a) => letters.map((b) => a + b))
    const names = [
      ...pairs.map((code) => new Intl.DisplayNames('my', { type: 'language' }).of(code)),
      ...pairs.map((code) =>
        new Intl.DisplayNames('my', { type: 'region' }).of(code.toUpperCase()),
      ),
      ...letters
        .slice(0, 12)
        .map((_, month) => new Date(2024, month).toLocaleDateString('my', { dateStyle: 'full' })),
    ].filter((name) => /\p{Script=Myanmar}/u.test(name ?? ''))
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name) => checkZawgyi(file(name as string, 'my')).length > 0)).toEqual([])
  })

  test('is not looked for in the other languages of the script, nor are their letters in an English file', () => {
    expect(checkZawgyi(file('ၵၢၼ်ႁဵၼ်း', 'shn'))).toEqual([])
    expect(checkZawgyi(file('ၵၢၼ်ႁဵၼ်း', 'en'))).toEqual([])
  })
})

describe('what is hard to read', () => {
  const problemsOf = (written: string, lang = 'en') => {
    const chapter = testChapter(written, lang)
    return inWords(checkReading(chapter, sentencesIn(chapter.markup!.tree, lang)))
  }
  const words = (count: number, word = 'we') =>
    `We ${Array(count - 1)
      .fill(word)
      .join(' ')}.`

  test('is a sentence of more than 30 words, on its line', () => {
    expect(problemsOf(`We.\n\nWe. ${words(30)}\n\n${'We. '.repeat(9)}`)).toEqual([])
    expect(problemsOf(`We.\n\nWe.\n${words(31)}\n\n${'We. '.repeat(9)}`)).toEqual([
      '01-a/en.mdx:4  A sentence has 31 words; 30 is the most: "We we we we we we we we we we we we we we we we we…"',
    ])
  })

  test('is a chapter whose sentences have more than 17 words on average', () => {
    expect(problemsOf(words(17))).toEqual([])
    expect(problemsOf(`${words(17)} ${words(18)}`)).toEqual([
      '01-a/en.mdx:1  The sentences have 17.5 words on average; 17 is the most.',
    ])
  })

  test('is a chapter with a LIX of more than 40', () => {
    expect(problemsOf(`${words(8)} ${words(12, 'members')}`)).toEqual([
      '01-a/en.mdx:1  The LIX is 65; 40 is the most. Use shorter words and sentences.',
    ])
    expect(problemsOf(`${words(16)} ${words(4, 'members')}`)).toEqual([])
  })

  test('is measured in English and Swedish only', () => {
    expect(problemsOf(words(60), 'sv')).toHaveLength(3)
    expect(problemsOf(words(60), 'sw')).toEqual([])
  })
})
