import type { ServerBuild } from '@remix-run/node'

/**
 * Finds the pattern of the route that an address belongs to, such as
 * `/:lang/courses/:course/:chapter`: nothing of the address itself is in it.
 */
export function routePatterns({ routes }: Pick<ServerBuild, 'routes'>): (url: string) => string {
  const patterns = Object.values(routes)
    .filter((route) => route !== undefined)
    .map(({ path = '' }) => `/${path}`)
    .filter((path) => !path.includes('*'))
    // What is written out goes before what stands for anything.
    .sort((a, b) => a.split(':').length - b.split(':').length)
    .map((path) => ({ path, test: new RegExp(`^${expressionOf(path)}/?$`) }))
  return (url) => {
    const address = url.split('?', 1)[0] as string
    return patterns.find(({ test }) => test.test(address))?.path ?? 'other'
  }
}

function expressionOf(path: string): string {
  return path
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&'),
    )
    .join('/')
}
