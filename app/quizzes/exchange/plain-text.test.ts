import { describe, expect, test } from 'vitest'
import { plainText, type TextFormat } from './plain-text.ts'

const read = (text: string, format: TextFormat = 'html', language: string | null = null) => {
  const { text: words, lost } = plainText(text, format, language)
  return [words, ...lost.map(({ loss, detail }) => (detail ? `${loss} ${detail}` : loss))]
}

describe('markup that carries meaning', () => {
  test.each<[string, string, ...string[]]>([
    ['a power', '10<sup>3</sup> members', '10³ members'],
    ['a negative power', '10<sup>-3</sup>', '10⁻³'],
    ['an index', 'H<sub>2</sub>O', 'H₂O'],
    ['an ordinal', 'the 1<sup>st</sup> of May', 'the 1st of May'],
    ['letters that cannot be raised', 'x<sup>ab</sup>', 'x^(ab)', 'raised ^(ab)'],
    ['letters that cannot be lowered', 'v<sub>max</sub>', 'v_(max)', 'raised _(max)'],
    [
      'cells of a table',
      '<table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>30</td></tr></table>',
      'North | 12\nSouth | 30',
      'table North | 12 South | 30',
    ],
    [
      'a list',
      'Which?<ul><li>Look</li><li>Compare</li></ul>',
      'Which?\n• Look\n• Compare',
      'formatting',
    ],
    ['a numbered list', '<ol><li>One</li><li>Two</li></ol>', '1) One\n2) Two', 'formatting'],
    [
      'a formula',
      'What is \\(\\frac{1}{2}\\)?',
      'What is \\(\\frac{1}{2}\\)?',
      'formula \\(\\frac{1}{2}\\)',
    ],
    ['a formula between dollars', '$$x^2$$', '$$x^2$$', 'formula $$x^2$$'],
    [
      'several formulas, each once',
      '\\(a\\) or \\(b\\), [tex]c[/tex], [TEX]d[/TEX], $$a$$ and \\(a\\)',
      '\\(a\\) or \\(b\\), [tex]c[/tex], [TEX]d[/TEX], $$a$$ and \\(a\\)',
      'formula \\(a\\)',
      'formula \\(b\\)',
      'formula [tex]c[/tex]',
      'formula [TEX]d[/TEX]',
      'formula $$a$$',
    ],
    ['a formula within another', '$$a \\(b\\)$$', '$$a \\(b\\)$$', 'formula $$a \\(b\\)$$'],
    [
      'a formula in an element of its own',
      '<tex>x^2</tex>',
      'x^2',
      'formatting',
      'formula <tex>x^2</tex>',
    ],
    ['marks with nothing between, or not closed', '$$$$ and \\(a', '$$$$ and \\(a'],
    ['a formula of MathML', '<math><mi>x</mi></math>', 'x', 'formatting', 'formula x'],
    ['a picture', 'See <img src="a.png" alt="a > b">', 'See', 'pictures'],
    ['a program', 'a<script>if (a < b) {}</script>b', 'ab', 'formatting'],
    ['a comment', 'a<!-- <b>no</b> -->b', 'ab'],
    ['a quotation mark that is never closed', '<p title="a>b</p>', 'b'],
    ['a bare sign', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ])('is kept or told: %s', (_, html, ...expected) => {
    expect(read(html)).toEqual(expected)
  })

  test.each<[string, string, ...string[]]>([
    ['a list', 'Which?\n\n- Look\n- Compare', 'Which?\n• Look\n• Compare', 'formatting'],
    ['a numbered list', '1. One\n2. Two', '1) One\n2) Two', 'formatting'],
    ['emphasis', 'a **b** c', 'a b c', 'formatting'],
    ['HTML in it', '10<sup>2</sup>', '10²'],
    [
      'a table',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '| a | b | |---|---| | 1 | 2 |',
      'table | a | b | |---|---| | 1 | 2 |',
    ],
    ['nothing', 'as it is', 'as it is'],
  ])('is kept or told in Markdown: %s', (_, markdown, ...expected) => {
    expect(read(markdown, 'markdown')).toEqual(expected)
  })
})

describe('a text in several languages', () => {
  const spans =
    '<p><span lang="sv" class="multilang">Vem leder?</span><span lang="en" class="multilang">Who leads?</span></p>'
  const braces = '{mlang sv}Vem leder?{mlang}{mlang en}Who leads?{mlang}'

  test.each([
    spans,
    braces,
    '<lang lang="sv">Vem leder?</lang><lang lang="en">Who leads?</lang>',
  ])('is read in the one that is chosen: %s', (text) => {
    expect(read(text, 'html', 'sv')).toEqual(['Vem leder?'])
    expect(read(text, 'html', 'en')).toEqual(['Who leads?'])
  })

  test('is told, with its languages, where none of them is chosen', () => {
    expect(read(spans)[1]).toBe('multilang sv, en')
    expect(read(braces, 'html', 'fr')[1]).toBe('multilang sv, en')
  })

  test('keeps what stands outside of the languages, and other spans', () => {
    expect(read(`<span>Round 1: ${spans}</span>!`, 'html', 'en')).toEqual([
      'Round 1:\nWho leads?\n!',
    ])
  })
})

test('a text of a million opened marks is read in one pass', () => {
  for (const mark of [
    '<!--',
    '<script>',
    '<a "',
    '<sup>',
    '{mlang sv}',
    '<span class="multilang" lang="sv">',
    '&#',
    '<ol><li>',
    '\\(',
    '[tex]',
    '$$',
    '$$a',
  ])
    expect(plainText(mark.repeat(100_000), 'html').text.length).toBeLessThan(2_000_000)
})

test('of marks within each other, the outermost eight look through what is in them', () => {
  for (const name of ['sup', 'sub', 'table', 'math']) {
    const depth = 2000
    const { lost } = plainText(`<${name}>a`.repeat(depth) + `</${name}>`.repeat(depth), 'html')
    const details = lost.map(({ detail = '' }) => detail.length)
    expect(details.length).toBeLessThanOrEqual(8)
    expect(Math.max(...details)).toBeLessThan(depth * 2)
  }
})
