import { type Course, inLanguage, type Lang } from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import type { Translate } from '../../i18n/i18n.ts'
import { describeLoss, type LossName, lossNames } from './conversion-warnings.ts'
import { exportQuestions, type Format, formats } from './export-questions.ts'

/** A question that a format cannot hold whole, and where it stands. */
interface LostQuestion {
  number: number
  chapter: string
  address: string
}

/** What a format loses of a course, and why, with the questions that it concerns. */
export interface FormatLoss {
  what: string
  why: string
  questions: LostQuestion[]
}

/** Everything that a format loses of a course, a kind of loss an entry, the gravest first. */
export function lossesOf(options: {
  course: Course
  lang: Lang
  format: Format
  contentsAddress: string
  t: Translate
}): FormatLoss[] {
  const { course, lang, format, contentsAddress, t } = options
  const kinds = new Map<LossName, FormatLoss>()
  for (const chapter of course.chapters) {
    const { text } = inLanguage(chapter.texts, lang, course.source)
    for (const loss of exportQuestions({ course, chapters: [chapter], lang, format }).losses) {
      const { what, why } = describeLoss(loss, t)
      const kind = kinds.get(loss.loss) ?? { what, why, questions: [] }
      kind.questions.push({
        number: text.questions.findIndex(({ id }) => id === loss.question) + 1,
        chapter: nameOf(course, chapter, lang).title,
        address: `${contentsAddress}/${chapter.slug}#${loss.question}`,
      })
      kinds.set(loss.loss, kind)
    }
  }
  return lossNames.flatMap((name) => kinds.get(name) ?? [])
}

/** The names of the formats, in the order in which they are offered. */
export const formatNames = Object.keys(formats) as Format[]
