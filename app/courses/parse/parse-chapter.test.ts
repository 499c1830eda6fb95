import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compileChapter } from '../load/compile.server.ts'
import { allElements } from './mdx-elements.ts'
import { readMarkup } from './parse-chapter.ts'
import { splitFrontMatter } from './remark-chapter.ts'

const problemsIn = (source: string) =>
  readMarkup(source, 'en.mdx').problems.map(({ line, message }) => `${line}: ${message}`)
const markupOf = (source: string) => {
  const { markup, problems } = readMarkup(source, 'en.mdx')
  expect(problems).toEqual([])
  return markup!
}

describe('an author is told, with the line, of', () => {
  test.each([
    ['an import', "One.\n\nimport fs from 'node:fs'", 3, 'are refused'],
    ['an export', '\n\nexport const x = 1', 3, 'are refused'],
    ['an expression in the text', 'One.\n\nTwo {process.exit()} three.', 3, 'code is refused'],
    ['an expression on a line of its own', 'One.\n\n{1}', 3, 'code is refused'],
    ['a comment in braces', '{/* later */}', 1, 'code is refused'],
    [
      'an expression as a value',
      '\n<Illustration file="a.svg" alt="b" caption={secret} />',
      2,
      'has an expression in braces',
    ],
    [
      'attributes that are spread',
      '<Term id="x" {...all}>x</Term>',
      1,
      'has an expression in braces',
    ],
    [
      'a component that there is not',
      'One.\n\n<Video src="x" />',
      3,
      '<Video> is not a component of Cirkel',
    ],
    ['an element of HTML', 'A <span>word</span>.', 1, '<span> is not a component of Cirkel'],
    [
      'a name that every object has',
      '<constructor x="1" />',
      1,
      '<constructor> is not a component of Cirkel',
    ],
    ['a fragment', '<>word</>', 1, '<> is not a component of Cirkel'],
    [
      'an attribute that there is not',
      '\n\n<Term id="x" onclick="y">x</Term>',
      3,
      '<Term> does not know "onclick".',
    ],
    [
      'an attribute that is missing',
      '<Illustration file="a.svg" />',
      1,
      '<Illustration> lacks "alt".',
    ],
    [
      'an attribute that is empty',
      '<Illustration file="a.svg" alt=" " />',
      1,
      '"alt" of <Illustration> is empty.',
    ],
    [
      'a component outside its place',
      '<Label id="x">y</Label>',
      1,
      '<Label> can only stand inside <Illustration>.',
    ],
    ['a heading without an id', 'One.\n\n## Two', 3, 'A heading needs an id'],
    ['a heading with a bad id', '## Two {#Two Words}', 1, 'A heading needs an id'],
    ['a heading of the wrong size', '\n# One', 2, 'Headings in a chapter are ## and ###'],
    ['a picture in Markdown', 'One ![alt](a.png)', 1, 'Write a picture as <Illustration>'],
    [
      'a picture by reference',
      'One ![alt][a]\n\n[a]: a.png',
      1,
      'Write a picture as <Illustration>',
    ],
    ['a block of code', 'One.\n\n```\nx\n```', 3, 'make a code block'],
  ])('%s', (_, source, line, words) => {
    const problems = problemsIn(source)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${line}: `))
    expect(problems[0]).toContain(words)
  })

  test('everything at once', () => {
    expect(
      problemsIn('import x from "y"\n\n<Video />\n\n{1}\n\n## Two').map((problem) =>
        problem.slice(0, 2),
      ),
    ).toEqual(['1:', '3:', '5:'])
  })

  test.each([
    ['a component that is never closed', 'One.\n\n<TalkAboutIt>\nTwo.', 3],
    ['one that is closed twice', 'One.\n\n</TalkAboutIt>', 3],
    ['a brace that is never closed', 'One.\n\nTwo { three.', 3],
    ['a lone less-than sign', 'One.\n\nTwo <3.', 3],
  ])('%s, alone', (_, source, line) => {
    const problems = problemsIn(source)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${line}: The text cannot be read`))
  })

  test('lines as they stand below a front matter', () => {
    expect(problemsIn('---\ntitle: x\n---\n\n{1}')[0]).toMatch(/^5: /)
    expect(problemsIn('---\r\ntitle: x\r\n---\r\n\r\n{1}')[0]).toMatch(/^5: /)
  })
})

test('whatever is written, reading it gives a text or a problem with a line, and never fails', () => {
  const bits = fc.constantFrom(
    '<Quiz>',
    '</Quiz>',
    '<Term id="a">',
    '</Term>',
    '{',
    '}',
    '## A {#a}',
    '\n',
    '---\n',
    '[a](#b)',
    '`',
    '<',
    'é',
    ' ',
    '1. ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(bits, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (source) => {
        const { markup, problems } = readMarkup(source, 'en.mdx')
        expect(markup !== null || problems.length > 0).toBe(true)
        for (const { line, message } of problems)
          expect(line >= 1 && line <= source.split('\n').length && message.length > 0).toBe(true)
      },
    ),
  )
})

