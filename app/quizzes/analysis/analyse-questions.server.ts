import {
  type Course,
  inLanguage,
  type Lang,
  type WrittenPart,
  type WrittenQuestion,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { countedIn } from './count-first-answers.server.ts'
import { type ItemStatistics, itemStatistics } from './item-statistics.ts'
import { publishedItemCounts } from './published-counts-store.server.ts'
import { type Choice, findFaults, type ItemFault, mostWrong, priorityOf } from './rewrite-first.ts'

/** A question with its figures, and what they say against it. */
export interface AnalysedQuestion {
  chapter: { slug: string; number: number; title: string }
  id: string
  type: string
  prompt: string
  statistics: ItemStatistics
  /**
   * Of what was asked before the question was given another meaning: the wording with most answers.
   */
  earlier: { answered: number; right: number } | null
  faults: (ItemFault & { text: string | null })[]
  mostWrong: { part: string; text: string | null; count: number } | null
  priority: number
}

/**
 * A course's questions that have enough answers, those to be rewritten first; and how many are
 * still waiting for answers.
 */
export interface Analysis {
  questions: AnalysedQuestion[]
  waiting: number
}

/**
 * What a learner sees of a part; null where the page itself has the words, as for true and false.
 */
function textOf(question: WrittenQuestion, id: string): string | null {
  const part = question.parts.find(({ attributes }) => attributes.id === id)
  return part?.text || (part?.attributes.left as string | undefined) || null
}

function choicesOf(parts: WrittenPart[]): Choice[] {
  return parts
    .filter(({ kind }) => kind === 'Option')
    .map(({ attributes }) => ({
      id: String(attributes.id),
      isCorrect: attributes.correct === true,
    }))
}

function grouped<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/**
 * Reads a course's counts into figures, for the person who writes its questions. Nothing of it
 * points at a learner, and nothing is shown of few.
 */
export async function analyseQuestions(course: Course, lang: Lang): Promise<Analysis> {
  const counts = grouped(
    await publishedItemCounts(course.id),
    ({ chapter, question }) => `${chapter} ${question}`,
  )
  const questions: AnalysedQuestion[] = []
  let waiting = 0
  for (const chapter of course.chapters) {
    const { text } = inLanguage(chapter.texts, lang, course.source)
    for (const { question: id, questionHash } of countedIn(chapter)) {
      const wordings = grouped(counts.get(`${chapter.slug} ${id}`) ?? [], (one) => one.questionHash)
      const figuresOf = (hash: string) => itemStatistics(wordings.get(hash) ?? [])
      const statistics = figuresOf(questionHash)
      const written = text.questions.find((one) => one.id === id)
      if (!statistics || !written) {
        waiting += 1
        continue
      }
      const before = [...wordings.keys()].filter((hash) => hash !== questionHash).map(figuresOf)
      const [earlier] = before.filter((one) => one !== null).sort((a, b) => b.answered - a.answered)
      const faults = findFaults(statistics, choicesOf(written.parts))
      const order = written.parts.map(({ attributes }) => String(attributes.id))
      const max = mostWrong(statistics, order)
      questions.push({
        chapter: {
          slug: chapter.slug,
          number: chapter.number,
          title: nameOf(course, chapter, lang).title,
        },
        id,
        type: written.type,
        prompt: written.prompt,
        statistics,
        earlier: earlier ? { answered: earlier.answered, right: earlier.right } : null,
        faults: faults.map((fault) => ({
          ...fault,
          text: fault.part ? textOf(written, fault.part) : null,
        })),
        mostWrong: max && { ...max, text: textOf(written, max.part) },
        priority: priorityOf(faults),
      })
    }
  }
  const sorted = questions.sort(
    (a, b) => b.priority - a.priority || a.statistics.right - b.statistics.right,
  )
  return { questions: sorted, waiting }
}
