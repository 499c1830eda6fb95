import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = import.meta.dirname
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
const css = sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')

/** The colours of a theme, by their names. */
function themeIn(root: string): Record<string, string> {
  return Object.fromEntries(
    [...root.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

const [light = {}, dark = {}, chosenDark = {}] = [
  ...css.matchAll(/:root[^{},]* \{[^}]*--paper[^}]*\}/g),
].map(([root]) => themeIn(root))

/** The relative luminance of WCAG 2.2. */
function luminanceOf(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [
    number,
    number,
  ]
  return (high + 0.05) / (low + 0.05)
}

const texts = ['ink', 'quiet', 'accent', 'right', 'wrong']
const grounds = ['paper', 'sheet', 'wash']
const pairs = texts
  .flatMap((text) => grounds.map((ground) => [text, ground] as const))
  .concat([['on-accent', 'accent']])

test('a learner who chooses the dark theme has the one that a device chooses', () => {
  expect(chosenDark).toEqual(dark)
  expect(Object.keys(dark).length).toBeGreaterThan(10)
})

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, colours) => {
  // WCAG 1.4.6, the enhanced contrast of level AAA: old phones are read in sunlight.
  test.each(pairs)('%s on %s has a contrast of 7 at least', (text, ground) => {
    expect(contrast(colours[text] as string, colours[ground] as string)).toBeGreaterThanOrEqual(7)
  })

  // WCAG 1.4.11: the edges of fields and buttons.
  test.each(grounds)('the edge of a field is seen on %s', (ground) => {
    expect(contrast(colours.edge as string, colours[ground] as string)).toBeGreaterThanOrEqual(3)
  })
})

test('no rule gives text or a ground a colour that is not compared here', () => {
  const used = (property: string) =>
    new Set(
      [...css.matchAll(new RegExp(`(?:^|[;{\\s])${property}: ([^;]+);`, 'g'))].map(
        ([, value]) => value as string,
      ),
    )
  const names = (list: string[]) => list.map((name) => `var(--${name})`)
  const free = ['inherit', 'transparent', 'none', 'currentColor', '#000']
  expect(
    [...used('color')].filter(
      (value) => ![...names([...texts, 'on-accent']), ...free].includes(value),
    ),
  ).toEqual([])
  expect(
    [...used('background')].filter(
      (value) => ![...names([...grounds, 'accent']), ...free].includes(value),
    ),
  ).toEqual([])
})
