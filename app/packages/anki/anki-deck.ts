import { type Translate, translate } from '../../i18n/i18n.ts'
import { documentLines } from '../../quizzes/types/document-view.tsx'
import type { KeyLine, Question } from '../../quizzes/types/question-type.ts'
import { typeOf } from '../../quizzes/types/question-types.ts'
import { type Book, questionsOf } from '../book.ts'
import { escapeText } from '../place-links.ts'

const signs = { right: '✓ ', wrong: '✗ ' }

/** Lines as one field: a field is HTML, and ends at a tab or a line break. */
const asField = (lines: string[]) =>
  lines.map((line) => escapeText(line).replace(/\s+/g, ' ')).join('<br>')

function front(question: Question, t: Translate): string {
  const { prompt, lines } = typeOf(question).plain(question, t)
  const document = question.document ? documentLines(question.document) : []
  return asField([prompt, ...document, ...lines])
}

function back(question: Question, t: Translate): string {
  const line = ({ sign, text, reason }: KeyLine) =>
    `${sign ? signs[sign] : ''}${text}${reason ? ` – ${reason}` : ''}`
  return asField(typeOf(question).key(question, t).map(line))
}

/**
 * A book's questions as a text that Anki imports: a card each, with the reason of every part on its
 * back. A card has the same id in each edition, so that importing a newer one changes the cards and
 * keeps what their learner has done with them.
 */
export async function makeAnkiDeck(book: Book): Promise<Uint8Array> {
  const t = translate(book.language)
  const head = [
    '#separator:Tab',
    '#html:true',
    `#deck:${book.title.replace(/\s+/g, ' ')}`,
    '#guid column:1',
    '#tags column:4',
  ]
  const cards = book.chapters.flatMap((chapter) =>
    questionsOf(book, chapter).map((question) => {
      const id = [book.course.id, chapter.slug, question.id, book.language.tag].join('.')
      return [id, front(question, t), back(question, t), chapter.slug].join('\t')
    }),
  )
  return new TextEncoder().encode(`${[...head, ...cards].join('\n')}\n`)
}
