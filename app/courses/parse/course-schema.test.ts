import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { courseSchema, reservedSlugs } from './course-schema.ts'

/**
 * What stands in addresses where a chapter's slug would: the first word after the course in the
 * name of each route's file.
 */
const words = readdirSync(join(import.meta.dirname, '../../routes')).flatMap(
  (file) => /^\$lang\.courses\.\$course\.([a-z0-9-]+?)_?\.[^[]*tsx?$/.exec(file)?.[1] ?? [],
)

test('no page of a course can hide a chapter: the slugs that are refused are those of the routes', () => {
  expect([...reservedSlugs].sort()).toEqual([...new Set(words)].sort())
})

test.each(words)('a chapter called %s is refused, and one called after it is not', (slug) => {
  const course = (folder: string) => ({
    source: 'en',
    parts: [{ id: 'start', chapters: [folder] }],
  })
  expect(courseSchema.safeParse(course(`05-${slug}`)).success).toBe(false)
  expect(courseSchema.safeParse(course(`05-${slug}-again`)).success).toBe(true)
})