describe('a chapter’s text', () => {
  test('has its headings as sections, without their ids', () => {
    const { sections } = markupOf('## The *year* {#the-year}\n\nOne.\n\n### May {#may}  \n')
    expect(sections).toEqual([
      { id: 'the-year', title: 'The year', depth: 2, line: 1 },
      { id: 'may', title: 'May', depth: 3, line: 5 },
    ])
  })

  test('counts the words that run, without comments, exercises, pictures and questions', () => {
    const aside = [
      'CountryComment id="a" country="ZA" about="b" source="c" checked="2026-11"',
      'TalkAboutIt',
      'GroupExercise title="a" minutes="5" materials="b"',
      'BranchTask title="a"',
    ]
    const around = aside
      .map((tag) => `<${tag}>\nNot counted here.\n</${tag.split(' ')[0]}>`)
      .join('\n\n')
    expect(
      markupOf(`## Two words {#x}\n\nThree <Term id="y">more</Term> words.\n\n${around}`).words,
    ).toBe(5)
  })

  test('keeps the words of a list, of paragraphs and of broken lines apart', () => {
    const { plain, words } = markupOf('- One\n- **Two** three\n\n> Four\n>\n> five\n\nSix\\\nseven')
    expect(plain.map(({ text }) => text)).toEqual(['One Two three', 'Four five', 'Six seven'])
    expect(words).toBe(7)
  })

  test('can be searched by section, and the reasons of its questions cannot', () => {
    const { plain } = markupOf(
      'Start.\n\n## A {#a}\n\nIn a.\n\n<Quiz>\n<Question id="q" type="single" see="a">\nWhich?\n' +
        '<Option id="x" reason="Secret">This</Option>\n</Question>\n</Quiz>',
    )
    const start = { section: null, kind: 'text', id: null, text: 'Start.', terms: [] }
    expect(plain).toContainEqual(start)
    expect(plain).toContainEqual({ ...start, section: 'a', text: 'In a.' })
    expect(JSON.stringify(plain)).not.toContain('Secret')
  })

  test('has its links, those by reference too, with their lines', () => {
    expect(markupOf('[a](#b)\n\n[c][d]\n\n[d]: javascript:alert(1)').links).toEqual([
      { url: '#b', line: 1 },
      { url: 'javascript:alert(1)', line: 5 },
    ])
  })

  test('has its questions as they were written', () => {
    const { questions } = markupOf(
      '<Quiz>\n<Question id="q" type="single" see="a">\nWhich of\nthem?\n<Option id="x" correct ' +
        'reason="One\n  line">This</Option>\n<Option id="y" reason="No">That</Option>\n</Question>\n' +
        '</Quiz>',
    )
    expect(questions).toEqual([
      {
        id: 'q',
        type: 'single',
        see: 'a',
        prompt: 'Which of them?',
        line: 2,
        parts: [
          {
            kind: 'Option',
            attributes: { id: 'x', correct: true, reason: 'One line' },
            text: 'This',
            line: 5,
          },
          { kind: 'Option', attributes: { id: 'y', reason: 'No' }, text: 'That', line: 7 },
        ],
      },
    ])
  })

  test('has components inside components', () => {
    const { elements } = markupOf(
      '<Illustration file="a.svg" alt="b">\n  <Label id="one">One|more</Label>\n  <Label id="two">Two</Label>\n</Illustration>',
    )
    expect(elements).toHaveLength(1)
    expect(allElements(elements).map(({ name, text, line }) => [name, text, line])).toEqual([
      ['Illustration', '', 1],
      ['Label', 'One|more', 2],
      ['Label', 'Two', 3],
    ])
  })
})

test('a front matter is parted from the text, which keeps its lines', () => {
  expect(splitFrontMatter('---\na: 1\n---\nText')).toEqual({
    frontMatter: 'a: 1',
    body: '\n\n\nText',
  })
  expect(splitFrontMatter('Text\n---\n')).toEqual({ frontMatter: '', body: 'Text\n---\n' })
})

test('a note to the reviewer is no part of the text, which keeps its lines', () => {
  expect(
    splitFrontMatter('---\na: 1\n---\nOne.\n\n{/* For the reviewer: two\nlines */}\n\nThree.\n')
      .body,
  ).toBe('\n\n\nOne.\n\n\n\n\nThree.\n')
  expect(splitFrontMatter('One {/* For the reviewer: here */} two.').body).toBe(
    'One {/* For the reviewer: here */} two.',
  )
  const { sections, plain, words } = markupOf(
    '## One {#one}\n\nOne.\n\n{/* For the reviewer: “a” or <b>? */}\n\n{/* For the reviewer: again. */}\n\nTwo.\n',
  )
  expect([sections.length, words, plain.map(({ text }) => text)]).toEqual([
    1,
    3,
    ['One', 'One.', 'Two.'],
  ])
})

describe('a paragraph with an id', () => {
  const written =
    '## One {#one}\n\nHalf of the members. {#half-of-them}\n\n- A key {#a-key}\n- A door\n'

  test('can be linked to, knows its section, and its id is not part of its text', () => {
    const { paragraphs, plain } = markupOf(written)
    expect(paragraphs).toEqual([
      { id: 'half-of-them', section: 'one', line: 3 },
      { id: 'a-key', section: 'one', line: 5 },
    ])
    expect(plain.map(({ text }) => text)).toEqual(['One', 'Half of the members.', 'A key A door'])
  })

  test('has it in the page, and an item of a list too', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-paragraphs-'))
    onTestFinished(() => rmSync(cacheFolder, { recursive: true }))
    const code = await compileChapter(written, cacheFolder)
    expect(code).toMatch(/"?id"?:\s*"half-of-them"/)
    expect(code).toMatch(/"?id"?:\s*"a-key"/)
  })

  test('stands in the running text only', () => {
    expect(problemsIn('<TalkAboutIt>\n\nWho has the key? {#key}\n\n</TalkAboutIt>')).toEqual([
      '3: {#key}: only a heading or a paragraph of the running text has an id.',
    ])
  })
})
