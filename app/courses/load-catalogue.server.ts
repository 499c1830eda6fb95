import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Catalogue, Chapter, ChapterText, Course, CourseText, GlossaryTerm, Lang, Problem, WrittenQuestion } from './chapter.ts'
import { checkChapter, type QuestionCheck } from './check-chapter.ts'
import { checkTranslation } from './check-translation.ts'
import { compileChapter } from './compile.server.ts'
import { sentences } from './front-matter.ts'
import { readFigures } from './illustration.ts'

/** A catalogue without a fault, or every fault there is. */
export type Loaded = { kind: 'ok'; catalogue: Catalogue } | { kind: 'broken'; problems: Problem[] }

/** Where the courses lie, where compiled chapters are kept, and who knows questions. */
export interface LoadOptions {
  folder: string
  cacheFolder: string
  checkQuestion: QuestionCheck
}

const courseSchema = z.strictObject({
  source: z.string(),
  parts: z.array(
    z.strictObject({
      id: z.string(),
      chapters: z.array(z.string().regex(/^\d\d-[a-z0-9-]+$/, 'must be a number of two digits and a slug, such as 05-the-branch')),
    }),
  ),
})
const courseTextSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  parts: z.record(z.string(), z.string().min(1)),
})
const glossarySchema = z.record(z.string(), z.strictObject({ term: z.string().min(1), explanation: z.string().min(1) }))
const langFile = /^([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.(mdx|yaml)$/

/** Reads files of one course below its folder, noting each for the version and every fault for the author. */
class Reader {
  readonly problems: Problem[] = []
  readonly hash = createHash('sha256')

  constructor(readonly folder: string) {}

  say(file: string, line: number, message: string) {
    this.problems.push({ file: join(this.folder, file), line, message })
  }

  async text(file: string): Promise<string | null> {
    const content = await readFile(join(this.folder, file), 'utf8').catch(() => null)
    if (content === null) this.say(file, 1, 'The file is missing.')
    else this.hash.update(`${file}\n${content}\n`)
    return content
  }

  async names(folder: string): Promise<string[]> {
    return (await readdir(join(this.folder, folder)).catch(() => [])).sort()
  }

  async yaml<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
    const content = await this.text(file)
    if (content === null) return null
    try {
      const result = schema.safeParse(parse(content) ?? {})
      if (result.success) return result.data
      for (const sentence of sentences(result.error)) this.say(file, 1, sentence)
    } catch (error) {
      this.say(file, 1, `cannot be read as YAML: ${(error as Error).message.split('\n')[0]}`)
    }
    return null
  }
}

function questionHash(question: WrittenQuestion): string {
  const { id, type, prompt, parts } = question
  const meaning = [
    id,
    type,
    prompt,
    parts.map(({ kind, attributes, text }) => [
      kind,
      attributes.id,
      attributes.correct ?? false,
      attributes.left ?? '',
      attributes.right ?? '',
      text,
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16)
}

async function loadChapter(
  reader: Reader,
  course: { id: string; source: Lang; part: string; texts: Map<Lang, CourseText>; figures: Set<string> },
  folder: string,
  options: LoadOptions,
): Promise<Chapter | null> {
  const names = await reader.names(folder)
  const langs = names.flatMap((name) => langFile.exec(name)?.filter((_, i, all) => i === 1 && all[2] === 'mdx') ?? [])
  if (!langs.includes(course.source)) {
    reader.say(folder, 1, `The chapter lacks its source, ${course.source}.mdx.`)
    return null
  }
  const pictures = new Map<string, string>()
  for (const name of (await reader.names(join(folder, 'illustrations'))).filter((one) => one.endsWith('.svg'))) {
    pictures.set(name, (await reader.text(join(folder, 'illustrations', name))) ?? '')
  }
  const checked = new Map<Lang, { text: Omit<ChapterText, 'code'>; source: string }>()
  for (const lang of langs) {
    const file = join(folder, `${lang}.mdx`)
    const glossary = course.texts.get(lang)?.glossary
    if (!glossary) reader.say(file, 1, `The course itself has no ${lang}.yaml, so it cannot have a chapter in that language.`)
    const source = (await reader.text(file)) ?? ''
    const { text, problems } = checkChapter(source, {
      file: join(reader.folder, file),
      lang,
      isSource: lang === course.source,
      pictures,
      figures: course.figures,
      terms: new Set(glossary?.keys()),
      checkQuestion: options.checkQuestion,
    })
    reader.problems.push(...problems)
    if (text) checked.set(lang, { text, source })
  }
  const original = checked.get(course.source)
  if (!original) return null
  for (const name of pictures.keys())
    if (!original.text.illustrations.has(name)) reader.say(join(folder, 'illustrations', name), 1, 'No <Illustration> shows this picture.')
  for (const [lang, { text }] of checked)
    if (lang !== course.source) reader.problems.push(...checkTranslation(join(reader.folder, folder, `${lang}.mdx`), text, original.text))
  if (reader.problems.length > 0) return null

  const texts = new Map<Lang, ChapterText>()
  for (const [lang, { text, source }] of checked) texts.set(lang, { ...text, code: await compileChapter(source, options.cacheFolder) })
  return {
    course: course.id,
    slug: folder.slice(3),
    number: Number(folder.slice(0, 2)),
    part: course.part,
    texts,
    questionHashes: new Map(original.text.questions.map((question) => [question.id, questionHash(question)])),
  }
}

async function loadCourseTexts(reader: Reader, source: Lang, parts: string[]): Promise<Map<Lang, CourseText>> {
  const texts = new Map<Lang, CourseText>()
  const langs = (await reader.names('.')).flatMap((name) => (name === 'course.yaml' ? [] : (langFile.exec(name)?.slice(1, 2) ?? [])))
  for (const lang of langs) {
    const text = await reader.yaml(`${lang}.yaml`, courseTextSchema)
    const glossary = await reader.yaml<Record<string, GlossaryTerm>>(`glossary/${lang}.yaml`, glossarySchema)
    if (!text || !glossary) continue
    for (const part of parts) if (!text.parts[part]) reader.say(`${lang}.yaml`, 1, `The part "${part}" has no name.`)
    texts.set(lang, { ...text, glossary: new Map(Object.entries(glossary)) })
  }
  if (!texts.has(source)) reader.say(`${source}.yaml`, 1, 'The course lacks its words in its source language.')
  const original = texts.get(source)?.glossary
  for (const [lang, { glossary }] of texts) {
    for (const id of original?.keys() ?? []) if (!glossary.has(id)) reader.say(`glossary/${lang}.yaml`, 1, `The term "${id}" is missing.`)
    for (const id of glossary.keys())
      if (!original?.has(id)) reader.say(`glossary/${lang}.yaml`, 1, `The term "${id}" is not in glossary/${source}.yaml.`)
  }
  return texts
}

function checkLinksBetweenChapters(reader: Reader, course: Course) {
  const known = new Map(
    course.chapters.map((chapter) => [chapter.slug, new Set(chapter.texts.get(course.source)?.sections.map((section) => section.id))]),
  )
  for (const chapter of course.chapters) {
    for (const [lang, text] of chapter.texts) {
      const file = join(`${String(chapter.number).padStart(2, '0')}-${chapter.slug}`, `${lang}.mdx`)
      for (const { url, line } of text.links.filter((link) => link.url.startsWith('../'))) {
        const [slug = '', section] = url.slice('../'.length).split('#')
        if (!known.has(slug)) reader.say(file, line, `The link ${url} leads to no chapter of this course.`)
        else if (section && !known.get(slug)?.has(section)) reader.say(file, line, `The link ${url} leads to no section of that chapter.`)
      }
    }
  }
}

async function loadCourse(id: string, options: LoadOptions): Promise<{ course: Course | null; reader: Reader }> {
  const reader = new Reader(join(options.folder, id))
  const structure = await reader.yaml('course.yaml', courseSchema)
  const { figures, problems } = readFigures((await reader.text('figures.svg')) ?? '<svg></svg>')
  for (const { line, message } of problems) reader.say('figures.svg', line, message)
  if (!structure) return { course: null, reader }
  const texts = await loadCourseTexts(
    reader,
    structure.source,
    structure.parts.map((part) => part.id),
  )
  const listed = structure.parts.flatMap((part) => part.chapters)
  for (const name of await reader.names('.'))
    if (/^\d\d-/.test(name) && !listed.includes(name)) reader.say('course.yaml', 1, `The folder ${name} is in no part.`)
  const parts: Course['parts'] = []
  for (const part of structure.parts) {
    const chapters: Chapter[] = []
    for (const folder of part.chapters) {
      const chapter = await loadChapter(
        reader,
        { id, source: structure.source, part: part.id, texts, figures: new Set(figures.keys()) },
        folder,
        options,
      )
      if (chapter) chapters.push(chapter)
    }
    parts.push({ id: part.id, chapters })
  }
  const course: Course = { id, source: structure.source, parts, chapters: parts.flatMap((part) => part.chapters), texts, figures }
  if (reader.problems.length === 0) checkLinksBetweenChapters(reader, course)
  return { course, reader }
}

/** Discovers, checks and compiles every course below a folder. Either all of it is right, or the answer is the list of what is not. */
export async function loadCatalogue(options: LoadOptions): Promise<Loaded> {
  const entries = await readdir(options.folder, { withFileTypes: true }).catch(() => [])
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  if (ids.length === 0)
    return { kind: 'broken', problems: [{ file: options.folder, line: 1, message: 'There is no course in this folder.' }] }
  const loaded = []
  for (const id of ids.sort()) loaded.push(await loadCourse(id, options))
  // A picture's fault is found once a language, and is one problem.
  const problems = [
    ...new Map(loaded.flatMap(({ reader }) => reader.problems).map((problem) => [describeProblems([problem]), problem])).values(),
  ]
  if (problems.length > 0) return { kind: 'broken', problems }
  const version = createHash('sha256')
    .update(loaded.map(({ reader }) => reader.hash.digest('hex')).join())
    .digest('hex')
    .slice(0, 12)
  return {
    kind: 'ok',
    catalogue: { version, courses: new Map(loaded.flatMap(({ course }) => (course ? [[course.id, course] as const] : []))) },
  }
}

/** The problems as an author reads them: a line each, file first. */
export function describeProblems(problems: Problem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n')
}
