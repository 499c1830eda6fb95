import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { preparePicture, readFigures } from './illustration.ts'

const figures = new Set(['person'])
const svg = (inner: string, attributes = '') =>
  `<svg viewBox="0 0 400 100"${attributes}>\n${inner}\n</svg>`
const problemsIn = (picture: string, labels: Record<string, string> = {}) =>
  preparePicture(picture, 'alt', new Map(Object.entries(labels)), figures).problems.map(
    ({ line, message }) => `${line}: ${message}`,
  )

describe('a picture is refused, with the line, for', () => {
  test.each([
    ['a script', '<script src="x"/>', '<script> is not allowed'],
    ['a script in capitals', '<SCRIPT/>', '<SCRIPT> is not allowed'],
    ['HTML inside of it', '<foreignObject/>', '<foreignObject> is not allowed'],
    ['a style sheet', '<style/>', '<style> is not allowed'],
    ['an image', '<image/>', '<image> is not allowed'],
    ['a link', '<a/>', '<a> is not allowed'],
    ['an animation', '<animate/>', '<animate> is not allowed'],
    ['a name that every object has', '<constructor/>', '<constructor> is not allowed'],
    [
      'what runs when it is loaded',
      '<path d="M0 0" onload="x()"/>',
      '"onload" is not allowed on <path>',
    ],
    ['an own colour', '<path d="M0 0" fill="red"/>', '"fill" is not allowed on <path>'],
    ['an own style', '<path style="x"/>', '"style" is not allowed on <path>'],
    ['an id', '<path id="x"/>', '"id" is not allowed on <path>'],
    [
      'a class that does not exist',
      '<path class="line pink"/>',
      'The class "pink" does not exist.',
    ],
    ['words that are no label', '<g>Hello</g>', 'Text in a picture is written <text data-label'],
    [
      'a label without words',
      '<text data-label="a" x="1" y="1"/>',
      'The label "a" has no <Label id="a">',
    ],
    [
      'a figure that does not exist',
      '<use href="../../figures.svg#dragon" x="1" y="1"/>',
      'a figure is taken from',
    ],
    [
      'a figure from elsewhere',
      '<use href="https://example.org/x.svg#person"/>',
      'a figure is taken from',
    ],
    ['a figure that is a script', '<use href="javascript:x()"/>', 'a figure is taken from'],
    ['a comment', '<!-- later -->', 'This is not plain SVG.'],
    ['an entity of its own', '<!DOCTYPE svg>', 'This is not plain SVG.'],
    ['a value without quotation marks', '<path d=M0/>', 'This is not plain SVG.'],
    ['a tag that is cut off', '<path d="M0 0"', 'This is not plain SVG.'],
    ['a section of raw text', '<![CDATA[x]]>', 'This is not plain SVG.'],
  ])('%s', (_, inner, words) => {
    const problems = problemsIn(svg(inner))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^2: /)
    expect(problems[0]).toContain(words)
  })

  test.each([
    [
      'what runs when it is loaded',
      svg('', ' onload="x()"'),
      '1: "onload" is not allowed on <svg>',
    ],
    [
      'another size',
      '<svg viewBox="0 0 800 100"></svg>',
      '1: A picture begins with <svg viewBox="0 0 400 …">.',
    ],
    ['being nothing', '', '1: A picture begins with'],
    [
      'an element that is not closed',
      '<svg viewBox="0 0 400 1">\n<g>\n</svg>',
      '3: </svg> closes nothing.',
    ],
    ['weighing too much', svg('<path d="M0 0"/>\n'.repeat(700)), '1: The picture weighs 11'],
    ['a fault below empty lines', `\n\n${svg('<style/>')}`, '4: <style> is not allowed'],
  ])('%s, as a whole', (_, picture, words) => {
    expect(problemsIn(picture).join('\n')).toContain(words)
  })

  test('lacking a label that the chapter has', () => {
    expect(problemsIn(svg(''), { a: 'A' })).toEqual([
      '1: The chapter has a <Label id="a"> that the picture lacks.',
    ])
  })
})

