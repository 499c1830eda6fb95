import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { BoundedMap } from '../../platform/bounded-map.ts'
import { acceptEveryLanguage } from '../checks/accept-every-language.ts'
import {
  type ChapterSurroundings,
  checkChapter,
  type QuestionCheck,
} from '../checks/check-chapter.ts'
import { checkTranslation } from '../checks/check-translation.ts'
import type { CourseSource } from '../checks/course-source.ts'
import { describeChange, type QuestionRecord } from '../checks/question-record.ts'
import type { Chapter, ChapterText, CourseText, Lang } from '../model/chapter.ts'
import { type Guide, guideSchema } from '../model/guide.ts'
import { isLanguageTag } from '../model/language-tag.ts'
import { mixOptions } from '../model/mix-options.ts'
import { contentHash } from '../model/question-hash.ts'
import { compileChapter } from './compile.server.ts'
import type { CourseFiles } from './course-files.server.ts'
import { loadMarks, type TranslationRecords } from './load-reader-marks.server.ts'

/** What loading a chapter needs to know of its course. */
export interface CourseContext {
  course: string
  source: Lang
  part: string
  texts: Map<Lang, CourseText>
  figures: Set<string>
  cacheFolder: string
  checkQuestion: QuestionCheck
  /** Told after each text that was compiled. */
  onCompiled: () => void
  /** Collects what is checked of the book as a whole. */
  book: CourseSource
  /**
   * The course's questions as they were last accepted. Null where nobody answers them yet: then
   * each change of a word makes another question.
   */
  record: QuestionRecord | null
  /** What the course's translations were made from. */
  translations: TranslationRecords
}

const maxRemembered = 200
const remembered = new BoundedMap<string, ReturnType<typeof checkChapter>>(maxRemembered)

/**
 * Checks a chapter, unless the very same was checked before in this process: an author's change is
 * to one file of many.
 */
function checkOnce(written: string, around: ChapterSurroundings): ReturnType<typeof checkChapter> {
  const { pictures, figures, terms, checkQuestion: _, ...rest } = around
  const key = createHash('sha256')
    .update(JSON.stringify([written, rest, [...pictures], [...figures], [...terms]]))
    .digest('hex')
  const result = remembered.get(key) ?? checkChapter(written, around)
  remembered.set(key, result)
  return result
}

/** Forgets what was checked, where no author's next change is waited for: it takes much memory. */
export function forgetChecked(): void {
  remembered.clear()
}

async function readPictures(files: CourseFiles, folder: string): Promise<Map<string, string>> {
  const pictures = new Map<string, string>()
  for (const name of await files.names(join(folder, 'illustrations'))) {
    if (name.endsWith('.svg'))
      pictures.set(name, (await files.text(join(folder, 'illustrations', name))) ?? '')
  }
  return pictures
}

async function guideLanguages(files: CourseFiles, folder: string): Promise<Lang[]> {
  return (await files.names(folder)).flatMap((name) => {
    const lang = /^guide\.(.+)\.yaml$/.exec(name)?.[1]
    return lang !== undefined && isLanguageTag(lang) ? [lang] : []
  })
}

async function loadGuides(
  files: CourseFiles,
  folder: string,
  langs: Lang[],
  { source, book }: CourseContext,
): Promise<Map<Lang, Guide>> {
  const guides = new Map<Lang, Guide>()
  for (const lang of langs) {
    const file = join(folder, `guide.${lang}.yaml`)
    const content = await files.textIfAny(file)
    if (content !== null) book.others.push({ lang, file: files.path(file), written: content })
    const guide = content === null ? null : files.yaml(file, content, guideSchema)
    if (guide) guides.set(lang, guide)
  }
  const minutes = (guide: Guide | undefined) => guide?.plan.map((step) => step.minutes).join()
  const kinds = (guide: Guide | undefined) => guide?.plan.map((step) => step.kind).join()
  for (const [lang, guide] of guides) {
    if (minutes(guide) !== minutes(guides.get(source)))
      files.say(
        join(folder, `guide.${lang}.yaml`),
        1,
        `The plan has other minutes than guide.${source}.yaml.`,
      )
    else if (kinds(guide) !== kinds(guides.get(source)))
      files.say(
        join(folder, `guide.${lang}.yaml`),
        1,
        `The plan has other kinds of steps than guide.${source}.yaml.`,
      )
    if (guide.cards?.length !== guides.get(source)?.cards?.length)
      files.say(
        join(folder, `guide.${lang}.yaml`),
        1,
        `There are other discussion cards than in guide.${source}.yaml.`,
      )
  }
  return guides
}

