import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const course = 'courses/run-a-party'
const chapterFolders = readdirSync(course).filter((name) => /^\d\d-/.test(name))

/** Every chapter of the real course as it is written, in both languages. */
export const writtenChapters = chapterFolders.flatMap((folder) =>
  ['en', 'sv'].map((lang) => readFileSync(join(course, folder, `${lang}.mdx`), 'utf8')),
)

/** Every picture of the real course. */
export const pictures = chapterFolders.flatMap((folder) =>
  readdirSync(join(course, folder, 'illustrations')).map((name) =>
    readFileSync(join(course, folder, 'illustrations', name), 'utf8'),
  ),
)

/** The last parts of the chapters' addresses. */
export const slugs = chapterFolders.map((name) => name.slice(3))

/** The chapter that the forms are sent to, and what its form's fields may say. */
export const branch = '/en/courses/run-a-party/the-branch'
const chapterFile = readFileSync(join(course, '05-the-branch/en.mdx'), 'utf8')

function all(pattern: RegExp): string[] {
  return [...chapterFile.matchAll(pattern)].map((match) => match[1] as string)
}

/** Its questions, each with its type and the ids of its parts. */
export const questions = chapterFile
  .split('<Question ')
  .slice(1)
  .map((text) => ({
    id: /id="([^"]+)"/.exec(text)?.[1] as string,
    type: /type="([^"]+)"/.exec(text)?.[1] as string,
    parts: [...text.matchAll(/<(?:Option|Item|Pair|Blank|Step|Point) id="([^"]+)"/g)].map(
      (match) => match[1] as string,
    ),
  }))

/** Its sections' ids. */
export const sections = all(/^#{2,3} .*\{#([^}]+)\}/gm)

/**
 * The segments of every route, from the names of the route files: "$lang", "courses", "$course".
 */
export const routes = readdirSync('app/routes')
  .filter((name) => !name.includes('.test.'))
  .map((name) =>
    name
      .replace(/\.tsx?$/, '')
      .split('.')
      .map((segment) => segment.replace(/_$/, ''))
      .filter((segment) => segment !== '_index'),
  )

const views = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
  .sort()
  .map((name) => readFileSync(join('app', name), 'utf8'))
  .join('\n')

const namesIn = (pattern: RegExp) => [
  ...new Set([...views.matchAll(pattern)].map((match) => match[1] as string)),
]

/** The names of the forms' fields, and what buttons and hidden fields say, from the pages' code. */
export const fieldNames = namesIn(/\bname="([a-zA-Z]+)"/g)
export const fieldWords = [
  ...namesIn(/\bvalue="([a-z-]+)"/g),
  ...namesIn(/z\.literal\('([a-z-]+)'\)/g),
]
