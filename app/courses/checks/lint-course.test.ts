import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inWords, testBook, testChapter } from '../../../tests/factories/test-book.ts'
import { lintCourse, pageIds } from './lint-course.ts'

const problemsOf = (written: string) => inWords(lintCourse(testBook([testChapter(written)])))

test('a short book without a fault has no problem', () => {
  expect(problemsOf('We meet.\n\n## Where {#where}\n\nIn a kitchen.')).toEqual([])
})

describe('an id of the page itself is refused for', () => {
  test.each([
    ['a heading', 'We.\n\n## Words {#words}', 3, 'the heading'],
    ['a part', 'We.\n\n### Words {#main}  ', 3, 'the heading'],
    [
      'a question',
      '<Quiz>\n<Question id="read" type="single" see="a" />\n</Quiz>',
      2,
      '<Question>',
    ],
    [
      'a comment',
      '<CountryComment id="comments" country="ZA" about="x" source="s" checked="2026-11">\nWe.\n</CountryComment>',
      1,
      '<CountryComment>',
    ],
    [
      'a source',
      '<Sources>\n<Source id="word-quorum" title="T" publisher="P" year="2020" access="free" />\n</Sources>',
      2,
      '<Source>',
    ],
    [
      'a heading like the title of a comment',
      '<CountryComment id="za" country="ZA" about="x" source="s" checked="2026-11">\nWe.\n</CountryComment>\n\n## Za {#za-about}',
      5,
      'the heading',
    ],
  ])('%s', (_, written, line, what) => {
    const problems = problemsOf(written)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(
      new RegExp(`^01-a/en.mdx:${line}  The page itself uses the id .* Give ${what} another.$`),
    )
  })

  test('and the list of them is complete', () => {
    const pages = [
      'courses/view/components.tsx',
      'courses/view/country-comment.tsx',
      'quizzes/chapter-quiz/quiz.tsx',
      'ui/page-shell.tsx',
      'routes/$lang.courses.$course.$chapter.tsx',
    ]
    const ids = pages.flatMap((page) =>
      [
        ...readFileSync(join(import.meta.dirname, '../..', page), 'utf8').matchAll(
          /\sid="([a-z-]+)"/g,
        ),
      ].map(([, id]) => id as string),
    )
    expect(ids.length).toBeGreaterThan(8)
    expect(ids.filter((id) => !pageIds.has(id))).toEqual([])
  })
})

test('a picture is shown once in a chapter', () => {
  const picture = '<Illustration file="a.svg" alt="x" />'
  expect(problemsOf(`${picture}\n\n${picture.replace('a.svg', 'b.svg')}\n\n${picture}`)).toEqual([
    '01-a/en.mdx:5  The picture a.svg is shown in this chapter already, on line 1.',
  ])
})

test('faults of every kind come together, those of a file that cannot be read and of names too', () => {
  const repeated = 'Nobody checks their own work in a branch.'
  const book = testBook(
    [
      testChapter(`${repeated} See <Term id="chair">chair</Term>.`),
      testChapter(repeated, 'en', '02-b'),
      testChapter('{ mem\u00adber', 'en', '03-c'),
      testChapter('လူမ်ား', 'my', '01-a'),
    ],
    { en: { chair: 'leader' } },
    { others: [{ lang: 'en', file: 'en.yaml', written: 'title: A\u200bB' }] },
  )
  expect(inWords(lintCourse(book))).toEqual([
    expect.stringMatching(/^03-c\/en.mdx:1 .*U\+00AD/),
    expect.stringMatching(/^01-a\/my.mdx:1 .*Zawgyi/),
    expect.stringMatching(/^en.yaml:1 .*U\+200B/),
    expect.stringMatching(/^02-b\/en.mdx:1 .*stands also in 01-a\/en.mdx/),
    expect.stringMatching(/^01-a\/en.mdx:1 .*"chair" here and "leader"/),
  ])
})

test('the measures hold only for a course that asks for them', () => {
  const chapter = testChapter('Short.')
  expect(lintCourse(testBook([chapter]))).toEqual([])
  expect(lintCourse(testBook([chapter], {}, { standard: 'manual' })).length).toBeGreaterThan(5)
})
