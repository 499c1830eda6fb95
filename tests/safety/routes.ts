import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A route of the built site: its id, the shape of its addresses, and whether it takes forms. */
export interface BuiltRoute {
  id: string
  /** Such as `/:lang/courses/:course`. */
  shape: string
  takesForms: boolean
}

/** Every route that the built server knows. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const { routes } = (await import('../../build/server/index.js' as string)) as {
    routes: Record<
      string,
      { id: string; path?: string; parentId?: string; module: { action?: unknown } }
    >
  }
  return Object.values(routes)
    .filter(({ id }) => id !== 'root')
    .map(({ id, path = '', parentId, module }) => {
      if (parentId !== 'root')
        throw new Error(`${id} lies within ${parentId}: routes.ts knows flat routes only`)
      return { id, shape: `/${path}`, takesForms: module.action !== undefined }
    })
}

/** Whether an address has the shape of a route. */
export function hasShape(address: string, shape: string): boolean {
  const pattern = shape
    .split('/')
    .map((part) =>
      part === '*' ? '.+' : part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.'),
    )
    .join('/')
  return new RegExp(`^${pattern}$`).test(address.split('?')[0] as string)
}

/**
 * The address with a name in the place of one of its ids that nobody has; one for each id but the
 * language.
 */
export function withoutAnId(address: string, shape: string): string[] {
  const [path = '', query] = address.split('?')
  const parts = path.split('/')
  return shape.split('/').flatMap((part, i) => {
    if (!part.startsWith(':') || part === ':lang') return []
    const changed = parts.with(i, 'nobody-has-this').join('/')
    return [query ? `${changed}?${query}` : changed]
  })
}

// Not a text that something is compared with.
const quoted = (text: string) =>
  [...text.matchAll(/(?<![=!]==? *)['"]([a-z-]+)['"]/g)].map((match) => match[1] as string)

/** Every intent that a form of the site can have, as the code of pages and routes says it. */
export function intentsInCode(): Set<string> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  )
  const code = files.map((name) => readFileSync(join('app', name), 'utf8')).join('\n')
  const inSchemas = [...code.matchAll(/\bintent: z\.\w+\(([^)]*)\)/g)].flatMap((match) =>
    quoted(match[1] as string),
  )
  const inPages = [...code.matchAll(/name="intent"\s+value=("[^"]*"|\{[^}]*\})/g)].flatMap(
    (match) => quoted(match[1] as string),
  )
  return new Set([...inSchemas, ...inPages])
}
