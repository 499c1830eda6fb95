import { figuresFor } from '../../courses/parse/illustration.ts'

// The colours of the site's light page, since a picture in a file has no page to take them from.
const ink = '#1e1c19'
const line = `stroke:${ink};stroke-width:2;stroke-linejoin:round;stroke-linecap:round`
const style = [
  `.line{fill:none;${line}}`,
  '.thin{fill:none;stroke:#524d46;stroke-width:1}',
  '.accent-line{fill:none;stroke:#0b5954;stroke-width:3;stroke-linecap:round}',
  `.sheet{fill:#fff;${line}}`,
  `.wash{fill:#e9f1ee;${line}}`,
  `.accent{fill:#0b5954;${line}}`,
  `.ochre{fill:#d9a441;${line}}`,
  `.figure{fill:#fff;${line}}`,
  `text{font:600 15px sans-serif;fill:${ink};stroke:none}`,
  'text.quiet{fill:#524d46;font-weight:400}',
  'text.on-accent{fill:#fbf9f5}',
].join('')

/** Figures take the colour of the class that they stand in; many readers know no variables. */
const placedColours = ['wash:#e9f1ee', 'accent:#0b5954', 'ochre:#d9a441'].map((pair) => {
  const [name, colour] = pair.split(':')
  return `.${name} .figure{fill:${colour}}`
})

/**
 * An illustration as a file of its own, with its colours and the figures that it places. Where the
 * book runs from right to left, a picture with a reading direction is turned, its words are not.
 */
export function pictureFile(
  svg: string,
  figures: ReadonlyMap<string, string>,
  dir: 'ltr' | 'rtl',
): string {
  const symbols = figuresFor([{ svg }], figures)
  const [, open = '', inner = ''] = /^(<svg[^>]*>)([\s\S]*)<\/svg>$/.exec(svg) ?? []
  const isTurned = dir === 'rtl' && open.includes('data-mirror')
  const head = open
    .replace(/ data-mirror="true"/, '')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  const drawing = isTurned
    ? `<g transform="translate(400 0) scale(-1 1)">${inner.replace(/<text([^>]*?) x="([\d.-]+)"([^>]*)>/g, turnText)}</g>`
    : inner
  const colours = `<style>${style}${placedColours.join('')}</style>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}${colours}${symbols}${drawing}</svg>\n`
}

/** A label of a turned picture: turned back where it stands, and set from its other end. */
function turnText(_: string, before: string, x: string, after: string): string {
  const anchor = /text-anchor="(\w+)"/.exec(before + after)?.[1] ?? 'start'
  const turned = { start: 'end', end: 'start' }[anchor] ?? anchor
  const rest = (part: string) => part.replace(/ text-anchor="\w+"/, '')
  const back = `transform="translate(${2 * Number(x)} 0) scale(-1 1)"`
  return `<text${rest(before)} x="${x}"${rest(after)} text-anchor="${turned}" ${back}>`
}
