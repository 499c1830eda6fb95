import { type Chapter, type Course, inLanguage, type Lang } from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import type { Bank, BankQuestion, WrittenBank } from './bank.ts'
import { carryQuestion } from './carry-question.ts'
import type { Loss } from './conversion-warnings.ts'
import { writeGift } from './gift-writer.ts'
import { writeMoodleXml } from './moodle-xml-writer.ts'

/**
 * The formats that questions are carried in: how they are written, and the ending and type of such
 * a file.
 */
export const formats = {
  gift: { write: writeGift, ending: 'gift', type: 'text/plain; charset=utf-8', name: 'GIFT' },
  'moodle-xml': {
    write: writeMoodleXml,
    ending: 'xml',
    type: 'application/xml; charset=utf-8',
    name: 'Moodle XML',
  },
} as const

/** The name of a format. */
export type Format = keyof typeof formats

/** The questions of chapters in a language, in a format, with everything that it cannot hold. */
export function exportQuestions(options: {
  course: Course
  chapters: Chapter[]
  lang: Lang
  format: Format
}): WrittenBank {
  const { course, chapters, lang, format } = options
  const remaining: Loss[] = []
  const categories = chapters.map((chapter) => {
    const { text } = inLanguage(chapter.texts, lang, course.source)
    const carried = text.questions.map(carryQuestion)
    remaining.push(...carried.filter((one): one is Loss => 'loss' in one))
    return {
      title: `${chapter.number}. ${nameOf(course, chapter, lang).title}`,
      questions: carried.filter((one): one is BankQuestion => !('loss' in one)),
    }
  })
  const bank: Bank = { title: inLanguage(course.texts, lang, course.source).text.title, categories }
  const { text, losses } = formats[format].write(bank)
  return { text, losses: [...remaining, ...losses] }
}
