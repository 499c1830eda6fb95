import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { brokenCourse } from '../../../tests/broken-courses/course.ts'
import { BrokenCourses, watchCatalogue } from './current-catalogue.server.ts'

async function hold(onChange?: (problems: string | null) => void) {
  const course = brokenCourse()
  const holder = await watchCatalogue(course, onChange)
  onTestFinished(() => {
    holder.stop()
    course.remove()
  })
  const file = join(course.folder, 'tiny/02-second/en.mdx')
  const change = (from: string, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  const title = () => holder.current().courses.get('tiny')?.chapters[1]?.texts.get('en')?.title
  return { holder, change, title }
}

describe('the catalogue that is served', () => {
  test('is swapped whole when an author changes a chapter', async () => {
    const { holder, change, title } = await hold()
    const before = holder.current()
    change('title: Second', 'title: Another')
    expect(title()).toBe('Second')
    expect(await holder.reload()).toBeNull()
    expect(title()).toBe('Another')
    expect(holder.current()).not.toBe(before)
    expect(before.courses.get('tiny')?.chapters[1]?.texts.get('en')?.title).toBe('Second')
  })

  test('stays the last good one when an author breaks a chapter, who is told why', async () => {
    const { holder, change, title } = await hold()
    const before = holder.current()
    change('title: Second', 'title: Another\nauthor: Me')
    expect(await holder.reload()).toMatch(
      /02-second\/en\.mdx:3 {2}The front matter does not know "author"/,
    )
    expect(holder.current()).toBe(before)
    change('\nauthor: Me', '')
    expect(await holder.reload()).toBeNull()
    expect(title()).toBe('Another')
  })

  test('follows the files by itself where that is asked for', async () => {
    const messages: (string | null)[] = []
    const { change, title } = await hold((problems) => messages.push(problems))
    change('title: Second', 'title: Another')
    await vi.waitFor(() => expect(title()).toBe('Another'), 5000)
    expect(messages.at(-1)).toBeNull()
  })
})

test('a site whose courses are broken at start does not start, and says all that is wrong', async () => {
  const course = brokenCourse('everything-wrong')
  onTestFinished(() => course.remove())
  const start = watchCatalogue(course)
  await expect(start).rejects.toThrow(BrokenCourses)
  await expect(start).rejects.toThrow(/sv\.mdx:1 {2}[\s\S]*en\.mdx:7 {2}[\s\S]*en\.mdx:15 {2}/)
})
