import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realCourses } from '../../../tests/broken-courses/course.ts'
import { loadCatalogue } from '../load/load-catalogue.server.ts'

/** The ids that have a row in docs/sources.md, by heading: a number and the title of a chapter. */
function rowsByHeading(markdown: string): Map<string, string[]> {
  const sections = markdown.split(/^## /m).slice(1)
  const numbered = sections.filter((section) => /^\d/.test(section))
  return new Map(
    numbered.map((section) => [
      section.split('\n', 1)[0]!.trim(),
      [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id!),
    ]),
  )
}

test('docs/sources.md says of every source how it was checked, and of no other', async () => {
  const loaded = await loadCatalogue(realCourses)
  const course = loaded.kind === 'ok' ? loaded.catalogue.courses.get('run-a-party') : undefined
  expect(course?.chapters.length, 'the course has no chapter').toBeGreaterThan(0)
  const rows = rowsByHeading(await readFile(join(realCourses.folder, '../docs/sources.md'), 'utf8'))

  const faults: string[] = []
  for (const { number, texts } of course!.chapters) {
    const { title, sources } = texts.get(course!.source)!
    const heading = `${number} ${title}`
    const ids = sources.map(({ id }) => id)
    const described = rows.get(heading)
    rows.delete(heading)
    if (!described) faults.push(`There is no heading “## ${heading}”.`)
    for (const id of ids)
      if (!described?.includes(id)) faults.push(`${heading}: the source “${id}” has no row.`)
    for (const id of described ?? [])
      if (!ids.includes(id)) faults.push(`${heading}: the chapter has no source “${id}”.`)
    const twice = described?.filter((id, index) => described.indexOf(id) !== index) ?? []
    for (const id of twice) faults.push(`${heading}: “${id}” has two rows.`)
  }
  for (const heading of rows.keys()) faults.push(`No chapter is called “${heading}”.`)
  expect(faults.join('\n')).toBe('')
})
