import { hashSource, securityHeaders } from '../../app/safety/security-headers.ts'

/** The security headers that every answer of a site must have, whole: made of the style and script that stand in its pages. */
export async function headersOf(origin: string): Promise<[name: string, value: string][]> {
  const html = await (await fetch(`${origin}/en`)).text()
  const inline = (tag: string) => hashSource(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] as string)
  return Object.entries(securityHeaders({ styles: [inline('style')], scripts: [inline('script')] }))
}

/** What is wrong with an answer's headers. Their names come in small letters, as Node gives them. */
export function amissIn(headers: Record<string, string | string[] | undefined>, expected: [string, string][]): string[] {
  const wrong = expected
    .filter(([name, value]) => headers[name.toLowerCase()] !== value)
    .map(([name]) => `${name} is ${headers[name.toLowerCase()]}`)
  const telling = ['server', 'x-powered-by', 'etag', 'last-modified']
    .filter((name) => headers[name] !== undefined)
    .map((name) => `${name} is there`)
  const cached = headers['cache-control'] === 'no-store' ? [] : [`Cache-Control is ${headers['cache-control']}`]
  return [...wrong, ...telling, ...cached]
}
