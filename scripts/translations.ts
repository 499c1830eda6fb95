import './as-command.mjs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLanguageTag } from '../app/courses/model/language-tag.ts'
import {
  describeStates,
  languageStates,
  listWork,
} from '../app/courses/translations/describe-translations.server.ts'
import type { Exchange } from '../app/courses/translations/exchange.ts'
import {
  describeImport,
  exportUnits,
  importUnits,
} from '../app/courses/translations/exchange-files.server.ts'
import { exchangeForms, formOf } from '../app/courses/translations/exchange-forms.ts'
import { TranslationFiles } from '../app/courses/translations/translation-files.server.ts'
import {
  acceptDocument,
  type Updated,
  updateDocument,
} from '../app/courses/translations/update-document.server.ts'
import { exitWithError } from './prepare.mjs'

// `npm run translations`: how far each language has come. `-- list sv`, `-- accept sv`,
// `-- fill sv`, `-- export po sv`, `-- import FILE`: docs/translating.md. COURSE names a course where there are several.
const naming =
  'A document is named by where it lies: 05-the-branch, 05-the-branch/guide, pages/about, tools/10-1-cash-book, names, glossary, interface/pages.'
const usage = `How far the translations have come, and what is left:
  npm run translations                              each language: how much is current, stale, missing
  npm run translations -- list sv [document]        every text that is stale, missing or new
  npm run translations -- fill sv [document]        puts what is new in the source into the translation, marked as missing
  npm run translations -- accept sv document [text …]  these texts are translations of the source as it is
  npm run translations -- accept sv --all           all texts of all documents are
  npm run translations -- export po sv [document]   writes a file for Poedit, Weblate or OmegaT; or xliff, xliff2, docx
  npm run translations -- import file …             takes texts from files that came back
${naming}`

const folder = process.env.COURSES || './courses'
const [command = '', lang = '', ...rest] = process.argv.slice(2)
const names = (await readdir(folder, { withFileTypes: true }))
  .filter((one) => one.isDirectory() && (!process.env.COURSE || one.name === process.env.COURSE))
  .map(({ name }) => name)
const places = [
  ...(await Promise.all(
    names.map(async (name) => ({
      name,
      files: await TranslationFiles.ofCourse(join(folder, name)),
    })),
  )),
  {
    name: 'interface',
    files: await TranslationFiles.ofInterface(join(import.meta.dirname, '../app/i18n')),
  },
]

/** The documents that a name on the command line means: itself, and what lies below it. */
const isNamed = (wanted: string | undefined) => (name: string) =>
  !wanted || name === wanted || name.startsWith(`${wanted}/`)

/** Ends with a sentence where no document has the name. */
function requireDocument(wanted: string | undefined) {
  if (!places.some(({ files }) => files.documents.some(({ name }) => isNamed(wanted)(name))))
    exitWithError(`There is no document "${wanted}".
${naming}`)
}

function tell(name: string, result: Updated) {
  if (result.kind === 'refused')
    console.error(`${name}: nothing was written. The text "${result.id}" would read otherwise.`)
  if (result.kind !== 'written') return
  console.log(
    `${name}: written.${result.missing > 0 ? ` ${result.missing} texts are missing.` : ''}`,
  )
  for (const { id, text } of result.removed)
    console.log(`  ${id} is gone from the source, and so from here: ${text}`)
}

async function update(only: string | undefined, how: typeof acceptDocument, ids?: string[]) {
  requireDocument(only)
  let count = 0
  for (const { files } of places)
    for (const document of files.documents.filter(({ name }) => isNamed(only)(name))) {
      const result = await how(files, document, lang, ids)
      tell(document.name, result)
      if (result.kind === 'refused') process.exitCode = 1
      if (result.kind !== 'unchanged') count++
    }
  if (count === 0) console.log('There was nothing to do.')
}

async function exportFile(formName: string, tag: string, only: string | undefined) {
  const form = exchangeForms.find(({ name }) => name === formName)
  if (!form) exitWithError(usage)
  requireDocument(only)
  for (const { name, files } of places) {
    const exchange = await exportUnits(files, name, tag, isNamed(only))
    if (exchange.units.length === 0) continue
    const file = `${[name, only === name ? '' : only?.replaceAll('/', '-'), tag].filter(Boolean).join('.')}${form.ending}`
    try {
      await writeFile(file, await form.write(exchange))
    } catch (error) {
      exitWithError((error as Error).message)
    }
    console.log(`${file}: ${exchange.units.length} texts.`)
  }
}

async function importFile(file: string) {
  const form = formOf(file)
  const content = await readFile(file).catch(() => null)
  if (!form || !content) exitWithError(`${file}: there is no such file, or it has another ending.`)
  let exchange: Exchange
  try {
    exchange = form.read(content)
  } catch (error) {
    exitWithError(`${file} cannot be read: ${(error as Error).message}`)
  }
  const place = places.find(({ name }) => name === exchange.place)
  if (!place || !isLanguageTag(exchange.lang) || exchange.lang === place.files.source)
    exitWithError(
      `${file} says that it is "${exchange.place}" in "${exchange.lang}". Here are: ${places.map(({ name }) => name).join(', ')}.`,
    )
  const report = await importUnits(place.files, exchange)
  console.log(`${file}: ${describeImport(report)}`)
  if (report.conflicts.length > 0) process.exitCode = 1
}

if (command === '')
  for (const { name, files } of places)
    console.log(describeStates(name, files.documents.length, await languageStates(files)))
else if (command === 'import' && lang) for (const file of [lang, ...rest]) await importFile(file)
else if (command === 'export' && isLanguageTag(rest[0] ?? '') && rest[0] !== 'en')
  await exportFile(lang, rest[0] as string, rest[1])
else if (!isLanguageTag(lang)) exitWithError(usage)
else if (command === 'list') {
  requireDocument(rest[0])
  const lines = []
  for (const { files } of places) lines.push(...(await listWork(files, lang, isNamed(rest[0]))))
  console.log(lines.length > 0 ? lines.join('\n') : 'Nothing is stale, missing or new.')
} else if (command === 'fill')
  await update(rest[0], (files, document, tag) => updateDocument(files, document, tag, new Map()))
else if (command === 'accept' && rest[0] === '--all') await update(undefined, acceptDocument)
else if (command === 'accept' && rest[0])
  await update(rest[0], acceptDocument, rest.length > 1 ? rest.slice(1) : undefined)
else exitWithError(usage)
