import { join } from 'node:path'
import type { CourseSource } from '../checks/course-source.ts'
import type { CoursePage, Lang, PageText } from '../model/chapter.ts'
import { readPageFrontMatter } from '../parse/front-matter.ts'
import { allElements } from '../parse/mdx-elements.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import { splitFrontMatter } from '../parse/remark-chapter.ts'
import { compileChapter } from './compile.server.ts'
import type { CourseFiles } from './course-files.server.ts'
import { loadMarks, type TranslationRecords } from './load-reader-marks.server.ts'

/** What loading a page needs to know of its course. */
interface PageContext {
  terms: Set<string>
  cacheFolder: string
  book: CourseSource
  translations: TranslationRecords
}

/**
 * Loads a page of a course that is no chapter: plain text with headings and terms, in all its
 * languages. Null where there is a fault.
 */
export async function loadPage(
  files: CourseFiles,
  slug: string,
  source: Lang,
  { terms, cacheFolder, book, translations }: PageContext,
): Promise<CoursePage | null> {
  const folder = join('pages', slug)
  const faultsBefore = files.problems.length
  const texts = new Map<Lang, PageText>()
  await files.sayStray(folder, 'page')
  const originalText = await files.textIfAny(join(folder, `${source}.mdx`))
  for (const lang of await files.languages(folder, 'mdx')) {
    const file = join(folder, `${lang}.mdx`)
    const written = (await files.text(file)) ?? ''
    book.others.push({ lang, file: files.path(file), written })
    const { frontMatter } = splitFrontMatter(written)
    const front = readPageFrontMatter(frontMatter, lang === source)
    for (const { line, message } of front.problems)
      files.say(file, line, `The front matter ${message}`)
    if (frontMatter === '') continue
    const { markup, problems } = readMarkup(written, files.path(file))
    files.problems.push(...problems)
    if (!markup || !front.value) continue
    for (const element of allElements(markup.elements)) {
      if (element.name !== 'Term')
        files.say(file, element.line, `<${element.name}> stands only in chapters.`)
      else if (!terms.has(String(element.attributes.id)))
        files.say(file, element.line, `The term "${element.attributes.id}" is not in the glossary.`)
    }
    for (const { url, line } of markup.links) {
      if (!markup.sections.some((section) => url === `#${section.id}`))
        files.say(file, line, `The link ${url} must lead to a section of this page.`)
    }
    const marks =
      originalText === null
        ? null
        : await loadMarks(
            files,
            translations,
            { name: folder, lang, written },
            { lang: source, written: originalText },
          )
    texts.set(lang, {
      lang,
      ...front.value,
      sections: markup.sections.map(({ id, title, depth }) => ({ id, title, depth })),
      code: await compileChapter(written, cacheFolder, marks),
    })
  }
  const original = texts.get(source)
  if (!original) files.say(folder, 1, `The page lacks its source, ${source}.mdx.`)
  for (const [lang, text] of texts) {
    const ids = (one: PageText | undefined) => one?.sections.map((section) => section.id).join(', ')
    if (original && ids(text) !== ids(original))
      files.say(
        join(folder, `${lang}.mdx`),
        1,
        `The headings' ids are other than in ${source}.mdx: ${ids(text)}.`,
      )
  }
  return files.problems.length > faultsBefore ? null : { slug, texts }
}
