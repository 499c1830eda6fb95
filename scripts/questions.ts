import './as-command.mjs'
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '../app/courses/load/load-catalogue.server.ts'
import { translate } from '../app/i18n/i18n.ts'
import { languages } from '../app/i18n/languages.ts'
import { largestFile } from '../app/quizzes/exchange/bank.ts'
import { decodeBank } from '../app/quizzes/exchange/bank-file.ts'
import { describeLoss, type Loss } from '../app/quizzes/exchange/conversion-warnings.ts'
import { exportQuestions, type Format, formats } from '../app/quizzes/exchange/export-questions.ts'
import { readGift } from '../app/quizzes/exchange/gift-reader.ts'
import { writeMdx } from '../app/quizzes/exchange/mdx-writer.ts'
import { readMoodleXml } from '../app/quizzes/exchange/moodle-xml-reader.ts'
import { checkQuestion } from '../app/quizzes/types/question-types.ts'
import { exitWithError } from './prepare.mjs'

// `npm run questions --silent -- export …` writes a course's questions in a format of other
// platforms; `import …` writes those of a file as a chapter has them. The questions go to the
// standard output, what could not be held to the standard error.

const usage = `npm run questions --silent -- export --format gift|moodle-xml --course run-a-party [--chapter the-branch] [--lang sv] > questions.gift
npm run questions --silent -- import --format gift|moodle-xml [--lang sv] questions.gift > questions.mdx`

const readers = { gift: readGift, 'moodle-xml': readMoodleXml }
const t = translate(languages[0] as (typeof languages)[number])

function report(losses: Loss[]) {
  for (const loss of losses) {
    const { question, what, why } = describeLoss(loss, t)
    const sentence = /[.!?…)>]$/.test(what) ? what : `${what}.`
    console.error(
      [loss.line ? `line ${loss.line}` : null, question || null, `${sentence} ${why}`]
        .filter(Boolean)
        .join(': '),
    )
  }
}

function formatIn(name: string | undefined): Format {
  if (name && Object.hasOwn(formats, name)) return name as Format
  return exitWithError(`--format must be ${Object.keys(formats).join(' or ')}.\n${usage}`)
}

async function exportCourse(values: {
  format?: string
  course?: string
  chapter?: string
  lang?: string
}) {
  const format = formatIn(values.format)
  const loaded = await loadCatalogue({
    folder: process.env.COURSES || './courses',
    cacheFolder: `${process.env.CACHE || './.cache'}/chapters`,
    checkQuestion,
    trustsCache: true,
  })
  if (loaded.kind === 'broken')
    exitWithError('The courses have problems: npm run courses:check tells which.')
  const { courses } = loaded.catalogue
  const course =
    courses.get(values.course ?? '') ??
    exitWithError(`--course must be one of: ${[...courses.keys()].join(', ')}.`)
  const lang = values.lang ?? course.source
  if (!course.texts.has(lang))
    exitWithError(`--lang must be one of: ${[...course.texts.keys()].join(', ')}.`)
  const chapters = course.chapters.filter(
    ({ slug }) => values.chapter === undefined || slug === values.chapter,
  )
  if (chapters.length === 0)
    exitWithError(
      `--chapter must be one of: ${course.chapters.map(({ slug }) => slug).join(', ')}.`,
    )
  const { text, losses } = exportQuestions({ course, chapters, lang, format })
  process.stdout.write(text)
  report(losses)
}

// In no encoding does a character that anyone writes take more bytes.
const maxBytes = 4

function bytesOf(file: string): Uint8Array {
  let size: number
  try {
    size = statSync(file).size
    if (size <= largestFile * maxBytes) return readFileSync(file)
  } catch {
    return exitWithError(`The file ${file} cannot be read.`)
  }
  return exitWithError(t('questions:fileTooLarge', { detail: String(largestFile / 1_000_000) }))
}

function importFile(values: { format?: string; lang?: string }, file: string | undefined) {
  const format = formatIn(values.format)
  if (!file) exitWithError(`Which file?\n${usage}`)
  const content = decodeBank(bytesOf(file), format)
  if (content.kind === 'unreadable') exitWithError(`Line ${content.line}: ${content.message}`)
  const found = readers[format](content.text, values.lang ?? null)
  if (found.kind === 'unreadable')
    return exitWithError(t(found.why.message, { line: found.why.line, detail: found.why.detail }))
  report(found.bank.losses)
  const count = found.bank.questions.length
  if (count === 0) exitWithError('There is no question in this file that could be read.')
  const { text, missing } = writeMdx(found.bank.questions)
  process.stdout.write(text)
  for (const { line, question, what } of missing)
    console.error(`output line ${line}: ${question}: write ${what}.`)
  console.error(count === 1 ? 'One question.' : `${count} questions.`)
}

const [command, ...rest] = process.argv.slice(2)
try {
  const options = {
    format: { type: 'string' },
    course: { type: 'string' },
    chapter: { type: 'string' },
    lang: { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
  if (command === 'export' && positionals.length === 0) await exportCourse(values)
  else if (command === 'import') importFile(values, positionals[0])
  else exitWithError(usage)
} catch (error) {
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
    exitWithError(`${(error as Error).message}\n${usage}`)
  throw error
}
