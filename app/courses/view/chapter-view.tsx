import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '../../i18n/languages.ts'
import type { ChapterText, Course, CourseText } from '../model/chapter.ts'
import type { Translation } from './translation-links.tsx'

/** What a chapter's components need apart from their own attributes. */
export interface ChapterView {
  course: Course
  courseText: CourseText
  text: ChapterText
  /** The language of the page, which is not the text's where it falls back. */
  language: Language
  address: string
  /** Other languages that this chapter can be read in, with its address there. */
  translations: Translation[]
  /** The form that holds a guest’s answers; it goes along to another language. */
  answersForm: string | null
  /** Show comments of this country only. */
  country: string | null
  /** Whether pictures are shown, or only their descriptions. */
  hasPictures: boolean
  /** Whether each heading is a link to itself, as on a page of the site. */
  hasPermalinks: boolean
  /** What links to other chapters carry along: what the reader has chosen. */
  query: string
  /** What a link carries along that chooses a country, or none. */
  queryFor(country: string | null): string
  /**
   * Whether the reader has an account, and so a bookmark; where it lies, and the form whose buttons
   * put it there.
   */
  bookmark: {
    section: string | null
    form: string
    /** The sections at which the reader has a note of their own. */
    noted: readonly string[]
    /** What stands for the bookmark at a section where it is rendered by itself. */
    placeAt?(section: string): ReactNode
  } | null
}

/** Gives the chapter to the components in its text. */
export const ChapterContext = createContext<ChapterView | null>(null)

/** The chapter that is being shown. */
export function useChapter(): ChapterView {
  const view = useContext(ChapterContext)
  if (!view) throw new Error('A chapter is shown inside of a ChapterContext.')
  return view
}

/** The id of the entry in the words list that a term leads to. */
export const wordId = (term: string) => `word-${term}`
