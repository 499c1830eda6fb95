import { describe, expect, test } from 'vitest'
import { inWords, testBook, testChapter } from '../../../tests/factories/test-book.ts'
import { checkLimits } from './check-limits.ts'

const words = (count: number) => Array(count).fill('word').join(' ')
const times = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join('\n\n')

const comment = (i: number, length = 60) =>
  `<CountryComment id="c-${i}" country="ZA" about="x" source="s" checked="2026-11">\n${words(length)}\n</CountryComment>`
const single = (i: number, right = 'right', wrong = 'not right') =>
  `<Question id="q-${i}" type="single" see="a">\nWhich?\n<Option id="x" correct ` +
  `reason="r">${right}</Option>\n<Option id="y" reason="r">${wrong}</Option>\n</Question>`
const other = (i: number, type: string) =>
  `<Question id="o-${i}" type="${type}" see="a">\nHow?\n</Question>`

interface Measures {
  running?: number
  comments?: string
  pictures?: number
  points?: number
  exercises?: number
  questions?: string
}
function chapterSource({
  running = 1200,
  comments = times(4, (i) => comment(i)),
  pictures = 2,
  points = 3,
  exercises = 1,
  questions,
}: Measures = {}) {
  return [
    words(running),
    comments,
    times(pictures, (i) => `<Illustration file="${i}.svg" alt="x" />`),
    `<TalkAboutIt>\n${Array(points).fill('1. Why?').join('\n')}\n</TalkAboutIt>`,
    times(
      exercises,
      () => '<GroupExercise title="a" minutes="5" materials="b">\nDo.\n</GroupExercise>',
    ),
    '<BranchTask title="a">\nDo.\n</BranchTask>',
    `<Quiz>\n${questions ?? [times(3, (i) => single(i)), times(2, (i) => other(i, 'order')), other(9, 'match')].join('\n\n')}\n</Quiz>`,
  ].join('\n\n')
}
const source = testChapter(chapterSource())
const problemsOf = (measures: Measures) =>
  inWords(checkLimits(testBook([testChapter(chapterSource(measures))], {}, { standard: 'manual' })))
const translated = (text: string, lang = 'sv') =>
  inWords(checkLimits(testBook([source, testChapter(text, lang)], {}, { standard: 'manual' })))

test('a chapter within the measures has no problem', () => {
  expect(problemsOf({})).toEqual([])
  expect(
    problemsOf({
      running: 1800,
      comments: times(6, (i) => comment(i, 150)),
      pictures: 4,
      points: 5,
    }),
  ).toEqual([])
})

test('a course that does not ask for the measures may be of any size', () => {
  expect(checkLimits(testBook([testChapter(words(3))], { en: { a: 'a' } }))).toEqual([])
})

