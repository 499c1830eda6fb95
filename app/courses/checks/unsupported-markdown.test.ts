import { describe, expect, test } from 'vitest'
import { readMarkup } from '../parse/parse-chapter.ts'

const problemsIn = (source: string) =>
  readMarkup(source, 'en.mdx').problems.map(({ line, message }) => `${line}: ${message}`)
const question = (inside: string) =>
  `<Quiz>\n<Question id="q" type="single" see="a">\n${inside}\n</Question>\n</Quiz>`

describe('Markdown that is not supported is told, with the line, and never shown as it was typed:', () => {
  test.each([
    ['a footnote', 'One.\n\nA claim.[^1]', 3, 'Footnotes are not supported'],
    [
      'a footnote that is an address',
      'A.[^1]\n\n[^1]: https://example.org',
      1,
      'Footnotes are not supported',
    ],
    [
      'a footnote inside its sentence',
      'One.\n\nA claim.^[A *note*.]',
      3,
      'Footnotes are not supported',
    ],
    ['text that is struck out', 'One\nnot ~~two~~.', 2, 'Text between ~~'],
    ['text that one ~ strikes out', 'One\nnot ~two three~.', 2, 'Text between ~ is neither'],
    ['lowered text', 'One\n\nH~2~O', 3, 'Text between ~ is neither'],
    ['a box of GitHub', 'One.\n\n> [!NOTE]\n> Two.', 3, 'Boxes such as [!NOTE]'],
    ['a box of MkDocs', 'One.\n\n!!! note "Two"\n', 3, 'Boxes such as [!NOTE]'],
    [
      'a word and what it means',
      'Quorum\n: How many must be there.',
      2,
      'Lists of words and what they mean',
    ],
    ['a mail address', 'One\nor ask info@party.example today.', 2, 'A mail address in the text'],
    [
      'a mail address with its beginning',
      'Ask mailto:info@party.example.',
      1,
      'A mail address in the text',
    ],
    ['an address of files', 'See ftp://example.org/a.', 1, 'A web address in the text is no link'],
    ['a picture of a face by its name', 'Well done :smile: today.', 1, 'A name between :'],
    ['a list of the sections', 'One.\n\n[TOC]', 3, 'The page lists its sections by itself'],
    [
      'an abbreviation',
      '*[AGM]: annual general meeting',
      1,
      'Abbreviations are not explained like this',
    ],
    [
      'a bare address',
      'See https://example.org for more.',
      1,
      'A web address in the text is no link',
    ],
    [
      'a bare address without its beginning',
      'See www.example.org.',
      1,
      'A web address in the text is no link',
    ],
    ['bold text that does not end', 'We **always vote.', 1, 'The marks of bold text'],
    ['bold text with spaces', 'We ** always ** vote.', 1, 'The marks of bold text'],
    [
      'bold text in underscores that does not end',
      'We __always vote.',
      1,
      'The marks of bold text',
    ],
    ['italic text that does not end', 'We *always vote.', 1, '*italic* text ends with another one'],
    ['a link to nothing', 'See [the part][missing].', 1, 'This link is not understood'],
    ['a link with a space', 'See [the part] (#part).', 1, 'This link is not understood'],
    ['a link of a wiki', 'See [[part]].', 1, 'This link is not understood'],
    ['marked text', 'It is ==new==.', 1, 'Marked, raised and lowered text'],
    ['raised text', 'It is 10^3^.', 1, 'Marked, raised and lowered text'],
    ['a formula', 'It is $$a$$.', 1, 'Formulas are not supported'],
    ['a formula of Moodle', 'It is [tex]a[/tex].', 1, 'Formulas are not supported'],
    ['a formula in a line', 'It is $a^2$.', 1, 'Formulas are not supported'],
    ['a sign that HTML does not know', 'One &foo; two.', 1, 'no sign that HTML knows'],
    ['a heading with a hard space', '##\u00a0Two {#two}', 1, 'A heading needs an ordinary space'],
    ['a heading without its space', '##Two {#two}', 1, 'A heading needs an ordinary space'],
    ['a list with hard spaces', 'One.\n\n-\u00a0two', 3, 'needs an ordinary space behind its mark'],
    ['a list without spaces', '-one\n-two', 1, 'needs a space behind its mark'],
    [
      'a list with a mark of a word processor',
      '•\tone\n•\ttwo',
      1,
      'this mark is shown as it stands',
    ],
    ['a list to tick off', '- [ ] one\n- [x] two', 1, 'Lists to tick off'],
    ['a block of another system', ':::note\nOne.\n:::', 1, 'Blocks between :::'],
    ['a table without its second line', '| A | B |\n| 1 | 2 |', 1, 'This table is not understood'],
    [
      'a table with too few columns in its second line',
      '| A | B |\n|---|\n| 1 | 2 |',
      1,
      'This table is not understood',
    ],
    [
      'a table with a cell too many',
      '| A | B |\n|---|---|\n| 1 | 2 | 3 |',
      3,
      'The row has 3 cells, and the table 2 columns',
    ],
    [
      'a table with a column without a heading',
      '| | B |\n|---|---|\n| 1 | 2 |',
      1,
      'needs a heading in its first row',
    ],
    ['a line across the page', 'One.\n\n---\n\nTwo.', 3, 'A line across the page'],
    [
      'a heading with a line below',
      'Title {#title}\n---',
      1,
      'makes a heading of what stands above it',
    ],
    ['a title with a line below', 'Title\n===', 1, 'makes a heading of what stands above it'],
    [
      'a heading in a component',
      '<BranchTask title="x">\n\n## A {#a}\n\n</BranchTask>',
      3,
      'A heading cannot stand inside <BranchTask>',
    ],
    [
      'bold text in a question',
      question('Is it **so**?'),
      3,
      '<Question> holds plain text: here, bold text would be lost',
    ],
    [
      'a list in a question',
      question('Is it?\n\n- So'),
      5,
      '<Question> holds plain text: here, a list would be lost',
    ],
    [
      'text behind the options',
      question('Is it?\n<Option id="a" reason="b">So</Option>\nPerhaps.'),
      5,
      'behind the parts of its <Question>',
    ],
    ['text between questions', `<Quiz>\nHello.\n</Quiz>`, 2, '<Quiz> shows only its <Question>s'],
    [
      'text between sources',
      `<Sources>\nHello.\n</Sources>`,
      2,
      '<Sources> shows only its <Source>s',
    ],
  ])('%s', (_, source, line, words) => {
    const problems = problemsIn(source)
    expect(problems[0]).toMatch(new RegExp(`^${line}: `))
    expect(problems[0]).toContain(words)
    expect(new Set(problems.map((problem) => problem.replace(/^\d+: /, ''))).size).toBe(1)
  })

  test.each([
    ['about as many', 'From ~5 to ~6 people (~7 at most).'],
    ['a time and a ratio', 'At 18:30:00, 3:1, “@” and a :word.'],
    ['a ~ that is meant', 'Write \\~so\\~.'],
    ['a word in stars that are meant', 'Write \\*\\*word\\*\\* and \\~~ and 5 * 3.'],
    ['sums of money', 'From $5 to $10, or 3 \\| 4.'],
    [
      'a gap in a question',
      question('Say it.\n<Blank id="b" reason="r">It is ___ now.<Accept>so</Accept></Blank>'),
    ],
    ['signs that HTML knows', 'One&nbsp;two &copy; &amp; three.'],
    ['brackets', 'He [the chair] said (see below) [that].'],
    [
      'a label with a line break',
      '<Illustration file="a.svg" alt="b">\n<Label id="l">One|two</Label>\n</Illustration>',
    ],
    ['italic text first in a paragraph', '*One* two.\n\n**Three** four.'],
    ['a paragraph that goes on with a dash', 'One\n-ism and 2.5 more.'],
  ])('but not %s', (_, source) => {
    expect(problemsIn(source)).toEqual([])
  })
})

