import { join } from 'node:path'
import type { CourseSource } from '../checks/course-source.ts'
import type { CourseFiles } from '../load/course-files.server.ts'
import type { Lang } from '../model/chapter.ts'
import { splitFrontMatter } from '../parse/remark-chapter.ts'
import { compareStructure } from './compare-structure.ts'
import { parseTool } from './parse-tool.ts'
import type { Tool, ToolText } from './tool.ts'
import { readToolFrontMatter } from './tool-front-matter.ts'

const folderName = /^(\d\d)-(\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/

async function loadTool(files: CourseFiles, folder: string, source: Lang, book: CourseSource) {
  const texts = new Map<Lang, ToolText>()
  let sheets: 1 | 2 = 1
  for (const lang of await files.languages(folder, 'mdx')) {
    const file = join(folder, `${lang}.mdx`)
    const written = (await files.text(file)) ?? ''
    book.others.push({ lang, file: files.path(file), written })
    const { frontMatter, body } = splitFrontMatter(written)
    const front = readToolFrontMatter(frontMatter, lang === source)
    for (const { line, message } of front.problems)
      files.say(file, line, `The front matter ${message}`)
    const content = parseTool(body, lang, (line, message) => files.say(file, line, message))
    if (!front.value || !content) continue
    sheets = front.value.sheets ?? sheets
    const { sheets: _, ...words } = front.value
    const { blocks, withoutPaper } = content
    texts.set(lang, { lang, ...words, blocks, withoutPaper })
  }
  const original = texts.get(source)
  if (!original) files.say(folder, 1, `The tool lacks its source, ${source}.mdx.`)
  for (const [lang, text] of texts)
    if (original && lang !== source)
      for (const message of compareStructure(text, original))
        files.say(join(folder, `${lang}.mdx`), 1, message)
  return { texts, sheets }
}

/**
 * Loads the tools of a course, in the order of its chapters, whose folders are named. What is wrong
 * is noted with its files.
 */
export async function loadTools(
  files: CourseFiles,
  source: Lang,
  chapterFolders: readonly string[],
  book: CourseSource,
): Promise<Map<string, Tool>> {
  const tools = new Map<string, Tool>()
  for (const name of await files.names('tools')) {
    const folder = join('tools', name)
    const [, number = '', , slug = ''] = folderName.exec(name) ?? []
    if (!slug) {
      files.say(folder, 1, 'A tool’s folder is named by chapter, place and name: 10-2-cash-book.')
      continue
    }
    if (!chapterFolders.some((one) => one.startsWith(number)))
      files.say(folder, 1, `There is no chapter ${number}.`)
    if (tools.has(slug)) files.say(folder, 1, `Another tool is named "${slug}" too.`)
    tools.set(slug, {
      slug,
      chapter: Number(number),
      ...(await loadTool(files, folder, source, book)),
    })
  }
  return tools
}
