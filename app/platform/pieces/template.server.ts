import { newId } from '../random.server.ts'
import { Piece } from './piece.server.ts'

// Nobody can write it into a page: it is another in each process.
const secret = newId()
const start = `{${secret}:`
const end = '}'

/**
 * A text that stands in a page until a part is put in its place. React takes it as any text; so a
 * page is rendered by its own components, with a part of it left open.
 */
export function placeholder(name: string): string {
  return start + name + end
}

/** A text with places in it, by their names: every second item is a piece. */
export type Template = (Piece | string)[]

/**
 * Parts a rendered text at its places, and compresses what stands between them. With `before`, it
 * can only stand right behind that text.
 */
export function templateOf(html: string, before?: string): Template {
  const [first = '', ...others] = html.split(start)
  return [
    new Piece(first, before),
    ...others.flatMap((other) => {
      const until = other.indexOf(end)
      return [other.slice(0, until), new Piece(other.slice(until + end.length))]
    }),
  ]
}

/** About what a template takes of memory, with the name that it is kept by. */
export function sizeOf(template: Template, name: string): number {
  return template.reduce(
    (sum, part) => sum + 250 + (part instanceof Piece ? part.deflated.length : part.length),
    name.length,
  )
}

/** The pieces of a template, with those that belong there in its places. */
export function fillTemplate(
  template: Template,
  partOf: (name: string) => readonly Piece[],
): Piece[] {
  return template.flatMap((part) => (part instanceof Piece ? part : partOf(part)))
}