/**
 * Loads a chapter in all its languages. Its faults are noted with its files; null where there is
 * any.
 */
export async function loadChapter(
  files: CourseFiles,
  folder: string,
  place: CourseContext,
): Promise<Chapter | null> {
  const { source, texts: courseTexts } = place
  const faultsBefore = files.problems.length
  const langs = await files.languages(folder, 'mdx')
  await files.sayStray(folder, 'chapter')
  await files.sayStray(join(folder, 'illustrations'), 'illustrations')
  for (const lang of await guideLanguages(files, folder))
    if (!langs.includes(lang))
      files.say(
        join(folder, `guide.${lang}.yaml`),
        1,
        `The chapter has no ${lang}.mdx, so nobody can read its guide.`,
      )
  if (!langs.includes(source)) {
    files.say(folder, 1, `The chapter lacks its source, ${source}.mdx.`)
    return null
  }
  const pictures = await readPictures(files, folder)
  const checked = new Map<Lang, { text: Omit<ChapterText, 'code'>; written: string }>()
  for (const lang of langs) {
    const file = join(folder, `${lang}.mdx`)
    const glossary = courseTexts.get(lang)?.glossary
    if (!glossary)
      files.say(
        file,
        1,
        `The course itself has no ${lang}.yaml, so it cannot have a chapter in that language.`,
      )
    const written = (await files.text(file)) ?? ''
    const { text, markup, problems } = checkOnce(written, {
      file: files.path(file),
      lang,
      isSource: lang === source,
      pictures,
      figures: place.figures,
      terms: new Set(glossary?.keys()),
      checkQuestion: place.checkQuestion,
    })
    files.problems.push(...problems)
    place.book.chapters.push({ folder, lang, file: files.path(file), written, markup })
    if (text) checked.set(lang, { text, written })
  }
  const guides = await loadGuides(files, folder, langs, place)
  const original = checked.get(source)
  if (!original) return null
  for (const name of pictures.keys()) {
    if (!original.text.illustrations.has(name))
      files.say(join(folder, 'illustrations', name), 1, 'No <Illustration> shows this picture.')
  }
  for (const [lang, { text }] of checked) {
    if (lang !== source)
      files.problems.push(
        ...checkTranslation(files.path(join(folder, `${lang}.mdx`)), text, original.text),
      )
  }
  const recorded = place.record?.[folder.slice(3)] ?? {}
  for (const question of place.record ? original.text.questions : []) {
    const message = describeChange(folder.slice(3), question, recorded[question.id])
    if (message) files.say(join(folder, `${source}.mdx`), question.line, message)
  }
  if (files.problems.length > faultsBefore) return null

  const texts = new Map<Lang, ChapterText>()
  const slug = folder.slice(3)
  const everyQuestion = [...checked.values()].map(({ text }) => text.questions)
  for (const [lang, { text, written }] of checked) {
    // Here, after the checks and before anyone sees a question: hashes are of the order in the
    // file, and everything else shows this one.
    const questions = mixOptions(acceptEveryLanguage(text.questions, everyQuestion), {
      course: place.course,
      slug,
    })
    const marks = await loadMarks(
      files,
      place.translations,
      { name: folder, lang, written },
      { lang: source, written: original.written },
    )
    const code = await compileChapter(written, place.cacheFolder, marks)
    texts.set(lang, { ...text, questions, code })
    place.onCompiled()
  }
  return {
    course: place.course,
    slug,
    number: Number(folder.slice(0, 2)),
    part: place.part,
    texts,
    guides,
    questionHashes: new Map(
      original.text.questions.map((question) => [
        question.id,
        recorded[question.id]?.meaning ?? contentHash(question),
      ]),
    ),
  }
}
