import type { Course } from '../../courses/model/chapter.ts'
import type { CrossChapterQuizView } from '../cross-chapter/cross-chapter-quiz.tsx'

/** How a check has gone so far, over the course or in one of its parts. */
export interface CheckCount {
  right: number
  answered: number
  of: number
}

/** How a check has gone so far: in all, and in each part of the course that it asks about. */
export interface CheckResult extends CheckCount {
  parts: (CheckCount & { id: string })[]
}

/** Counts what was answered of a check, and what of it was right. For the learner alone. */
export function checkResult(
  course: Pick<Course, 'parts'>,
  { questions, state }: Pick<CrossChapterQuizView, 'questions' | 'state'>,
): CheckResult {
  const count = (asked: CrossChapterQuizView['questions']): CheckCount => {
    const grades = asked.flatMap(({ question }) => {
      const one = state.get(question.id)
      return one?.kind === 'graded' ? one.grade : []
    })
    return {
      right: grades.filter(({ isRight }) => isRight).length,
      answered: grades.length,
      of: asked.length,
    }
  }
  const parts = course.parts.map(({ id }) => ({
    id,
    ...count(questions.filter(({ chapter }) => chapter.part === id)),
  }))
  return { ...count([...questions]), parts: parts.filter(({ of }) => of > 0) }
}
