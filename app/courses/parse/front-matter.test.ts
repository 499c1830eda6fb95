import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

const lines = {
  title: 'The branch',
  summary: 'One. Two.',
  objectives: '[Know this, Know that]',
  minutes: '12',
}
const source = { ...lines, version: '3' }
const translation = { ...lines, follows: '2', state: 'draft' }
const yaml = (fields: Record<string, string>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')

describe('a front matter', () => {
  test('of the source says its version', () => {
    expect(readFrontMatter(yaml(source), true)).toEqual({
      value: {
        title: 'The branch',
        summary: 'One. Two.',
        objectives: ['Know this', 'Know that'],
        minutes: 12,
        version: 3,
        state: 'source',
      },
      problems: [],
    })
  })

  test('of a translation says what it follows and how far it has come', () => {
    expect(readFrontMatter(yaml(translation), false).value).toMatchObject({
      version: 2,
      state: 'draft',
    })
  })

  test.each([
    [{ title: '' }, '"title" must be a text.'],
    [{ title: 'a'.repeat(61) }, '"title" is longer than 60 characters.'],
    [{ title: '" "' }, '"title" must not be empty.'],
    [{ summary: 'A. B. C. D. E. F.' }, '"summary" has more than five sentences.'],
    [{ objectives: 'one' }, '"objectives" must be a list.'],
    [{ objectives: '[one]' }, '"objectives" needs two objectives at least.'],
    [{ objectives: '[a, b, c, d, e, f, g]' }, '"objectives" has more than six objectives.'],
    [{ minutes: '1.5' }, '"minutes" must be a whole number.'],
    [{ minutes: '90' }, '"minutes" must be 60 at most.'],
    [{ version: '0' }, '"version" must be 1 or more.'],
    [{ author: 'Me' }, 'does not know "author".'],
    [{ title: '[' }, 'cannot be read as YAML'],
  ])('with %j is a problem: %s', (change, words) => {
    const { value, problems } = readFrontMatter(yaml({ ...source, ...change }), true)
    expect(value).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]!.message).toContain(words)
  })

  test('of a translation is refused with the fields of a source, and with an unknown state', () => {
    const { problems } = readFrontMatter(yaml(source), false)
    expect(problems.map(({ message }) => message).join(' ')).toMatch(
      /"follows".*"state".*"version"/,
    )
    expect(readFrontMatter(yaml({ ...translation, state: 'done' }), false).problems).toEqual([
      { line: 7, message: '"state" must be draft or reviewed.' },
    ])
  })

  test('that is not there names all that is missing', () => {
    expect(readFrontMatter('', true)).toMatchObject({
      value: null,
      problems: [{ line: 1, message: expect.any(String) }],
    })
    expect(readFrontMatter('{}', true).problems).toHaveLength(5)
  })
})

test.each([
  ['the key', 'title: A\nsummary: B.\nobjectives: [a, b]\nminutes: soon\nversion: 1', 5],
  [
    'the entry of a list',
    'title: A\nsummary: B.\nobjectives:\n  - a\n  - ""\nminutes: 5\nversion: 1',
    6,
  ],
  [
    'a list that is too short',
    'title: A\nsummary: B.\nobjectives:\n  - a\nminutes: 5\nversion: 1',
    4,
  ],
  [
    'the key below a text of two lines',
    'title: A\nsummary: >\n  minutes: no key.\n  More.\nobjectives: [a, b]\nminutes: 90\nversion: 1',
    7,
  ],
  [
    'a key that nobody knows',
    'title: A\nsummary: B.\nauthor: Me\nobjectives: [a, b]\nminutes: 5\nversion: 1',
    4,
  ],
  ['what is no YAML', 'title: A\nsummary: "B\nminutes: 5', 4],
  [
    'the beginning, where a key is missing',
    'summary: B.\nobjectives: [a, b]\nminutes: 5\nversion: 1',
    1,
  ],
])('a problem of a front matter stands on the line of %s', (_, written, line) => {
  expect(readFrontMatter(written, true).problems.map((problem) => problem.line)).toEqual([line])
})
