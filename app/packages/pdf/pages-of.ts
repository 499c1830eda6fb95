/** An object of a PDF by its number: what stands between `obj` and `endobj`, streams left out. */
function objectsOf(pdf: string): Map<string, string> {
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g))
    objects.set(id, body.split('stream\n')[0] ?? '')
  return objects
}

const numberOf = (text: string | undefined, key: string) =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(text ?? '')?.[1] ?? ''

/** The numbers of the page objects, in the order of the pages. */
function pageObjects(objects: Map<string, string>, id: string): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(id) ?? '')?.[1]
  if (kids === undefined) return [id]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pageObjects(objects, kid))
}

/** A name as it was before `#2E` and the like took the place of its signs; it is UTF-8. */
function readName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

/**
 * On which page, counted from 1, each place stands that a link of a PDF leads to, by its id. It reads
 * the files that Chromium prints (Skia), whose objects stand open; of another it finds nothing.
 */
export function pagesOf(bytes: Uint8Array): Map<string, number> {
  const pdf = Buffer.from(bytes).toString('latin1')
  const objects = objectsOf(pdf)
  const catalogue = [...objects.values()].find((body) => body.includes('/Type /Catalog'))
  const order = pageObjects(objects, numberOf(catalogue, 'Pages'))
  const places = objects.get(numberOf(catalogue, 'Dests')) ?? ''
  return new Map(
    [...places.matchAll(/\/(\S+) \[(\d+) 0 R/g)].map(([, name = '', page = '']) => [
      readName(name),
      order.indexOf(page) + 1,
    ]),
  )
}

/**
 * A PDF without the moment at which it was printed, which says when somebody used the site: the
 * month of the edition stands in its place, as long as the moment was.
 */
export function datedBy(bytes: Uint8Array, month: string): Uint8Array {
  const date = `D:${month.replace('-', '')}01000000+00'00'`
  const pdf = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    pdf.replace(/\/(CreationDate|ModDate) \(D:\d{14}[^)]*\)/g, (was, name: string) =>
      `/${name} (${date})`.padEnd(was.length),
    ),
    'latin1',
  )
}