describe('what cannot be parsed is told in the author’s words:', () => {
  test.each([
    ['a comment of HTML', 'One.\n\n<!-- a note -->', 3, 'A chapter has no comments: remove <!--'],
    ['words in braces', 'a {b c} d', 1, 'Braces { } hold program code in MDX, and code is refused'],
    ['a brace that is left open', 'One\ntwo { three', 2, 'Braces { } hold program code'],
    [
      'a line that begins with a word of programs',
      'import duties rose',
      1,
      'Begin the line with another word',
    ],
    ['curly quotation marks', '<Term id=“x”>a</Term>', 1, 'The quotation mark “ is curly'],
    ['no quotation marks', '<Term id=x>a</Term>', 1, 'stands without quotation marks'],
    ['a quotation mark that is missing', '<Term id="x>a</Term>', 1, 'A quotation mark is missing'],
    [
      'quotation marks within others',
      '<BranchTask title="a "b" c">\nx\n</BranchTask>',
      1,
      'A quotation mark is missing or one too many',
    ],
    [
      'a line break of HTML',
      'a<br>b',
      1,
      '<br> is not a component of Cirkel. HTML is not supported',
    ],
    ['an address between angles', '<https://example.org>', 1, 'An address stands between < and >'],
    ['an address of mail', '<a@example.org>', 1, 'An address stands between < and >'],
    ['a heart', 'a <3 b', 1, 'For the sign itself, write \\<'],
    [
      'a component that is not closed',
      'One.\n\n<BranchTask title="x">\na',
      3,
      '<BranchTask> is not closed: </BranchTask> is missing',
    ],
    [
      'one that is closed in the next paragraph',
      'a <Term id="x">b\n\nc</Term>',
      1,
      '<Term> is not closed before the paragraph ends',
    ],
    ['one that was not begun', '</BranchTask>', 1, 'closes a component that was not begun'],
    [
      'two that cross',
      '<BranchTask title="x">\n<TalkAboutIt>\n</BranchTask>',
      3,
      'first comes </TalkAboutIt>',
    ],
    ['an end behind other text', '<Quiz>\n\nabc\nd</Quiz>', 4, '</Quiz> stands behind other text'],
    ['an angle that is missing', '<TalkAboutIt\n<Quiz>', 2, 'its > is missing'],
  ])('%s', (_, source, line, words) => {
    const problems = problemsIn(source)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${line}: The text cannot be read: `))
    expect(problems[0]).toContain(words)
    expect(problems[0]).not.toMatch(/acorn|U\+|expected a|\{\/\*/)
  })
})

test.each([
  '## Hashes behind {#behind} ##',
  '## Hard space behind {#behind}\u00a0',
  '## Spaces behind {#behind}  ',
])('what may stand behind a heading’s id makes no difference: %s', (source) => {
  const { markup, problems } = readMarkup(source, 'en.mdx')
  expect(problems).toEqual([])
  expect(markup?.sections.map(({ id }) => id)).toEqual(['behind'])
})

test('a heading whose id has capitals is told what the id may have', () => {
  expect(problemsIn('## Capitals {#Too-Loud}')).toEqual([
    '1: A heading needs an id of lower case letters a to z, digits and hyphens: {#like-this}, not {#Too-Loud}.',
  ])
})
