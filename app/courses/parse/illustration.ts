/** What is wrong with a picture, with the line it stands on. */
export interface PictureProblem {
  line: number
  message: string
}

const allowed: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    svg: 'xmlns viewBox data-mirror',
    g: '',
    path: 'd',
    circle: 'cx cy r',
    ellipse: 'cx cy rx ry',
    rect: 'x y width height rx ry',
    line: 'x1 y1 x2 y2',
    polyline: 'points',
    polygon: 'points',
    use: 'href x y',
    text: 'data-label x y text-anchor',
    symbol: 'id overflow viewBox',
    title: '',
  }).map(([name, own]) => [
    name,
    new Set(['class', 'transform', ...own.split(' ').filter(Boolean)]),
  ]),
)
const classes = new Set([
  'line',
  'thin',
  'sheet',
  'wash',
  'accent',
  'ochre',
  'accent-line',
  'quiet',
  'on-accent',
  'figure',
])
const tag = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>/y
const attribute = /([\w:-]+)="([^"]*)"/g

interface Tag {
  name: string
  closes: boolean
  isEmpty: boolean
  attributes: Record<string, string>
  line: number
}

/**
 * Reads plain SVG strictly: known elements and attributes, quoted values, nothing else. What it
 * does not know is a problem, never passed on.
 */
function readTags(svg: string, problems: PictureProblem[]): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  let at = 0
  let line = 1
  const moveTo = (next: number) => {
    line += svg.slice(at, next).split('\n').length - 1
    at = next
  }
  while (at < svg.length) {
    const start = svg.indexOf('<', at)
    if (svg.slice(at, start < 0 ? undefined : start).trim())
      problems.push({
        line,
        message:
          'Text in a picture is written <text data-label="…"/>; its words stand in the chapter.',
      })
    if (start < 0) break
    moveTo(start)
    tag.lastIndex = at
    const match = tag.exec(svg)
    if (!match) {
      problems.push({ line, message: 'This is not plain SVG.' })
      return tags
    }
    const [whole, slash, name = '', given = '', empty] = match
    const attributes = Object.fromEntries(
      [...given.matchAll(attribute)].map(([, key, value]) => [key, value as string]),
    )
    const rule = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (!rule) problems.push({ line, message: `<${name}> is not allowed in a picture.` })
    else
      for (const key of Object.keys(attributes))
        if (!rule.has(key))
          problems.push({
            line,
            message: `"${key}" is not allowed on <${name}>; colours and lines come from classes.`,
          })
    for (const one of (attributes.class ?? '').split(' ').filter(Boolean))
      if (!classes.has(one)) problems.push({ line, message: `The class "${one}" does not exist.` })
    if (slash) {
      if (open.pop() !== name) problems.push({ line, message: `</${name}> closes nothing.` })
    } else if (!empty) open.push(name)
    tags.push({ name, closes: slash === '/', isEmpty: empty === '/', attributes, line })
    moveTo(at + whole.length)
  }
  if (open.length > 0) problems.push({ line, message: `<${open.at(-1)}> is not closed.` })
  return tags
}

const escapeText = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

function labelled(attributes: Record<string, string>, words: string): string {
  const { 'data-label': _, ...rest } = attributes
  const lines = words.split('|').map((one) => escapeText(one.trim()))
  const x = rest.x ?? '0'
  const inner =
    lines.length === 1
      ? lines[0]
      : lines
          .map(
            (one, i) =>
              `<tspan x="${x}" dy="${i === 0 ? -0.6 * (lines.length - 1) : 1.2}em">${one}</tspan>`,
          )
          .join('')
  return `<text${attributesText(rest)}>${inner}</text>`
}

function attributesText(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')
}

/**
 * A picture ready to stand in a page: labels in the reader's language, figures taken from the
 * family's file, an accessible name. Elements and attributes that are not on the list are problems
 * (docs/authoring.md).
 */
export function preparePicture(
  svg: string,
  alt: string,
  labels: Map<string, string>,
  figures: Set<string>,
  maxBytes = 10_000,
): { svg: string; problems: PictureProblem[] } {
  const problems: PictureProblem[] = []
  if (Buffer.byteLength(svg) > maxBytes)
    problems.push({
      line: 1,
      message: `The picture weighs ${Buffer.byteLength(svg)} bytes; ${maxBytes.toLocaleString('en')} are allowed.`,
    })
  const tags = readTags(svg, problems)
  if (tags[0]?.name !== 'svg' || !/^0 0 400 \d+$/.test(tags[0].attributes.viewBox ?? ''))
    problems.push({ line: 1, message: 'A picture begins with <svg viewBox="0 0 400 …">.' })
  const used = new Set<string>()
  const out = tags.map((one) => {
    const { name, attributes, line } = one
    if (one.closes) return name === 'text' || name === 'use' ? '' : `</${name}>`
    if (name === 'svg') {
      const mirror = attributes['data-mirror'] === 'true' ? ' data-mirror="true"' : ''
      return `<svg viewBox="${attributes.viewBox}"${mirror} role="img" aria-label="${escapeText(alt)}"${one.isEmpty ? '/' : ''}>`
    }
    if (name === 'use') {
      const figure = /^(?:\.\.\/)*figures\.svg#([a-z-]+)$/.exec(attributes.href ?? '')?.[1]
      if (!figure || !figures.has(figure))
        problems.push({
          line,
          message: `<use href="${attributes.href ?? ''}">: a figure is taken from ../../figures.svg#name.`,
        })
      return `<use${attributesText({ ...attributes, href: `#figure-${figure}` })}/>`
    }
    if (name === 'text') {
      const id = attributes['data-label'] ?? ''
      const words = labels.get(id)
      used.add(id)
      if (words === undefined)
        problems.push({
          line,
          message: `The label "${id}" has no <Label id="${id}"> in the chapter.`,
        })
      return labelled(attributes, words ?? '')
    }
    return `<${name}${attributesText(attributes)}${one.isEmpty ? '/' : ''}>`
  })
  for (const id of labels.keys())
    if (!used.has(id))
      problems.push({
        line: 1,
        message: `The chapter has a <Label id="${id}"> that the picture lacks.`,
      })
  return { svg: out.join(''), problems }
}

/** The family's figures, by name, as they stand in a page: each a `<symbol id="figure-…">`. */
export function readFigures(svg: string): {
  figures: Map<string, string>
  problems: PictureProblem[]
} {
  const problems: PictureProblem[] = []
  const tags = readTags(svg, problems)
  for (const { line } of tags.filter(({ name }) => name === 'use'))
    problems.push({ line, message: 'A figure is drawn here; it takes no other with <use>.' })
  const figures = new Map<string, string>()
  for (const [whole, name] of svg.matchAll(/<symbol id="([a-z-]+)"[\s\S]*?<\/symbol>/g))
    figures.set(name as string, whole.replace(/id="/, 'id="figure-'))
  return { figures, problems }
}

/**
 * The symbols of the figures that these pictures place, in the order of the family's file; empty
 * where they place none.
 */
export function figuresFor(
  pictures: readonly { svg: string }[],
  figures: ReadonlyMap<string, string>,
): string {
  const drawn = pictures.map(({ svg }) => svg).join('')
  return [...figures]
    .flatMap(([name, symbol]) => (drawn.includes(`"#figure-${name}"`) ? symbol : []))
    .join('')
}
