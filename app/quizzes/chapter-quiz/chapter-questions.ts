import { type Chapter, inLanguage, type Lang } from '../../courses/model/chapter.ts'
import type { Question } from '../types/question-type.ts'
import { parseQuestion } from '../types/question-types.ts'

const parsed = new WeakMap<object, Question[]>()

/** A chapter's questions in a language, ready to be asked. */
export function questionsOf(chapter: Chapter, lang: Lang, source: Lang): Question[] {
  const { text } = inLanguage(chapter.texts, lang, source)
  const questions = parsed.get(text) ?? text.questions.map(parseQuestion)
  parsed.set(text, questions)
  return questions
}
