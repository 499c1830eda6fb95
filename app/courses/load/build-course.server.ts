import { basename, join } from 'node:path'
import type { QuestionCheck } from '../checks/check-chapter.ts'
import { checkSynonyms } from '../checks/check-synonyms.ts'
import type { CourseSource } from '../checks/course-source.ts'
import { findIncomplete } from '../checks/find-incomplete.ts'
import { lintCourse } from '../checks/lint-course.ts'
import { type QuestionRecord, recordFile, recordSchema } from '../checks/question-record.ts'
import type { Chapter, Course, CourseText, Problem } from '../model/chapter.ts'
import { isLanguageTag } from '../model/language-tag.ts'
import { courseSchema } from '../parse/course-schema.ts'
import { readFigures } from '../parse/illustration.ts'
import { loadTools } from '../tools/load-tools.server.ts'
import { CourseFiles } from './course-files.server.ts'
import { loadChapter } from './load-chapter.server.ts'
import { loadCourseTexts } from './load-course-texts.server.ts'
import { loadPage } from './load-page.server.ts'
import { loadRecords } from './load-reader-marks.server.ts'
import { loadSynonyms } from './load-synonyms.server.ts'

/** Where a course lies, where compiled chapters are kept, and who knows questions. */
export interface BuildOptions {
  /** The course's own folder; its name is the course's id. */
  folder: string
  cacheFolder: string
  checkQuestion: QuestionCheck
  /** Told after each text that was compiled. */
  onCompiled?: () => void
}

/**
 * Finds recorded questions that are in no chapter any more. A chapter with faults of its own is not
 * looked into.
 */
function checkGone(
  files: CourseFiles,
  record: QuestionRecord,
  chapters: Chapter[],
  listed: string[],
) {
  for (const [slug, questions] of Object.entries(record)) {
    const chapter = chapters.find((one) => one.slug === slug)
    if (!chapter && listed.some((folder) => folder.slice(3) === slug)) continue
    for (const id of Object.keys(questions).filter((one) => !chapter?.questionHashes.has(one)))
      files.say(
        recordFile,
        1,
        `The question "${slug}/${id}" is gone. If that is meant: \`npm run courses:accept -- ${slug}/${id} --removed\`.`,
      )
  }
}

function checkLinksBetweenChapters(files: CourseFiles, course: Course) {
  const known = new Map(
    course.chapters.map((chapter) => [
      chapter.slug,
      new Set(chapter.texts.get(course.source)?.sections.map((section) => section.id)),
    ]),
  )
  for (const chapter of course.chapters) {
    for (const [lang, text] of chapter.texts) {
      for (const { url, line } of text.links) {
        const [, slug = '', section] = /^\.\.\/([a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(url) ?? []
        if (!slug) continue
        const file = join(
          `${String(chapter.number).padStart(2, '0')}-${chapter.slug}`,
          `${lang}.mdx`,
        )
        if (!known.has(slug))
          files.say(file, line, `The link ../${slug} leads to no chapter of this course.`)
        else if (section && !known.get(slug)?.has(section))
          files.say(
            file,
            line,
            `The link ../${slug}#${section} leads to no section of that chapter.`,
          )
      }
    }
  }
}

/** Each fault once: that of a picture is met in every language. */
function unique(problems: Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/**
 * Reads, checks and compiles a course from its files. Gives every fault there is, or the course.
 */
export async function buildCourse({
  folder,
  cacheFolder,
  checkQuestion,
  onCompiled = () => {},
}: BuildOptions): Promise<{ course: Course | null; problems: Problem[] }> {
  const id = basename(folder)
  const files = new CourseFiles(folder)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    files.say(
      'course.yaml',
      1,
      `The course’s folder is its address, so its name has lower case letters a to z, digits and hyphens: not "${id}".`,
    )
  await files.sayStray('.', 'course')
  const structure = await files.readYaml('course.yaml', courseSchema)
  const { figures, problems } = readFigures((await files.text('figures.svg')) ?? '<svg></svg>')
  for (const { line, message } of problems) files.say('figures.svg', line, message)
  if (!structure) return { course: null, problems: files.told() }

  const { source, standard } = structure
  const book: CourseSource = { source, standard, chapters: [], glossaries: [], others: [] }
  const texts = await loadCourseTexts(files, structure, book)
  await files.sayStray('glossary', 'glossary')
  if (!texts) return { course: null, problems: files.told() }
  const synonyms = await loadSynonyms(files, [...texts.keys()])
  for (const { lang, entries } of synonyms)
    texts.set(lang, { ...(texts.get(lang) as CourseText), synonyms: entries })
  const listed = structure.parts.flatMap((part) => part.chapters)
  const slugs = listed.map((name) => name.slice(3))
  for (const name of new Set(listed.filter((one, i) => slugs.indexOf(one.slice(3)) < i)))
    files.say(
      'course.yaml',
      1,
      `Two chapters have the address "${name.slice(3)}". List each chapter once, and give each its own.`,
    )
  for (const name of await files.names('.'))
    if (/^\d\d-/.test(name) && !listed.includes(name))
      files.say('course.yaml', 1, `The folder ${name} is in no part.`)

  await files.sayStray('pages', 'pages')
  for (const name of await files.names('glossary')) {
    const lang = name.replace(/\.yaml$/, '')
    if (isLanguageTag(lang) && !texts.has(lang))
      files.say(
        `glossary/${name}`,
        1,
        `The course itself has no ${lang}.yaml, so nobody can read this.`,
      )
  }
  const recorded = await files.textIfAny(recordFile)
  const record = recorded === null ? null : files.yaml(recordFile, recorded, recordSchema)
  const translations = await loadRecords(files, texts.keys())
  const parts: Course['parts'] = []
  for (const part of structure.parts) {
    const place = {
      course: id,
      source,
      part: part.id,
      texts,
      figures: new Set(figures.keys()),
      cacheFolder,
      checkQuestion,
      onCompiled,
      book,
      record,
      translations,
    }
    const chapters = []
    for (const chapter of part.chapters) chapters.push(await loadChapter(files, chapter, place))
    parts.push({ id: part.id, chapters: chapters.filter((chapter) => chapter !== null) })
  }
  const terms = new Set(texts.get(source)?.glossary.keys())
  const pages: Course['pages'] = new Map()
  for (const slug of await files.names('pages')) {
    const page = await loadPage(files, slug, source, { terms, cacheFolder, book, translations })
    for (const _ of page?.texts ?? []) onCompiled()
    if (page) pages.set(slug, page)
  }
  const chapters = parts.flatMap((part) => part.chapters)
  const tools = await loadTools(files, source, listed, book)
  const complete = structure.complete ?? [source]
  const course: Course = { id, source, complete, parts, chapters, texts, figures, pages, tools }
  for (const { folder, lang } of findIncomplete(course))
    files.say(
      join(folder, `${lang}.mdx`),
      1,
      `course.yaml says that the course is complete in "${lang}", and this is missing.`,
    )
  if (record) checkGone(files, record, course.chapters, listed)
  if (files.problems.length === 0) checkLinksBetweenChapters(files, course)
  files.problems.push(...lintCourse(book), ...checkSynonyms(synonyms, book))
  return { course: files.problems.length === 0 ? course : null, problems: unique(files.told()) }
}
