import './as-command.mjs'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '../app/courses/load/load-catalogue.server.ts'
import { languages, pseudoRtl } from '../app/i18n/languages.ts'
import { findBook } from '../app/packages/book.ts'
import {
  type FormName,
  type PackageForm,
  packageForms,
} from '../app/packages/package-forms.server.ts'
import { checkQuestion } from '../app/quizzes/types/question-types.ts'
import { exitWithError } from './prepare.mjs'

// `npm run package -- FORM …` makes a file of a course, or of some of its chapters, to be carried
// away. The site makes its downloads with the same command.

const names = Object.keys(packageForms).join('|')
const usage = `npm run package -- ${names} --course run-a-party --lang sv [--chapters the-branch,money] [--no-pictures] [--title NAME] [--out FILE]`

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
  const bytes = await form.make(book, { withPictures: !values['no-pictures'] })
  const file = values.out ?? `notes-${book.language.tag}.${form.ending}`
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    exitWithError(`The file ${file} cannot be written: ${(error as Error).message}`)
  }
  console.log(`${file}: ${bytes.length.toLocaleString('en')} bytes.`)
}

const options = {
  course: { type: 'string' },
  lang: { type: 'string' },
  chapters: { type: 'string' },
  title: { type: 'string' },
  out: { type: 'string' },
  'no-pictures': { type: 'boolean' },
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
