import { expect, test } from 'vitest'
import { inWords, testChapter } from '../../../tests/factories/test-book.ts'
import { sentencesIn } from '../parse/sentences.ts'
import { checkRepetition } from './check-repetition.ts'

const eight = 'Nobody checks their own work in a branch.'
const problemsOf = (...written: [text: string, lang?: string][]) =>
  inWords(
    checkRepetition(
      written.map(([text, lang = 'en'], i) => {
        const chapter = testChapter(text, lang, `0${i + 1}-a`)
        return { chapter, sentences: sentencesIn(chapter.markup!.tree, lang) }
      }),
    ),
  )

test('a sentence that stands in two chapters is told once, with both places, whatever its capitals and commas', () => {
  expect(
    problemsOf(
      [`One.\n\nTwo. ${eight}`],
      [`One.\n\n- Nobody checks their own work, in a *branch*!`],
    ),
  ).toEqual([
    '02-a/en.mdx:3  The sentence stands also in 01-a/en.mdx, line 3: "Nobody checks their own work, in a branch!…"',
  ])
})

test('a sentence in three chapters is told in the second and the third', () => {
  expect(problemsOf([eight], [eight], [eight]).map((problem) => problem.slice(0, 13))).toEqual([
    '02-a/en.mdx:1',
    '03-a/en.mdx:1',
  ])
})

test.each<[string, [string, string?], [string, string?]]>([
  ['a short sentence', ['We begin with a round of names.'], ['We begin with a round of names.']],
  ['a sentence twice in one chapter', [`${eight}\n\n${eight}`], ['Another.']],
  ['a sentence in another language', [eight], [eight, 'sv']],
  ['a heading', [`## ${eight} {#a}`], [`## ${eight} {#a}`]],
  [
    'the instruction of a question',
    [`<Quiz>\n<Question id="a" type="order" see="b">\n${eight}\n</Question>\n</Quiz>`],
    [`<Quiz>\n<Question id="a" type="order" see="b">\n${eight}\n</Question>\n</Quiz>`],
  ],
])('%s may come again', (_, one, two) => {
  expect(problemsOf(one, two)).toEqual([])
})
