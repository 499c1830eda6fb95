import { describe, expect, test } from 'vitest'
import { checkChapter } from './check-chapter.ts'

const frontMatter = '---\ntitle: A\nsummary: B.\nobjectives: [C, D]\nminutes: 5\nversion: 1\n---\n'
const sources =
  '<Sources>\n<Source id="book" title="T" publisher="P" year="2020" access="free" read="parts" />\n</Sources>'
const picture = '<svg viewBox="0 0 400 10"><text data-label="a" x="1" y="1"/></svg>'

/** Checks a text that begins on line 8, below a front matter without fault. */
function check(text: string, front = frontMatter) {
  return checkChapter(`${front}${text}`, {
    file: 'tiny/01-a/en.mdx',
    lang: 'en',
    isSource: true,
    pictures: new Map([['a.svg', picture]]),
    figures: new Set(),
    terms: new Set(['quorum']),
    checkQuestion: ({ id, line }) =>
      id === 'bad' ? [{ line: line + 1, message: 'it is bad.' }] : [],
  })
}

const comment = (country = 'ZA', source = 'book') =>
  `<CountryComment id="c" country="${country}" about="x" source="${source}" checked="2026-11">\nText.\n</CountryComment>`
const question = (id: string, see = 'one') =>
  `<Quiz>\n<Question id="${id}" type="single" see="${see}">\nWhich?\n</Question>\n</Quiz>`

describe('an author is told of', () => {
  test.each([
    [
      'an id that stands twice',
      `## One {#one}\n\n${question('one')}`,
      11,
      'The id "one" stands twice in this chapter.',
    ],
    [
      'two headings with one id',
      '## One {#one}\n\n## Two {#one}',
      10,
      'The id "one" stands twice in this chapter.',
    ],
    [
      'an id in capitals',
      `## One {#one}\n\n${question('Good')}`,
      11,
      'must be lower case words with hyphens',
    ],
    [
      'a question that leads nowhere',
      `## One {#one}\n\n${question('good', 'two')}`,
      11,
      'the section or paragraph "two", which does not exist',
    ],
    [
      'what a question type finds',
      `## One {#one}\n\n${question('bad')}`,
      12,
      'Question "bad": it is bad.',
    ],
    [
      'a term that the glossary lacks',
      'A <Term id="agenda">plan</Term>.',
      8,
      'The term "agenda" is not in glossary/en.yaml.',
    ],
    [
      'a source that is not listed',
      `${comment('ZA', 'film')}\n\n${sources}`,
      8,
      'names the source "film", which is not in <Sources>',
    ],
    ['a comment from nowhere', `${comment('ZZ')}\n\n${sources}`, 8, '"ZZ" is no ISO country code.'],
    [
      'a comment checked in no month',
      `${comment().replace('2026-11', 'lately')}\n\n${sources}`,
      8,
      '"checked" of the comment "c" must be a month, such as 2026-11, or a year.',
    ],
    [
      'a source of a comment that says not how much of it was read',
      `${comment()}\n\n${sources.replace(' read="parts"', '')}`,
      13,
      'The comment "c" rests on this source. Say in "read" how much of it you have read.',
    ],
    [
      'a source that is read some other way',
      sources.replace('parts', 'half'),
      9,
      '"read" of the source "book" must be whole, parts or no.',
    ],
    [
      'a title by somebody else',
      sources.replace('read', 'titled="us" read'),
      9,
      '"titled" of the source "book" must be editors',
    ],
    [
      'a picture that is missing',
      '\n<Illustration file="b.svg" alt="x" />',
      9,
      'The picture illustrations/b.svg does not exist.',
    ],
    [
      'a link to no section',
      'See [there](#two).',
      8,
      'The link #two leads to no section of this chapter.',
    ],
    [
      'a link out of the book',
      'See [there](https://example.org).',
      8,
      'must lead to a section (#id) or a chapter (../slug)',
    ],
    [
      'a link that is a script',
      'See [there](javascript:x).',
      8,
      'must lead to a section (#id) or a chapter (../slug)',
    ],
    [
      'a link that climbs out',
      'See [there](../../account).',
      8,
      'must lead to a section (#id) or a chapter (../slug)',
    ],
    [
      'a link by reference',
      'See [there][a].\n\n[a]: /sign-out',
      10,
      'must lead to a section (#id) or a chapter (../slug)',
    ],
    ['two quizzes', '<Quiz />\n\n<Quiz />', 10, 'A chapter has one <Quiz>.'],
    [
      'two exercises',
      '<GroupExercise title="a" minutes="5" materials="b" />\n\n'.repeat(2),
      10,
      'A chapter has one <GroupExercise>.',
    ],
    [
      'a source that is neither free nor paid',
      sources.replace('free', 'open'),
      9,
      '"access" of the source "book" must be free or paid.',
    ],
    [
      'a source with a bad address',
      sources.replace('access', 'url="javascript:x" access'),
      9,
      '"url" of the source "book" is no web address.',
    ],
  ])('%s', (_, text, line, words) => {
    const { text: checked, problems } = check(text)
    expect(checked).toBeNull()
    expect(problems).toEqual([
      { file: 'tiny/01-a/en.mdx', line, message: expect.stringContaining(words) },
    ])
  })

  test('a label that a picture lacks, in the picture’s file', () => {
    const { problems } = check(
      '<Illustration file="a.svg" alt="x">\n<Label id="a">A</Label>\n<Label id="b">B</Label>\n</Illustration>',
    )
    expect(problems).toEqual([
      {
        file: 'tiny/01-a/illustrations/a.svg',
        line: 1,
        message: 'The chapter has a <Label id="b"> that the picture lacks.',
      },
    ])
  })

  test('faults in the front matter and in the text together', () => {
    const { problems } = check(
      '[x](#y)\n\n<Term id="z">z</Term>',
      frontMatter.replace('version: 1', 'version: one'),
    )
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '6: The front matter "version" must be a whole number.',
      '8: The link #y leads to no section of this chapter.',
      '10: The term "z" is not in glossary/en.yaml.',
    ])
  })
})

test('a chapter without fault gives all that its file says', () => {
  const body = [
    'Opening, with a way to [one](#one) and to [another](../other#part).',
    '## One {#one}',
    'A <Term id="quorum">quorum</Term> and another <Term id="quorum">one</Term>.',
    '<Illustration file="a.svg" alt="What it shows">\n<Label id="a">Words</Label>\n</Illustration>',
    comment(),
    question('good'),
    sources.replace(' />', ' url="https://example.org/a" author="Me">Note.</Source>'),
  ].join('\n\n')
  const { text, problems } = check(body)
  expect(problems).toEqual([])
  expect(text).toMatchObject({
    title: 'A',
    state: 'source',
    version: 1,
    sections: [{ id: 'one' }],
    questions: [{ id: 'good' }],
    comments: [{ id: 'c', country: 'ZA', about: 'x', source: 'book' }],
    terms: ['quorum'],
    sources: [
      { id: 'book', access: 'free', author: 'Me', url: 'https://example.org/a', note: 'Note.' },
    ],
    links: [{ url: '#one' }, { url: '../other#part' }],
  })
  expect(text?.illustrations.get('a.svg')).toEqual({
    alt: 'What it shows',
    caption: null,
    svg: expect.stringContaining('>Words</text>'),
  })
})