describe('a reader gets a picture', () => {
  const prepare = (inner: string, labels: Record<string, string> = {}, alt = 'A door') => {
    const result = preparePicture(svg(inner), alt, new Map(Object.entries(labels)), figures)
    expect(result.problems).toEqual([])
    return result.svg
  }

  test('with a name for those who cannot see it', () => {
    expect(prepare('')).toBe('<svg viewBox="0 0 400 100" role="img" aria-label="A door"></svg>')
  })

  test('with labels in their own language', () => {
    expect(prepare('<text data-label="d" class="quiet" x="5" y="9"/>', { d: 'Dörren' })).toContain(
      '<text class="quiet" x="5" y="9">Dörren</text>',
    )
    expect(prepare('<text data-label="d" x="5" y="9"></text>', { d: 'Двери' })).toContain(
      '<text x="5" y="9">Двери</text></svg>',
    )
  })

  test('with a label on two lines, around the place where one would stand', () => {
    expect(prepare('<text data-label="d" x="5" y="9"/>', { d: 'One|two' })).toContain(
      '<tspan x="5" dy="-0.6em">One</tspan><tspan x="5" dy="1.2em">two</tspan>',
    )
  })

  test('with figures of the family', () => {
    expect(prepare('<use href="../../figures.svg#person" class="accent" x="4" y="8"/>')).toContain(
      '<use href="#figure-person" class="accent" x="4" y="8"/>',
    )
  })

  test('that is mirrored only where its maker says so', () => {
    expect(preparePicture(svg('', ' data-mirror="true"'), 'a', new Map(), figures).svg).toContain(
      ' data-mirror="true"',
    )
    expect(prepare('')).not.toContain('data-mirror')
  })

  test('that no words of a label or an alternative text can break out of', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '</text><script>',
        '"><img src=x onerror=y>',
        "' onload='x",
        '<!--',
        ']]>',
        '&lt;script&gt;',
        '|<b>|',
      ),
    )
    const tagsOf = (text: string) =>
      (text.match(/<[^>]*>?/g) ?? []).map((tag) => tag.replace(/aria-label="[^"]*"/, ''))
    fc.assert(
      fc.property(hostile, hostile, (label, alt) => {
        const plain = tagsOf(
          prepare('<text data-label="d" x="5" y="9"/>', { d: label.replace(/[^|]/g, 'x') }, 'x'),
        )
        expect(tagsOf(prepare('<text data-label="d" x="5" y="9"/>', { d: label }, alt))).toEqual(
          plain,
        )
      }),
    )
  })

  test('that holds nothing unknown, whatever its file holds', () => {
    const bit = fc.constantFrom(
      '<g>',
      '</g>',
      '<g/>',
      '<script>',
      '</script>',
      '<path d="M0"/>',
      '<svg>',
      '</svg>',
      ' onload="x"',
      '<text data-label="a"/>',
      '"',
      '>',
      '<',
      'x',
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 10 }), (bits) => {
        const { svg: out, problems } = preparePicture(
          svg(bits.join('')),
          'a',
          new Map([['a', 'A']]),
          figures,
        )
        if (problems.length === 0)
          expect(out.replace(/<\/?(svg|g|path|text)( [a-zA-Z-]+="[\w ]*")*\/?>/g, '')).toMatch(
            /^A*$/,
          )
      }),
    )
  })
})

describe('the family’s figures', () => {
  test('are symbols with names of their own on the page', () => {
    const { figures, problems } = readFigures(
      '<svg>\n<symbol id="person" overflow="visible"><circle class="figure" r="9"/></symbol>\n</svg>',
    )
    expect(problems).toEqual([])
    expect([...figures]).toEqual([
      [
        'person',
        '<symbol id="figure-person" overflow="visible"><circle class="figure" r="9"/></symbol>',
      ],
    ])
  })

  test.each([
    ['<script/>', '<script> is not allowed'],
    [
      '<symbol id="a"><use href="https://example.org/x#y"/></symbol>',
      'it takes no other with <use>',
    ],
    ['<symbol id="a"><path onclick="x"/></symbol>', '"onclick" is not allowed'],
  ])('are held to the same rules: %s', (inner, words) => {
    const { problems } = readFigures(`<svg>\n${inner}\n</svg>`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 2, message: expect.stringContaining(words) })
  })
})
