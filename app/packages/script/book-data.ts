import type { Question } from '../../quizzes/types/question-type.ts'

/** A chapter's self-check as the script of a package asks it. */
export interface QuizData {
  chapter: string
  questions: Question[]
  /** Where each question's answer stands, by its id: the address in the package, and its title. */
  places: Record<string, { address: string; title: string }>
}

/** A place that a search in a package can lead to. */
export interface BookPlace {
  address: string
  chapter: string
  section: string
  text: string
}

/** What the script of a package gets: questions, the texts of the interface, and countries. */
export interface BookData {
  lang: string
  texts: Record<string, Record<string, string>>
  quizzes: QuizData[]
  /** The ids of each country's comments, by its name. */
  countries: { name: string; comments: string[] }[]
  /** What the search finds, where that is not on the page itself. */
  places?: BookPlace[]
}

/** The id of the element that holds the data. */
export const dataId = 'book-data'
