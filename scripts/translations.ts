import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  describeStates,
  languageStates,
  listWork,
} from '../app/courses/translations/describe-translations.server.ts'
import { TranslationFiles } from '../app/courses/translations/translation-files.server.ts'
import {
  acceptDocument,
  type Updated,
  updateDocument,
} from '../app/courses/translations/update-document.server.ts'

// `npm run translations`: how far each language has come. `-- list sv`, `-- accept sv`,
// `-- fill sv`: docs/translating.md. COURSE names a course where there are several.
const usage = `How far the translations have come, and what is left:
  npm run translations                              each language: how much is current, stale, missing
  npm run translations -- list sv [document]        every text that is stale, missing or new
  npm run translations -- fill sv [document]        puts what is new in the source into the translation, marked as missing
  npm run translations -- accept sv document [text …]  these texts are translations of the source as it is
  npm run translations -- accept sv --all           all texts of all documents are
A document is named as the list names it: 05-the-branch, 05-the-branch/guide, glossary, interface/pages.`

function exitWithError(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const folder = process.env.COURSES || './courses'
const [command = '', lang = '', ...rest] = process.argv.slice(2)
const names = (await readdir(folder, { withFileTypes: true }).catch(() => []))
  .filter((one) => one.isDirectory() && (!process.env.COURSE || one.name === process.env.COURSE))
  .map(({ name }) => name)
const places = [
  ...(await Promise.all(
    names.map(async (name) => ({
      name,
      files: await TranslationFiles.ofCourse(join(folder, name)),
    })),
  )),
  { name: 'interface', files: await TranslationFiles.ofInterface('./app/i18n') },
]

/** The documents that a name on the command line means: itself, and what lies below it. */
const isNamed = (wanted: string | undefined) => (name: string) =>
  !wanted || name === wanted || name.startsWith(`${wanted}/`)

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

if (command === '')
  for (const { name, files } of places)
    console.log(describeStates(name, files.documents.length, await languageStates(files)))
else if (!/^[a-z]{2,3}(-\w+)*$/.test(lang)) exitWithError(usage)
else if (command === 'list') {
  const lines = []
  for (const { files } of places) lines.push(...(await listWork(files, lang, isNamed(rest[0]))))
  console.log(lines.length > 0 ? lines.join('\n') : 'Nothing is stale, missing or new.')
} else if (command === 'fill')
  await update(rest[0], (files, document, tag) => updateDocument(files, document, tag, new Map()))
else if (command === 'accept' && rest[0] === '--all') await update(undefined, acceptDocument)
else if (command === 'accept' && rest[0])
  await update(rest[0], acceptDocument, rest.length > 1 ? rest.slice(1) : undefined)
else exitWithError(usage)
