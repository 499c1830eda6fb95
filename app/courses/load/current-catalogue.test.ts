import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { brokenCourse } from '../../../tests/broken-courses/course.ts'
import { buildHere } from './build-courses.server.ts'
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

  test('takes over a course that has not changed as it is, and builds the other one alone', async () => {
    const { remove, ...options } = brokenCourse()
    onTestFinished(remove)
    const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-cache-'))
    onTestFinished(() => rmSync(cacheFolder, { recursive: true, force: true }))
    cpSync(join(options.folder, 'tiny'), join(options.folder, 'twin'), { recursive: true })
    const built: string[][] = []
    const progress: [number, number][] = []
    const here = buildHere(options.checkQuestion)
    const holder = await watchCatalogue({
      ...options,
      cacheFolder,
      trustsCache: true,
      build: (jobs, on) => {
        built.push(jobs.map(({ folder }) => basename(folder)))
        return here(jobs, on)
      },
      progress: () => (done, of) => progress.push([done, of]),
    })
    const before = holder.current().courses
    const file = join(options.folder, 'twin/02-second/en.mdx')
    const written = readFileSync(file, 'utf8')
    writeFileSync(file, written.replace('title: Second', 'title: Another'))
    expect(await holder.reload()).toBeNull()
    const after = holder.current().courses
    expect(built).toEqual([['tiny', 'twin'], ['twin']])
    expect(after.get('tiny')).toBe(before.get('tiny'))
    expect(after.get('twin')).not.toBe(before.get('twin'))
    expect(progress.at(-1)).toEqual([progress.length / 3, progress.length / 3])
    writeFileSync(file, written)
    expect(await holder.reload()).toBeNull()
    expect(holder.current().courses.get('twin')).toEqual(before.get('twin'))
  })

  test('keeps nothing of a course that changed while it was built', async () => {
    const { remove, ...options } = brokenCourse()
    onTestFinished(remove)
    const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-cache-'))
    onTestFinished(() => rmSync(cacheFolder, { recursive: true, force: true }))
    const file = join(options.folder, 'tiny/02-second/en.mdx')
    const here = buildHere(options.checkQuestion)
    const holder = await watchCatalogue({
      ...options,
      cacheFolder,
      trustsCache: true,
      build: (jobs, on) =>
        here(jobs, {
          ...on,
          built: (one) => {
            writeFileSync(file, readFileSync(file, 'utf8').replace('title: Sec', 'title: A sec'))
            return on.built(one)
          },
        }),
    })
    const titles = () => holder.current().courses.get('tiny')?.chapters[1]?.texts.get('en')?.title
    expect(titles()).toBe('Second')
    expect(readdirSync(cacheFolder).filter((name) => name.startsWith('course-'))).toEqual([])
    expect(await holder.reload()).toBeNull()
    expect(titles()).toBe('A second')
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
