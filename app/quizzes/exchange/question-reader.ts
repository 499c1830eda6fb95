import { pageBeginnings, pageIds } from '../../courses/checks/lint-course.ts'
import { orderTag, type ReadBank, type ReadQuestion, seeOf } from './bank.ts'
import type { Loss, LossName } from './conversion-warnings.ts'
import { fitQuestion, type Lose } from './fit-question.ts'
import type { FoundQuestion } from './found-question.ts'
import type { TextLoss } from './html-text.ts'
import { IdAllocator, slugOf } from './ids.ts'

/** Whether a chapter's page has this id already, or one that begins so. */
export const isOfThePage = (id: string) =>
  pageIds.has(id) || pageBeginnings.some((beginning) => id.startsWith(beginning))

// What a course of our own says in words that elsewhere have a meaning is no loss: it is written
// back as it stands.
const meantByOwn = new Set<LossName>(['formula', 'multilang'])
// A text that cannot be understood takes the question with it.
const refusing = new Set<LossName>(['multilang'])

/**
 * Turns what was found in a file into questions of a course, and keeps account of all that a course
 * cannot hold.
 */
export class QuestionReader {
  readonly #questions: ReadQuestion[] = []
  readonly #losses: Loss[] = []
  #ids = new IdAllocator()
  #noted: TextLoss[] = []
  #category: { path: string; line: number } | null = null

  /** Notes a loss, of a question or of a place in the file. */
  lose(loss: Loss) {
    this.#losses.push(loss)
  }

  /** Notes a loss in the question that is being read. */
  noteForNext(loss: LossName, detail?: string) {
    this.#noted.push(detail === undefined ? { loss } : { loss, detail })
  }

  /** Begins a category: an id may stand once in each. */
  beginCategory(path: string, line: number) {
    this.#ids = new IdAllocator()
    this.#category = { path, line }
  }

  bank(): ReadBank {
    return { questions: this.#questions, losses: this.#losses }
  }

  /** Takes a question in, if a course can hold it. */
  add(asked: FoundQuestion) {
    const isOwn = seeOf(asked.tags) !== null || asked.tags.includes(orderTag)
    const noted = new Map(this.#noted.map((one) => [`${one.loss} ${one.detail ?? ''}`, one]))
    this.#noted = []
    const slug =
      [asked.id, asked.name, asked.text].map((text) => slugOf(text ?? '')).find(Boolean) ??
      'question'
    const id = this.#ids.free(isOfThePage(slug) ? `question-${slug}` : slug)
    const lose: Lose = (loss, detail) =>
      this.lose({
        question: id,
        loss,
        line: asked.line,
        ...(detail === undefined ? {} : { detail }),
      })
    const losses = [...noted.values()].filter(({ loss }) => !isOwn || !meantByOwn.has(loss))
    this.#tellPlace(asked.tags, isOwn, lose)
    const refused = losses.find(({ loss }) => refusing.has(loss))
    if (refused) return lose(refused.loss, refused.detail)
    const question = fitQuestion(id, asked, isOwn, lose)
    if (!question) return
    this.#ids.take(id)
    for (const { loss, detail } of losses) lose(loss, detail)
    this.#questions.push({ ...question, line: asked.line })
  }

  /**
   * Where the question stood there has no place here. Our own categories are a course and its
   * chapters.
   */
  #tellPlace(all: string[], isOwn: boolean, lose: Lose) {
    const tags = all.filter((tag) => tag !== orderTag && seeOf([tag]) === null)
    if (this.#category && !isOwn)
      this.lose({
        question: '',
        loss: 'category',
        line: this.#category.line,
        detail: this.#category.path,
      })
    this.#category = null
    if (tags.length > 0) lose('tags', tags.join(', '))
  }
}
