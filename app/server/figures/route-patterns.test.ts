import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { routePatterns } from './route-patterns.ts'

const paths = [':lang', ':lang/*', ':lang/circles/:circle', ':lang/circles/new', undefined, '*']
const routes = Object.fromEntries(paths.map((path, i) => [`r${i}`, { path }]))
const patternOf = routePatterns({ routes } as unknown as Pick<ServerBuild, 'routes'>)

test.each([
  ['/en', '/:lang'],
  ['/en/circles/new?x=1', '/:lang/circles/new'],
  ['/en/circles/secret-id', '/:lang/circles/:circle'],
  ['/en/circles/secret-id/', '/:lang/circles/:circle'],
  ['/', '/'],
  ['/en/secret/deep', 'other'],
  ['/secret/circles/a/b', 'other'],
  ['//evil', 'other'],
])('%s is %s', (url, pattern) => expect(patternOf(url)).toBe(pattern))
