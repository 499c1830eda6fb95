import { z } from 'zod'
import type { SynonymSource } from '../checks/check-synonyms.ts'
import type { Lang } from '../model/chapter.ts'
import { isLanguageTag } from '../model/language-tag.ts'
import type { CourseFiles } from './course-files.server.ts'

const synonymsSchema = z.record(
  z.string().min(1),
  z.array(z.string({ error: 'must be a text' }).trim().min(1)).min(1, 'needs a word at least'),
)

/** Loads the words that readers type and the course has others for. A course need not have any. */
export async function loadSynonyms(files: CourseFiles, langs: Lang[]): Promise<SynonymSource[]> {
  await files.sayStray('synonyms', 'glossary')
  const sources: SynonymSource[] = []
  for (const name of await files.names('synonyms')) {
    const file = `synonyms/${name}`
    const lang = name.replace(/\.yaml$/, '')
    if (!isLanguageTag(lang)) continue
    if (!langs.includes(lang)) {
      files.say(file, 1, `The course itself has no ${lang}.yaml, so nobody can search with this.`)
      continue
    }
    const written = (await files.textIfAny(file)) ?? ''
    const entries = files.yaml(file, written, synonymsSchema)
    if (entries)
      sources.push({
        lang,
        file: files.path(file),
        written,
        entries: new Map(Object.entries(entries)),
      })
  }
  return sources
}
