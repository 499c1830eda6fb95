import type { Catalogue } from '../../courses/model/chapter.ts'
import { orNotFound } from '../../platform/http-errors.ts'
import { exportQuestions, type Format, formats } from './export-questions.ts'

/**
 * A course's questions, or one chapter's, as a file to be kept. Its name says nothing of what is in
 * it.
 */
export function questionsFile(
  { courses }: Catalogue,
  where: { course: string | undefined; chapter?: string | undefined; lang: string },
  format: Format,
): Response {
  const course = orNotFound(courses.get(where.course ?? ''))
  const chapters =
    'chapter' in where
      ? [orNotFound(course.chapters.find(({ slug }) => slug === where.chapter))]
      : course.chapters
  const { ending, type } = formats[format]
  return new Response(exportQuestions({ course, chapters, lang: where.lang, format }).text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="questions.${ending}"`,
    },
  })
}
