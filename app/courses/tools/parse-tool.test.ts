import { describe, expect, test } from 'vitest'
import { parseTool } from './parse-tool.ts'
import { allBlocks, isCalculated, plainTexts } from './tool.ts'

function parse(body: string, locale = 'en') {
  const problems: string[] = []
  const content = parseTool(body, locale, (line, message) => problems.push(`${line}: ${message}`))
  return { content, problems }
}

const without = '<WithoutPaper>\nSay it aloud.\n</WithoutPaper>\n'

const cashBook = `<Field id="branch" label="Branch" example="Lakeside" />

Keep it **by hand**, <Gap id="how-often" example="each Monday" />.

<Table id="book" rows="10" totals="D E" formulas="F = previous(F) + D - E">

| No. | Date | For what | In | Out | Left |
|---|---|---|---:|---:|---:|
| 1 | 3 March | Dues of 12 members | 24.00 | | 24.00 |
| 2 | 9 March | Hall | | 10.50 | 13.50 |

</Table>

${without}`

describe('a tool', () => {
  test('is read as fields, gaps and tables, each with what the branch filled in', () => {
    const { content, problems } = parse(cashBook)
    expect(problems).toEqual([])
    const [field, paragraph, table] = content?.blocks ?? []
    expect(field).toEqual({ kind: 'field', id: 'branch', label: 'Branch', example: 'Lakeside' })
    expect(paragraph).toEqual({
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'Keep it ' },
        { kind: 'text', text: 'by hand', isStrong: true },
        { kind: 'text', text: ', ' },
        { kind: 'gap', id: 'how-often', example: 'each Monday', size: 12 },
        { kind: 'text', text: '.' },
      ],
    })
    expect(table).toMatchObject({
      kind: 'table',
      rows: 10,
      examples: [
        ['1', '3 March', 'Dues of 12 members', '24.00', '', '24.00'],
        ['2', '9 March', 'Hall', '', '10.50', '13.50'],
      ],
    })
    expect(isCalculated({ blocks: content?.blocks ?? [] })).toBe(true)
    const words = plainTexts({ summary: 'In and out.', blocks: content?.blocks ?? [] })
    expect(words[0]).toBe('In and out.')
    expect(words.find((text) => text.includes('For what'))).toMatch(/ · For what · /)
  })

  test.each([
    ['lowered text', 'One.\n\nH~2~O.', 3, 'Marks of Markdown are left'],
    ['a footnote', 'One.^[Two.]', 1, 'Marks of Markdown are left'],
    ['a box', 'One.\n\n[!NOTE] Two.', 3, 'Marks of Markdown are left'],
    ['words in braces', 'One {two three}.', 1, 'Braces { } hold program code'],
  ])('that holds what would be shown as it was typed is told with the line: %s', (_, text, line, words) => {
    const { problems } = parse(`${text}\n\n${without}`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${line}: `))
    expect(problems[0]).toContain(words)
  })

  test('whose example does not add up is told with the line, the column and the right number', () => {
    const { problems } = parse(cashBook.replace('13.50', '14.50'))
    expect(problems).toEqual(['10: Column F says 14.50; its formula gives 13.5.'])
  })

  test('reads numbers as its language writes them', () => {
    const swedish = cashBook.replaceAll(/(\d+)\.(\d\d)/g, '$1,$2')
    expect(parse(swedish, 'sv').problems).toEqual([])
    expect(parse(swedish, 'en').problems[0]).toContain('is no number in this language')
  })

  test('calculates from its inputs and the results before', () => {
    const { content, problems } = parse(`<Calculator id="goal">
<Input id="voters" label="Voters" example="4000" />
<Input id="turn-out" label="Turnout" unit="%" example="60" />
<Result id="votes" label="Votes" formula="voters * turn_out / 100" />
<Result id="goal-itself" label="Goal" formula="roundup(votes / 2) + 1" />
</Calculator>

${without}`)
    expect(problems).toEqual([])
    expect(content?.blocks[0]).toMatchObject({
      kind: 'calculator',
      inputs: [{ id: 'voters' }, { id: 'turn_out' }],
    })
  })

  test('may have boxes, ticks, lists, headings and a second sheet', () => {
    const { content, problems } = parse(
      '## Before\n\n1. First\n2. Then\n\n<Box title="Read aloud">\n\n<Tick id="done" label="Done" ' +
        'ticked />\n\n</Box>\n\n<NewSheet />\n\n<Lines id="notes" label="Notes" rows="3">\nWe met.\n' +
        `</Lines>\n\n${without}`,
    )
    expect(problems).toEqual([])
    expect(allBlocks(content?.blocks ?? []).map(({ kind }) => kind)).toEqual([
      'heading',
      'list',
      'box',
      'tick',
      'new-sheet',
      'lines',
    ])
  })

  test.each([
    [
      'Words.',
      '1: The tool lacks <WithoutPaper>: how a group does the same that may keep no paper.',
    ],
    [
      `<Video id="a" />\n\n${without}`,
      '1: <Video> is not a component of a tool. docs/authoring.md lists those that are.',
    ],
    [`<Field id="a" label="A" />\n\n${without}`, '1: <Field> lacks "example".'],
    [
      `<Field id="a" label="A" example={1} />\n\n${without}`,
      '1: <Field> has an expression in braces. Write the value in quotation marks.',
    ],
    [
      `<Tick id="a" label="A" />\n\n<Tick id="a" label="B" />\n\n${without}`,
      '3: The id "a" stands on line 1 already.',
    ],
    [
      `<Tick id="A b" label="A" />\n\n${without}`,
      '1: The id "A b" must be lower case words with hyphens.',
    ],
    [
      `A [link](x).\n\n${without}`,
      '1: A line of a tool holds words, **strong** and *emphasis*, and <Gap>.',
    ],
    [
      `# Title\n\n${without}`,
      '1: Headings in a tool are ## and ###; the title stands in the front matter.',
    ],
    [
      `<Lines id="a" label="A" rows="99">\nYes.\n</Lines>\n\n${without}`,
      '1: "rows" must be a whole number from 1 to 40.',
    ],
    [
      `<Input id="a" label="A" example="1" />\n\n${without}`,
      '1: <Input> can only stand inside <Calculator>.',
    ],
    [
      `<Calculator id="c">\n<Result id="b" label="B" formula="a + 1" />\n</Calculator>\n\n${without}`,
      '2: "a" in the formula is no <Input> or <Result> before it.',
    ],
    [
      `<Table id="t" rows="3">\n\nWords.\n\n</Table>\n\n${without}`,
      '1: <Table> holds one table in Markdown, with empty lines around it.',
    ],
    [
      `<Table id="t" rows="1" totals="A">\n\n| A |\n|---|\n| 1 |\n\n</Table>\n\n${without}`,
      '3: Column A is calculated: align it right, with ---: under its title.',
    ],
    [
      `<Table id="t" rows="1" formulas="A = Z">\n\n| A |\n|---:|\n| 1 |\n\n</Table>\n\n${without}`,
      '3: “Z” in “Z” is no column.',
    ],
    [
      `{1 + 1}\n\n${without}`,
      '1: This has no place in a tool: it holds text, lists and its own components.',
    ],
  ])('%j is refused: %s', (body, message) => {
    expect(parse(body).problems).toContain(message)
  })
})
