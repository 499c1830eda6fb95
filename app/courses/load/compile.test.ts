import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { goodCourse, loadGoodCourse, realCourses } from '../../../tests/broken-courses/course.ts'
import type { ChapterText, Course } from '../model/chapter.ts'
import { compileChapter } from './compile.server.ts'
import { loadCatalogue } from './load-catalogue.server.ts'

const compiler = vi.hoisted(() => ({ calls: 0 }))
vi.mock('mdx-bundler', async (original) => {
  const real = await original<typeof import('mdx-bundler')>()
  const bundleMDX: typeof real.bundleMDX = (options) => {
    compiler.calls += 1
    if (options.source === 'Fails.') throw new Error('It cannot be compiled.')
    return real.bundleMDX(options)
  }
  return { ...real, bundleMDX }
})

const tiny = await loadGoodCourse()
const real = await loadCatalogue({ ...realCourses, trustsCache: true })

const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-cache-'))
beforeEach(() => {
  compiler.calls = 0
})
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }))

test('a chapter is compiled once, and again when its text changes', async () => {
  const first = await compileChapter('## One {#one}\n\nText.', cacheFolder)
  expect(await compileChapter('## One {#one}\n\nText.', cacheFolder)).toBe(first)
  expect(compiler.calls).toBe(1)
  expect(await compileChapter('## One {#one}\n\nOther text.', cacheFolder)).not.toBe(first)
  expect(compiler.calls).toBe(2)
  expect(readdirSync(cacheFolder)).toHaveLength(2)
})

test('the second load of a course calls no compiler', async () => {
  await loadCatalogue({ ...goodCourse, cacheFolder })
  expect(compiler.calls).toBe(3)
  await loadCatalogue({ ...goodCourse, cacheFolder })
  expect(compiler.calls).toBe(3)
})

test('one chapter that cannot be compiled does not keep the next from it', async () => {
  await expect(compileChapter('Fails.', cacheFolder)).rejects.toThrow('It cannot be compiled.')
  expect(await compileChapter('Fine.', cacheFolder)).toContain('Fine.')
})

const letters = (text: string) =>
  text
    .replace(
      /\\x([0-9a-fA-F]{2})|\\u\{([0-9a-fA-F]+)\}|\\u([0-9a-fA-F]{4})/g,
      (_, short, braced, long) =>
        String.fromCodePoint(Number.parseInt(short ?? braced ?? long, 16)),
    )
    .replace(/[^\p{L}\p{N}]/gu, '')

const partsOf = (text: ChapterText) => text.questions.flatMap((question) => question.parts)
const textsOf = (course: Course) =>
  course.chapters.flatMap((chapter) => [...chapter.texts.values()])

const times = (text: string, words: string) => text.split(letters(words)).length - 1

/** Of these words, those that stand in the compiled text oftener than its reader reads them there. */
function foundIn(text: ChapterText, words: (string | true | undefined)[]): unknown[] {
  const code = letters(text.code)
  const read = letters(text.plain.map((section) => section.text).join())
  expect(code).toContain(letters(text.plain[0]!.text).slice(0, 12))
  return words.filter(
    (one) => typeof one === 'string' && one !== '' && times(code, one) > times(read, one),
  )
}

test('no answer is ever part of what is compiled', () => {
  expect(textsOf(tiny)).toHaveLength(3)
  for (const text of textsOf(tiny)) {
    expect(
      foundIn(
        text,
        partsOf(text).flatMap(({ text, attributes }) => [
          text,
          attributes.reason,
          attributes.left,
          attributes.right,
        ]),
      ),
    ).toEqual([])
  }
})

test('no reason of the real courses is part of what is compiled', () => {
  const texts = real.kind === 'ok' ? [...real.catalogue.courses.values()].flatMap(textsOf) : []
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) {
    expect(partsOf(text).length).toBeGreaterThan(15)
    expect(
      foundIn(
        text,
        partsOf(text).map(({ attributes }) => attributes.reason),
      ),
    ).toEqual([])
    expect(text.code).not.toMatch(/correct:|reason:/)
  }
})