describe('an author is told of', () => {
  test.each<[string, Measures, string]>([
    [
      'too little text',
      { running: 1199 },
      '1  The running text has 1199 words; the standard is 1200 to 1800.',
    ],
    ['too much text', { running: 1801 }, '1  The running text has 1801 words'],
    [
      'a comment too short',
      { comments: times(4, (i) => comment(i, i === 1 ? 59 : 60)) },
      '7  The comment "c-1" has 59 words; the standard is 60 to 150.',
    ],
    [
      'a comment too long',
      { comments: times(4, (i) => comment(i, i === 0 ? 151 : 60)) },
      '3  The comment "c-0" has 151 words',
    ],
    [
      'too few comments',
      { comments: times(3, (i) => comment(i)) },
      '1  The chapter has 3 country comments; the standard is 4 to 6.',
    ],
    [
      'too many pictures',
      { pictures: 5 },
      '1  The chapter has 5 illustrations; the standard is 2 to 4.',
    ],
    [
      'too few questions',
      { questions: `${single(0)}\n\n${other(1, 'order')}\n\n${other(2, 'match')}` },
      '1  The chapter has 3 questions; the standard is 6 to 8.',
    ],
    [
      'questions too alike',
      { questions: times(6, (i) => single(i)) },
      '1  The chapter has 1 types of questions; the standard is 3 to 8.',
    ],
    [
      'too little to talk about',
      { points: 2 },
      '23  <TalkAboutIt> has 2 questions; the standard is 3 to 5.',
    ],
    ['two exercises', { exercises: 2 }, '1  The chapter needs one <GroupExercise>.'],
    ['no exercise', { exercises: 0 }, '1  The chapter needs one <GroupExercise>.'],
  ])('%s', (_, measures, words) => {
    const problems = problemsOf(measures)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`01-a/en.mdx:${words}`)
  })

  test('an explanation too short or too long, on its line of the glossary', () => {
    const book = testBook([], { en: { a: 'a', b: 'b', c: 'c' } }, { standard: 'manual' })
    book.glossaries[0]!.terms.set('b', { term: 'b', explanation: 'Only four words here.' }).set(
      'c',
      { term: 'c', explanation: words(46) },
    )
    expect(inWords(checkLimits(book))).toEqual([
      'glossary/en.yaml:3  The explanation of "b" has 4 words; the standard is 5 to 45.',
      'glossary/en.yaml:5  The explanation of "c" has 46 words; the standard is 5 to 45.',
    ])
  })
})

describe('a translation', () => {
  test('may be somewhat shorter or longer than its source', () => {
    expect(
      translated(chapterSource({ running: 840, comments: times(4, (i) => comment(i, 42)) })),
    ).toEqual([])
    expect(
      translated(chapterSource({ running: 1680, comments: times(4, (i) => comment(i, 84)) })),
    ).toEqual([])
  })

  test('that lacks a part, or says much more, is told so', () => {
    expect(translated(chapterSource({ running: 830 }))).toEqual([
      "01-a/sv.mdx:1  The running text has 69 per cent of the source's words (830 of 1200); the standard is 70 to 140.",
    ])
    expect(
      translated(chapterSource({ comments: times(4, (i) => comment(i, i === 3 ? 90 : 60)) })),
    ).toEqual([
      '01-a/sv.mdx:15  The comment "c-3" has 150 per cent of the source\'s words (90 of 60); the standard is 70 to 140.',
    ])
  })

  test('into a language without spaces is measured by its words', () => {
    const article = 'လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း။ '
    const text = chapterSource({ running: 0, comments: '' })
    expect(translated(article.repeat(110) + text, 'my')).toEqual([])
    expect(translated(article.repeat(270) + text, 'my')).toEqual([])
    expect(translated(article.repeat(290) + text, 'my')).toHaveLength(1)
    expect(translated(article.repeat(40) + text, 'my')).toHaveLength(1)
  })

  test('of a source that cannot be read is not compared', () => {
    const broken = { ...source, markup: null }
    expect(
      checkLimits(
        testBook(
          [broken, testChapter(chapterSource({ running: 5 }), 'sv')],
          {},
          { standard: 'manual' },
        ),
      ),
    ).toEqual([])
  })
})

describe('the right option is the longest', () => {
  test('in a few questions of a chapter, but not in most', () => {
    const questions = (longest: number) =>
      [
        times(longest, (i) => single(i, 'the longest', 'short')),
        times(5 - longest, (i) => single(i + 5)),
        other(1, 'order'),
        other(2, 'match'),
      ].join('\n\n')
    expect(problemsOf({ questions: questions(3) })).toEqual([])
    expect(problemsOf({ questions: questions(4) })).toEqual([
      '01-a/en.mdx:38  The right option is the longest in 4 of 5 single-choice questions; ' +
        'the standard is 60 per cent at most: q-0, q-1, q-2, q-3.',
    ])
  })

  test('in both of two questions, which may be chance', () => {
    const both = [
      times(2, (i) => single(i, 'the longest', 'short')),
      times(4, (i) => other(i, 'order')),
      other(9, 'match'),
    ]
    expect(problemsOf({ questions: both.join('\n\n') })).toEqual([])
  })
})
