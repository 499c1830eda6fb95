import { z } from 'zod'
import { checkChapterNames, type ListedChapter, wholeNames } from '../checks/chapter-names.ts'
import type { CourseSource } from '../checks/course-source.ts'
import type { CourseText, Lang } from '../model/chapter.ts'
import type { CourseFiles } from './course-files.server.ts'

const courseTextSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  parts: z.record(z.string(), z.string().min(1)),
  chapters: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().min(1).optional(),
        summary: z.string().min(1).optional(),
      }),
    )
    .optional(),
})
const glossarySchema = z.record(
  z.string(),
  z.strictObject({ term: z.string().min(1), explanation: z.string().min(1) }),
)

function compareGlossaries(files: CourseFiles, texts: Map<Lang, CourseText>, source: Lang) {
  const original = texts.get(source)?.glossary
  for (const [lang, { glossary }] of texts) {
    for (const id of original?.keys() ?? [])
      if (!glossary.has(id)) files.say(`glossary/${lang}.yaml`, 1, `The term "${id}" is missing.`)
    for (const id of glossary.keys())
      if (!original?.has(id))
        files.say(`glossary/${lang}.yaml`, 1, `The term "${id}" is not in glossary/${source}.yaml.`)
  }
}

/** The line of a course's words on which the name of a chapter begins. */
function lineOfName(written: string, slug: string): number {
  const lines = written.split('\n')
  const names = lines.findIndex((line) => /^chapters:/.test(line))
  const at = lines.findIndex((line, i) => i > names && line.trim().startsWith(`${slug}:`))
  return Math.max(at, names) + 1
}

/**
 * The course's own words in each language. Null where some cannot be read: what would be said of
 * the chapters then misleads.
 */
export async function loadCourseTexts(
  files: CourseFiles,
  { source, parts }: { source: Lang; parts: { id: string; chapters: string[] }[] },
  book: CourseSource,
): Promise<Map<Lang, CourseText> | null> {
  const texts = new Map<Lang, CourseText>()
  let isWhole = true
  const chapters: ListedChapter[] = []
  for (const folder of parts.flatMap((part) => part.chapters))
    chapters.push({ folder, langs: await files.languages(folder, 'mdx') })
  for (const lang of await files.languages('.', 'yaml')) {
    const text = await files.readYaml(`${lang}.yaml`, courseTextSchema)
    const glossary = await files.readYaml(`glossary/${lang}.yaml`, glossarySchema)
    isWhole &&= text !== null && glossary !== null
    if (!text || !glossary) continue
    const written = async (file: string) => ({
      lang,
      file: files.path(file),
      written: (await files.text(file)) ?? '',
    })
    const words = await written(`${lang}.yaml`)
    book.others.push(words)
    book.glossaries.push({
      ...(await written(`glossary/${lang}.yaml`)),
      terms: new Map(Object.entries(glossary)),
    })
    for (const { id } of parts)
      if (!text.parts[id]) files.say(`${lang}.yaml`, 1, `The part "${id}" has no name.`)
    for (const { slug, message } of checkChapterNames(lang, text.chapters ?? {}, chapters))
      files.say(`${lang}.yaml`, lineOfName(words.written, slug), message)
    texts.set(lang, {
      ...text,
      chapters: wholeNames(text.chapters ?? {}),
      glossary: new Map(Object.entries(glossary)),
      synonyms: new Map(),
    })
  }
  if (!isWhole) return null
  if (!texts.has(source)) {
    files.say(`${source}.yaml`, 1, 'The course lacks its words in its source language.')
    return null
  }
  compareGlossaries(files, texts, source)
  return texts
}
