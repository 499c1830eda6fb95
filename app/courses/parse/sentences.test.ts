import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testChapter } from '../../../tests/factories/test-book.ts'
import { type Sentence, sentencesIn, wordsIn } from './sentences.ts'

const sentencesOf = (written: string, lang = 'en'): Sentence[] =>
  sentencesIn(testChapter(written, lang).markup!.tree, lang)

describe('the sentences of a chapter', () => {
  test('have their lines, where a paragraph runs over several', () => {
    expect(
      sentencesOf('---\ntitle: Not this.\n---\n\nOne here. Two\nhere. Three\n*here*! Four?'),
    ).toEqual([
      { text: 'One here.', place: 'text', line: 5 },
      { text: 'Two here.', place: 'text', line: 5 },
      { text: 'Three here!', place: 'text', line: 6 },
      { text: 'Four?', place: 'text', line: 7 },
    ])
  })

  test('do not run over from one point of a list, or one option, to the next', () => {
    const quiz = [
      '<Quiz>',
      '<Question id="q" type="single" see="a">',
      'Who?',
      '<Option id="x" correct reason="Not this.">She</Option>',
      '<Option id="y" reason="Nor this.">He</Option>',
      '</Question>',
      '</Quiz>',
    ].join('\n')
    expect(
      sentencesOf(`- one\n- **two**\n\n${quiz}`).map(({ text, place, line }) => [
        text,
        place,
        line,
      ]),
    ).toEqual([
      ['one', 'text', 1],
      ['two', 'text', 2],
      ['Who?', 'question', 6],
      ['She', 'question', 7],
      ['He', 'question', 8],
    ])
  })

  test('are those of the text, the comments, the exercises and the questions; not headings, sources, labels or attributes', () => {
    const examples = [
      '## Heading {#heading}',
      'Text with a <Term id="word">word</Term>.',
      '<CountryComment id="c" country="ZA" about="About" source="s" checked="2026-11">\nComment.\n</CountryComment>',
      '<Illustration file="a.svg" alt="Alt.">\n  <Label id="l">Label</Label>\n</Illustration>',
      '<TalkAboutIt>\n1. Talk?\n</TalkAboutIt>',
      '<Sources>\n<Source id="s" title="Title" publisher="P" year="2020" access="free">Note.</Source>\n</Sources>',
    ].join('\n\n')
    expect(sentencesOf(examples).map(({ text, place }) => [text, place])).toEqual([
      ['Text with a word.', 'text'],
      ['Comment.', 'comment'],
      ['Talk?', 'exercise'],
    ])
  })

  test('do not end at a number in the middle, and end at a Burmese full stop', () => {
    expect(sentencesOf('Law No. 2 of 2011 asks for 7.5 per cent. So it is.')).toHaveLength(2)
    expect(sentencesOf('လူတိုင်းသည် တူညီသည်။ ထိုသူတို့၌ စိတ်တို့ရှိကြသည်။', 'my')).toHaveLength(2)
  })

  test('lose no word, and have lines that there are', () => {
    const word = fc.constantFrom(
      'one',
      'two.',
      'Three',
      '*four*',
      'five?\n',
      '\n\n',
      '- six',
      '**Seven.**',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (all) => {
        const written = all.join(' ')
        const sentences = sentencesOf(written)
        expect(sentences.flatMap(({ text }) => wordsIn(text, 'en'))).toEqual(wordsIn(written, 'en'))
        for (const { text, line } of sentences)
          expect(written.split('\n')[line - 1]).toContain(wordsIn(text, 'en')[0] ?? text.trim()[0])
      }),
    )
  })
})

test('words are counted as a reader counts them', () => {
  expect(wordsIn('A third-party’s 100,000 – or 7.5 – members don’t go!', 'en')).toEqual([
    'A',
    'third-party’s',
    '100,000',
    'or',
    '7.5',
    'members',
    'don’t',
    'go',
  ])
})

test('a language without spaces is counted by its words, not by its spaces', () => {
  const firstArticle =
    'လူတိုင်းသည် တူညီ လွတ်လပ်သော ' +
    'ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ ' +
    'တူညီလွတ်လပ်သော ' +
    'အခွင့်အရေးများဖြင့် လည်းကောင်း၊ ' +
    'မွေးဖွားလာသူများ ဖြစ်သည်။'
  expect(wordsIn(firstArticle, 'my').length).toBeGreaterThan(firstArticle.split(' ').length)
})
