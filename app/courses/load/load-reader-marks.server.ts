import { z } from 'zod'
import { findLanguage } from '../../i18n/languages.ts'
import type { Lang } from '../model/chapter.ts'
import { type ReaderMarks, readerMarks } from '../translations/reader-marks.ts'
import { recordFolder, type TranslationRecord } from '../translations/translation-files.server.ts'
import type { CourseFiles } from './course-files.server.ts'

const recordSchema = z.record(z.string(), z.record(z.string(), z.string()))
const textsSchema = z.record(z.string(), z.string())

/** What the translations of a course remember, by language. */
export type TranslationRecords = ReadonlyMap<Lang, TranslationRecord>

async function readJson<T>(
  files: CourseFiles,
  file: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const content = await files.textIfAny(file)
  if (content === null) return null
  try {
    return schema.parse(JSON.parse(content))
  } catch {
    files.say(
      file,
      1,
      'This cannot be read. Only `npm run translations` writes it: take it back from where it is whole.',
    )
    return null
  }
}

/** Reads what the translations of a course remember. */
export async function loadRecords(
  files: CourseFiles,
  langs: Iterable<Lang>,
): Promise<TranslationRecords> {
  const records = new Map<Lang, TranslationRecord>()
  for (const lang of langs) {
    const record = await readJson(files, `${recordFolder}/${lang}.json`, recordSchema)
    if (record) records.set(lang, record)
  }
  return records
}

/**
 * What readers of a translation are told of its blocks. Null where there is nothing to tell, and for
 * the source itself.
 */
export async function loadMarks(
  files: CourseFiles,
  records: TranslationRecords,
  document: { name: string; lang: Lang; written: string },
  source: { lang: Lang; written: string },
): Promise<ReaderMarks | null> {
  const recorded = records.get(document.lang)?.[document.name]
  if (!recorded || document.lang === source.lang) return null
  const file = `${recordFolder}/${source.lang}/${document.name}.json`
  const texts = (await readJson(files, file, textsSchema)) ?? {}
  const marks = readerMarks(source.written, document.written, recorded, (hash) => texts[hash])
  const dir = findLanguage(source.lang)?.dir ?? 'ltr'
  return marks.length > 0 ? { lang: source.lang, dir, marks } : null
}
