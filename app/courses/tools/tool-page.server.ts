import { type Course, inLanguage } from '../model/chapter.ts'
import { nameOf } from '../model/chapter-name.ts'
import type { Calculation } from './calculate.ts'
import { calculate, exampleCalculation } from './calculate.ts'
import { allBlocks, isCalculated, type Tool, type ToolText } from './tool.ts'

/** A tool as a line of a list. */
export interface ListedTool {
  title: string
  summary: string
  address: string
  /** The language of the title, where it is not the page's. */
  lang: string | null
}

/** A tool’s page. */
export interface ToolPage {
  text: ToolText
  lang: string | null
  address: string
  toolboxAddress: string
  chapter: { number: number; title: string; address: string } | null
  sheets: 1 | 2
  calculations: Record<string, Calculation>
  isCalculated: boolean
}

/** A course’s toolbox: its chapters that have tools, each with them. */
export interface Toolbox {
  chapters: { number: number; title: string; address: string; tools: ListedTool[] }[]
}

const courseAddress = (course: Course, lang: string) => `/${lang}/courses/${course.id}`

/** The tools of a chapter, in their order. */
export function toolsOf(course: Course, chapter: number, lang: string): ListedTool[] {
  const own = [...course.tools.values()].filter((tool) => tool.chapter === chapter)
  return own.map(({ slug, texts }) => {
    const { text, lang: textLang, isFallback } = inLanguage(texts, lang, course.source)
    const address = `${courseAddress(course, lang)}/tools/${slug}`
    return { title: text.title, summary: text.summary, address, lang: isFallback ? textLang : null }
  })
}

/** Lists a course’s tools by chapter, in a language. */
export function listToolbox(course: Course, lang: string): Toolbox {
  const chapters = course.chapters.map((chapter) => ({
    number: chapter.number,
    title: nameOf(course, chapter, lang).title,
    address: `${courseAddress(course, lang)}/${chapter.slug}`,
    tools: toolsOf(course, chapter.number, lang),
  }))
  return { chapters: chapters.filter(({ tools }) => tools.length > 0) }
}

/**
 * A tool’s page in a language. `typed` is what somebody asked a calculator; the others stand with
 * the numbers of the invented branch where the page shows it filled in.
 */
export function toolPage(
  course: Course,
  tool: Tool,
  lang: string,
  { isFilled, typed }: { isFilled: boolean; typed: Record<string, string> | null },
): ToolPage {
  const { text, lang: textLang, isFallback } = inLanguage(tool.texts, lang, course.source)
  const calculations: Record<string, Calculation> = {}
  for (const block of allBlocks(text.blocks)) {
    if (block.kind !== 'calculator') continue
    if (typed?.calculator === block.id) calculations[block.id] = calculate(block, typed, lang)
    else if (isFilled) calculations[block.id] = exampleCalculation(block, lang)
  }
  const chapter = course.chapters.find(({ number }) => number === tool.chapter)
  const base = courseAddress(course, lang)
  return {
    text,
    lang: isFallback ? textLang : null,
    address: `${base}/tools/${tool.slug}`,
    toolboxAddress: `${base}/tools`,
    chapter: chapter
      ? {
          number: chapter.number,
          title: nameOf(course, chapter, lang).title,
          address: `${base}/${chapter.slug}`,
        }
      : null,
    sheets: tool.sheets,
    calculations,
    isCalculated: isCalculated(text),
  }
}
