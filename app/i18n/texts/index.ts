import type accounts from './en/accounts.json'
import type circles from './en/circles.json'
import type comments from './en/comments.json'
import type countries from './en/countries.json'
import type courses from './en/courses.json'
import type host from './en/host.json'
import type meetings from './en/meetings.json'
import type notes from './en/notes.json'
import type packages from './en/packages.json'
import type pages from './en/pages.json'
import type progress from './en/progress.json'
import type proofs from './en/proofs.json'
import type questions from './en/questions.json'
import type quizzes from './en/quizzes.json'
import type reading from './en/reading.json'
import type reviews from './en/reviews.json'
import type safety from './en/safety.json'
import type tools from './en/tools.json'

/**
 * Every text of the interface: a namespace for each part of the program. English is the source:
 * what the code asks for is a key of the English texts, or does not compile. Other languages may
 * have more forms of a text that counts; texts.test.ts holds each against English.
 */
export type Texts = {
  accounts: typeof accounts
  circles: typeof circles
  comments: typeof comments
  countries: typeof countries
  courses: typeof courses
  host: typeof host
  meetings: typeof meetings
  notes: typeof notes
  packages: typeof packages
  pages: typeof pages
  progress: typeof progress
  proofs: typeof proofs
  questions: typeof questions
  quizzes: typeof quizzes
  reading: typeof reading
  reviews: typeof reviews
  safety: typeof safety
  tools: typeof tools
}

/** What a script that runs without Vite reads: the same files, from the disk. */
function filesOnDisk(): Record<string, unknown> {
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs')
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        `./${file.replaceAll('\\', '/')}`,
        JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
      ]),
  )
}

// The build finds the files. The browser's part of it gets none: pages come whole from the server.
const files: Record<string, unknown> =
  import.meta.env === undefined
    ? filesOnDisk()
    : import.meta.env.SSR
      ? import.meta.glob('./*/*.json', { eager: true, import: 'default' })
      : {}

const found: Record<string, Record<string, unknown>> = {}
for (const [path, content] of Object.entries(files)) {
  const [, tag, name] = path.split('/') as [string, string, string]
  found[tag] = { ...found[tag], [name.slice(0, -'.json'.length)]: content }
}

/** The interface's texts by language: every folder beside this file, offered or not yet. */
export const texts = found as unknown as Record<string, Texts>
