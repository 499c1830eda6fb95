import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { goodCourse, loadGoodCourse, realCourses } from '../../tests/broken-courses/course.ts'
import type { ChapterText } from './chapter.ts'
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

const cacheFolder = mkdtempSync(join(tmpdir(), 'cirkel-cache-'))
afterEach(() => {
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
    .replace(/\\x([0-9a-fA-F]{2})|\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_, short, long) =>
      String.fromCodePoint(Number.parseInt(short ?? long, 16)),
    )
    .replace(/[^\p{L}\p{N}]/gu, '')

/** All that would tell a reader the answer: each reason; and each text of an option that is long enough to stand nowhere else. */
function answersOf(text: ChapterText): string[] {
  const parts = text.questions.flatMap((question) => question.parts)
  const reasons = parts.map((part) => String(part.attributes.reason))
  const texts = parts.flatMap((part) => [part.text, String(part.attributes.left ?? ''), String(part.attributes.right ?? '')])
  return [...reasons, ...texts.filter((one) => letters(one).length > 25)]
}

test('no answer is ever part of what is compiled', async () => {
  const real = await loadCatalogue(realCourses)
  const courses = [await loadGoodCourse(), ...(real.kind === 'ok' ? real.catalogue.courses.values() : [])]
  const texts = courses.flatMap((course) => course.chapters.flatMap((chapter) => [...chapter.texts.values()]))
  expect(texts.length).toBeGreaterThan(8)
  for (const text of texts) {
    const code = letters(text.code)
    expect(code).toContain(letters(text.plain[0]!.text).slice(0, 12))
    expect(answersOf(text).length).toBeGreaterThan(1)
    for (const answer of answersOf(text)) expect(code).not.toContain(letters(answer))
  }
})
