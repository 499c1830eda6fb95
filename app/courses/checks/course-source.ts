import type { GlossaryTerm, Lang } from '../model/chapter.ts'
import type { Markup } from '../parse/parse-chapter.ts'

/** A file of a course as it was written. */
export interface SourceFile {
  lang: Lang
  file: string
  written: string
}

/** A chapter in one language. */
export interface ChapterSource extends SourceFile {
  /** Its folder, which its languages share: "05-the-branch". */
  folder: string
  /** Null where the file cannot be read. */
  markup: Markup | null
}

/** A course's glossary in one language. */
export interface GlossarySource extends SourceFile {
  terms: Map<string, GlossaryTerm>
}

/** A course as the checks of the whole book need it. */
export interface CourseSource {
  source: Lang
  /** `manual`: the measures of docs/authoring.md hold for this course. */
  standard?: 'manual'
  /** Every chapter in each of its languages, in the course's order. */
  chapters: ChapterSource[]
  glossaries: GlossarySource[]
  /** What else has words: names, guides, pages. */
  others: SourceFile[]
}

/** The line of a glossary that a term begins on. */
export function lineOfTerm({ written }: GlossarySource, id: string): number {
  return written.split('\n').findIndex((text) => text.startsWith(`${id}:`)) + 1 || 1
}
