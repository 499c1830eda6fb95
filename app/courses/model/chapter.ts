import type { ReadingLevel } from '../checks/reading-level.ts'
import type { GroupWork } from '../parse/group-work.ts'
import type { Tool } from '../tools/tool.ts'
import type { Guide } from './guide.ts'

/** A language tag as it stands in an address and a file name: "en", "sv", "sr-Latn". */
export type Lang = string

/** A mistake in a course's files, in words for its author. Lines count from 1. */
export interface Problem {
  file: string
  line: number
  message: string
}

/** A heading of a chapter that can be linked to. Depth 2 is a section, 3 a part of one. */
export interface Section {
  id: string
  title: string
  depth: 2 | 3
}

/** A paragraph that can be linked to, and the section that it stands in. */
export interface Paragraph {
  id: string
  section: string | null
}

/** A part of a question as its author wrote it: an option, an item, a pair, a gap, a step … */
export interface WrittenPart {
  kind: string
  attributes: Record<string, string | true>
  text: string
  line: number
  /** What stands inside of it: the answers that a gap accepts, the choices of a step. */
  parts?: WrittenPart[]
}

/**
 * A document of the invented branch that a question works on: rows of cells, one cell where a row
 * is a line of text.
 */
export interface QuestionDocument {
  title: string
  rows: string[][]
}

/**
 * A question as its author wrote it. What it means is for the question types to say (app/quizzes).
 */
export interface WrittenQuestion {
  id: string
  type: string
  /** The section or the paragraph that the answer comes from. */
  see: string
  prompt: string
  /** What is read before answering: minutes, a cash book, a notice. */
  document?: QuestionDocument
  /** What helps before answering, without telling the answer. */
  hints?: string[]
  parts: WrittenPart[]
  line: number
}

/** A country comment's place in a chapter; its text stands in the chapter's code. */
export interface CountryComment {
  id: string
  /** ISO 3166-1 alpha-2. */
  country: string
  about: string
  source: string
  /** The month in which its facts were last checked, "2026-11". */
  checked: string
}

/**
 * How much of a source the editors have read: all, parts, or no more than its title, opening or
 * abstract.
 */
export type SourceReading = 'whole' | 'parts' | 'no'

/** A source that the text or a comment rests on. */
export interface Source {
  id: string
  title: string
  publisher: string
  year: string
  access: 'free' | 'paid'
  author?: string
  url?: string
  /** How much of it the editors have read. Said of every source that a comment rests on. */
  read?: SourceReading
  /** Its title was put together or translated back by the editors. */
  isTitledByEditors?: true
  note: string
}

/** An illustration with its labels in this language, ready to stand in a page. */
export interface Illustration {
  alt: string
  caption: string | null
  svg: string
}

/** A part of a chapter's text without markup, for search. */
export interface Passage {
  section: string | null
  /** A heading is its title alone; what is found in another way, or not at all, is `other`. */
  kind: 'heading' | 'text' | 'comment' | 'activity' | 'other'
  /** The id that a comment or an activity has on the page. */
  id: string | null
  text: string
  /** The terms of the glossary that it explains. */
  terms: string[]
}

/** A chapter in one language: everything that its file says, checked. */
export interface ChapterText {
  lang: Lang
  title: string
  summary: string
  objectives: string[]
  minutes: number
  /** Which version of the source this is or follows. */
  version: number
  /** `source`, or how far a translation has come. */
  state: 'source' | 'draft' | 'reviewed'
  sections: Section[]
  /** Those that have an id. */
  paragraphs: Paragraph[]
  questions: WrittenQuestion[]
  comments: CountryComment[]
  /** Ids of the glossary's terms, in the order in which they first stand. */
  terms: string[]
  sources: Source[]
  illustrations: Map<string, Illustration>
  /** The words of the running text, without comments, questions and exercises. */
  words: number
  /** How hard the text is to read. */
  reading: ReadingLevel
  /** Where the text's links lead, each with its line. */
  links: { url: string; line: number }[]
  plain: Passage[]
  /** What it gives a group to do together. */
  groupWork: GroupWork
  /** Compiled MDX; to be evaluated on the server only. */
  code: string
}

