import './as-command.mjs'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '../app/courses/load/load-catalogue.server.ts'
import { languages, pseudoRtl } from '../app/i18n/languages.ts'
import { type Book, findBook } from '../app/packages/book.ts'
import { offeredFiles } from '../app/packages/offered-files.ts'
import {
  type FormName,
  type PackageForm,
  packageForms,
} from '../app/packages/package-forms.server.ts'
import { papers } from '../app/packages/pdf/book-pages.server.tsx'
import { NoBrowser } from '../app/packages/pdf/pdf.server.ts'
import { NoZimWriter } from '../app/packages/zim/zim.server.ts'
import { checkQuestion } from '../app/quizzes/types/question-types.ts'
import { findBrowser } from './browser.mjs'
import { exitWithError } from './prepare.mjs'

// `npm run package -- FORM …` makes a file of a course, or of some of its chapters, to be carried
// away. The site makes its downloads with the same command.

const names = Object.keys(packageForms).join('|')
const usage = `npm run package -- ${names} --course run-a-party --lang sv [--chapters the-branch,money] [--no-pictures] [--paper A4|Letter|A5] [--title NAME] [--out FILE | --for-site]`

async function make(name: FormName, values: Values) {
  const loaded = await loadCatalogue({
    folder: process.env.COURSES || './courses',
    cacheFolder: `${process.env.CACHE || './.cache'}/chapters`,
    checkQuestion,
    trustsCache: true,
  })
  if (loaded.kind === 'broken')
    exitWithError('The courses have problems: npm run courses:check tells which.')
  if (values.of !== undefined && values.of !== loaded.catalogue.version)
    exitWithError('The courses have changed meanwhile.')
  const asked = {
    course: values.course ?? '',
    lang: values.lang,
    chapters: values.chapters?.split(',').map((slug) => slug.trim()) ?? [],
    title: values.title ?? (process.env.SITE_NAME || 'Notes'),
  }
  const book = findBook(loaded.catalogue, asked, [...languages, pseudoRtl])
  if ('asked' in book)
    return exitWithError(`--${book.asked} must be one of: ${book.possible.join(', ')}.`)
  const form: PackageForm = packageForms[name]
  const paper = papers.find((one) => one === (values.paper ?? 'A4'))
  if (!paper) return exitWithError(`--paper must be one of: ${papers.join(', ')}.`)
  const { executablePath, args } = findBrowser()
  const browser = executablePath ? { path: executablePath, args } : null
  const withPictures = !values['no-pictures']
  const bytes = await form.make(book, { withPictures, paper, browser }).catch((error: unknown) => {
    if (error instanceof NoZimWriter)
      exitWithError(
        'A ZIM is written by zimwriterfs, and it is not installed: it is in the package zim-tools (on Debian: apt install zim-tools).',
      )
    if (!(error instanceof NoBrowser)) throw error
    exitWithError(
      'A PDF is printed by a browser, and there is none: install Chromium, or set CHROMIUM to its path.',
    )
  })
  if (values['for-site']) return offer(name, book, bytes)
  const file = values.out ?? `notes-${book.language.tag}.${form.ending}`
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    exitWithError(`The file ${file} cannot be written: ${(error as Error).message}`)
  }
  console.log(`${file}: ${bytes.length.toLocaleString('en')} bytes.`)
}

/** Puts what was made where the site offers it: only what it leaves to its host. */
async function offer(name: FormName, { course, language, version }: Book, bytes: Uint8Array) {
  const file = offeredFiles.find(({ form, isMadeByHost }) => form === name && isMadeByHost)
  if (!file) exitWithError('--for-site is for a pdf: the site makes the other files itself.')
  const { putPackage } = await import('../app/packages/package-files.server.ts')
  const path = await putPackage({ course: course.id, lang: language.tag, version, file }, bytes)
  console.log(`${path}: ${bytes.length.toLocaleString('en')} bytes. The site offers it now.`)
}

const options = {
  course: { type: 'string' },
  lang: { type: 'string' },
  chapters: { type: 'string' },
  title: { type: 'string' },
  out: { type: 'string' },
  'no-pictures': { type: 'boolean' },
  paper: { type: 'string' },
  'for-site': { type: 'boolean' },
  // The edition that the site wants; one of courses that changed meanwhile is of no use to it.
  of: { type: 'string' },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name, ...more] = positionals
  if (!name || more.length > 0 || !Object.hasOwn(packageForms, name)) exitWithError(usage)
  await make(name as FormName, values)
} catch (error) {
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
    exitWithError(`${(error as Error).message}\n${usage}`)
  throw error
}
