/** What is wrong with the ids and links within one page: ids that stand twice, links to nothing. */
export function danglingLinks(file: string): string[] {
  const html = file.replace(/<script[\s\S]*?<\/script>/g, '')
  const found = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] as string)
  const ids = found(/ id="([^"]+)"/g)
  const known = new Set(ids)
  const pointed = [
    ...found(/ href="#([^"]+)"/g),
    ...found(/ for="([^"]+)"/g),
    ...found(/ aria-(?:labelledby|describedby)="([^"]+)"/g).flatMap((list) => list.split(' ')),
  ]
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`),
    ...pointed.filter((id) => !known.has(id)).map((id) => `to nothing: ${id}`),
    ...found(/ href="(?!#|https?:)([^"]*)"/g).map((link) => `out of the file: ${link}`),
  ]
}
