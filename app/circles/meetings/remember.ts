import type { WrittenQuestion } from '../../courses/model/chapter.ts'

/**
 * A question that a group can answer aloud, with fingers: an option each. The reasons are for the
 * person who leads.
 */
export interface ReadAloudQuestion {
  chapter: string
  id: string
  prompt: string
  /** Whether several fingers may be shown. */
  takesSeveral: boolean
  options: { id: string; text: string; isRight: boolean; reason: string }[]
}

/** The questions of a chapter that was read before. */
export interface ChapterRead {
  slug: string
  questions: readonly WrittenQuestion[]
}

function questionsOf(
  chapter: string,
  { id, type, prompt, document, parts }: WrittenQuestion,
): ReadAloudQuestion | null {
  // A document cannot be read aloud and answered with fingers.
  if (document) return null
  const options = parts.filter(({ kind }) => kind === 'Option')
  if (options.length < 2 || options.length !== parts.length) return null
  return {
    chapter,
    id,
    prompt,
    takesSeveral: type === 'multiple',
    options: options.map(({ attributes, text }) => ({
      id: String(attributes.id),
      text,
      isRight: attributes.correct === true,
      reason: String(attributes.reason ?? ''),
    })),
  }
}

/**
 * The questions of "what do we remember?": one a chapter, the chapter read last first, others at
 * each meeting. Only questions of which one shows the answer with fingers. Nobody's answers are
 * looked at: a choice by what a small group missed tells who missed it (docs/decisions/038).
 */
export function questionsToRemember(
  read: readonly ChapterRead[],
  { meeting, max }: { meeting: number; max: number },
): ReadAloudQuestion[] {
  const chapters = read.map(({ slug, questions }) =>
    questions.flatMap((question) => questionsOf(slug, question) ?? []),
  )
  const selection: ReadAloudQuestion[] = []
  const longest = Math.max(0, ...chapters.map(({ length }) => length))
  for (let round = 0; round < longest; round++)
    for (const questions of [...chapters].reverse()) {
      const next =
        round < questions.length ? questions[(round + meeting) % questions.length] : undefined
      if (next) selection.push(next)
    }
  return selection.slice(0, max)
}