/** A chapter in all its languages. */
export interface Chapter {
  course: string
  slug: string
  number: number
  part: string
  texts: Map<Lang, ChapterText>
  /** How to lead a meeting about it. */
  guides: Map<Lang, Guide>
  /**
   * A hash of what each question means, by id: stored with an answer, the same in every language,
   * and after a change of wording alone.
   */
  questionHashes: Map<string, string>
}

/** A page of a course that is no chapter, in one language. */
export interface PageText {
  lang: Lang
  title: string
  summary: string
  version: number
  state: 'source' | 'draft' | 'reviewed'
  sections: Section[]
  code: string
}

/** A page of a course that is no chapter, such as "about this course". */
export interface CoursePage {
  slug: string
  texts: Map<Lang, PageText>
}

/** A term of the glossary in one language. */
export interface GlossaryTerm {
  term: string
  explanation: string
}

/** What the course's words call a chapter in a language in which it has no text of its own. */
export interface TranslatedName {
  title: string
  /** One sentence that says what the chapter is about. */
  summary: string
}

/** A course's own words in one language. */
export interface CourseText {
  title: string
  summary: string
  parts: Record<string, string>
  /** Names of chapters that have no text in this language, by slug. */
  chapters: Map<string, TranslatedName>
  glossary: Map<string, GlossaryTerm>
  /** Words that readers type, and words of the course that say the same. */
  synonyms: Map<string, string[]>
}

/** A course: its parts in order, its chapters in order, its words in each language. */
export interface Course {
  id: string
  source: Lang
  /** The languages in which everything is to be read; another may have a part of it. */
  complete: Lang[]
  parts: { id: string; chapters: Chapter[] }[]
  chapters: Chapter[]
  texts: Map<Lang, CourseText>
  pages: Map<string, CoursePage>
  /** Forms, scripts, sheets and calculators, in the order of the chapters that they belong to. */
  tools: Map<string, Tool>
  /** The illustrations' shared figures, each a `<symbol>`, by name. */
  figures: Map<string, string>
}

/** Every course, checked and compiled. Never changed: a new one takes its place whole. */
export interface Catalogue {
  /** Changes when any file of any course does. */
  version: string
  courses: Map<string, Course>
}

/** What the courses are called, in every language. */
export function titlesOf({ courses }: Catalogue): string[] {
  return [...courses.values()].flatMap(({ texts }) => [...texts.values()].map(({ title }) => title))
}

/** A text in the language asked for, or in the course's source language where there is none. */
export function inLanguage<T>(
  texts: Map<Lang, T>,
  lang: Lang,
  source: Lang,
): { text: T; lang: Lang; isFallback: boolean } {
  const own = texts.get(lang)
  if (own) return { text: own, lang, isFallback: false }
  return { text: texts.get(source) as T, lang: source, isFallback: lang !== source }
}

/** A chapter's address in a language. */
export function chapterAddress(
  chapter: Pick<Chapter, 'course' | 'slug'>,
  language: { tag: Lang },
): string {
  return `/${language.tag}/courses/${chapter.course}/${chapter.slug}`
}

/**
 * The title of the section that an id leads to: the section's own, or that of the section in which
 * the paragraph stands.
 */
export function titleOfPlace(
  text: Pick<ChapterText, 'title' | 'sections' | 'paragraphs'>,
  id: string,
): string {
  const section = sectionOfPlace(text, id)
  return text.sections.find((one) => one.id === section)?.title ?? text.title
}

/** The id of the section that a place stands in; of a place in none, its own. */
export function sectionOfPlace(text: Pick<ChapterText, 'paragraphs'>, id: string): string {
  return text.paragraphs.find((paragraph) => paragraph.id === id)?.section ?? id
}

/** The chapter before and the one after, over the parts' borders. */
export function neighbours(
  course: Course,
  chapter: Chapter,
): { previous?: Chapter; next?: Chapter } {
  const index = course.chapters.indexOf(chapter)
  return { previous: course.chapters[index - 1], next: course.chapters[index + 1] }
}

/** Names courses in a language; one that is no longer there keeps its id. */
export function courseTitles({ courses }: Catalogue, lang: Lang): (id: string) => string {
  return (id) => {
    const course = courses.get(id)
    return course ? inLanguage(course.texts, lang, course.source).text.title : id
  }
}
