import { z } from 'zod'
import type { WrittenQuestion } from '../model/chapter.ts'
import { contentHash, keyHash } from '../model/question-hash.ts'

/** The file of a course that remembers its questions. Only `npm run courses:accept` writes it. */
export const recordFile = 'questions.lock.yaml'

const hash = z.string().regex(/^[0-9a-f]{16}$/, 'must be a hash of 16 digits')

/**
 * A question as it was last accepted: what it means, which is stored with answers; what it said;
 * and what its answers were made of.
 */
const recordedSchema = z.strictObject({ meaning: hash, says: hash, key: hash })
export type RecordedQuestion = z.infer<typeof recordedSchema>

/** A course's questions as they were last accepted, by the chapter's slug and the question's id. */
export const recordSchema = z.record(z.string(), z.record(z.string(), recordedSchema))
export type QuestionRecord = z.infer<typeof recordSchema>

/**
 * What has become of a question since it was accepted. `answers`: what can be chosen, or what is
 * right, is another, so the meaning is.
 */
export type Change = 'none' | 'new' | 'words' | 'answers'

/** What has become of a question since it was accepted. */
export function changeOf(
  question: WrittenQuestion,
  recorded: RecordedQuestion | undefined,
): Change {
  if (!recorded) return 'new'
  if (recorded.key !== keyHash(question)) return 'answers'
  return recorded.says === contentHash(question) ? 'none' : 'words'
}

/**
 * A question as it is recorded when its author says what changed: after `wording`, old answers stay
 * answers to it; after `meaning`, or new, it is another.
 */
export function accepted(
  question: WrittenQuestion,
  recorded: RecordedQuestion | undefined,
  change: 'wording' | 'meaning' | 'new',
): RecordedQuestion {
  const says = contentHash(question)
  return {
    meaning: change === 'wording' && recorded ? recorded.meaning : says,
    says,
    key: keyHash(question),
  }
}

/**
 * What an author is told of a question that is not as it was accepted, with the command that
 * accepts it; null where it is.
 */
export function describeChange(
  chapter: string,
  question: WrittenQuestion,
  recorded: RecordedQuestion | undefined,
): string | null {
  const command = `npm run courses:accept -- ${chapter}/${question.id}`
  switch (changeOf(question, recorded)) {
    case 'none':
      return null
    case 'new':
      return `The question "${question.id}" is new. Run \`npm run courses:accept -- --new\`, which records every new question.`
    case 'words':
      return (
        `The question "${question.id}" has changed. If only its wording has: ` +
        `\`${command} --wording\`, and old answers stay. If its meaning has: ` +
        `\`${command} --meaning\`, and it is asked again.`
      )
    case 'answers':
      return (
        `The question "${question.id}" has other answers, or another one is right, ` +
        `so it means something else: \`${command} --meaning\`. It is asked again.`
      )
  }
}
