import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realCourses } from '../../../tests/broken-courses/course.ts'
import { TranslationFiles } from './translation-files.server.ts'

const courses = (await readdir(realCourses.folder, { withFileTypes: true }))
  .filter((one) => one.isDirectory())
  .map(({ name }) => join(realCourses.folder, name))
const places = [
  ...(await Promise.all(courses.map((folder) => TranslationFiles.ofCourse(folder)))),
  await TranslationFiles.ofInterface(join(import.meta.dirname, '../../i18n')),
]
const languages = (
  await Promise.all(
    places.map(async (files) => (await files.languages()).map((lang) => ({ lang, files }))),
  )
).flat()

describe('what is translated', () => {
  test('is there in Swedish, in the manual and the interface', () => {
    expect(languages.filter(({ lang }) => lang === 'sv').length).toBeGreaterThanOrEqual(2)
  })

  // Run `npm run translations -- accept LANGUAGE DOCUMENT` for what a failure names.
  test.each(languages)('remembers in $lang what each file was made from', async ({
    lang,
    files,
  }) => {
    const record = await files.record(lang)
    const unknown: string[] = []
    for (const { name, file } of files.documents) {
      if ((await files.text(file(lang))) === null) continue
      const texts = await files.sourceTexts(name)
      const hashes = Object.values(record[name] ?? {}).map((hash) => hash.replace('=', ''))
      if (hashes.length === 0 || hashes.some((hash) => texts[hash] === undefined))
        unknown.push(name)
    }
    expect(unknown).toEqual([])
  })
})
