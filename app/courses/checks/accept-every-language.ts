import type { WrittenPart, WrittenQuestion } from '../model/chapter.ts'

const ofKind = (part: WrittenPart | undefined, kind: string) =>
  (part?.parts ?? []).filter((one) => one.kind === kind)
const isSame = (a: WrittenPart, b: WrittenPart) => a.text.toLowerCase() === b.text.toLowerCase()

function blankIn(
  questions: WrittenQuestion[],
  question: string,
  id: unknown,
): WrittenPart | undefined {
  return questions
    .find((one) => one.id === question)
    ?.parts.find((part) => part.kind === 'Blank' && part.attributes.id === id)
}

/**
 * A chapter's questions in one language, with gaps that accept what the other languages accept too:
 * an answer that was written in one language is shown in another, and must not turn wrong there. A
 * language's own wrong answers stay wrong.
 */
export function acceptEveryLanguage(
  own: WrittenQuestion[],
  every: WrittenQuestion[][],
): WrittenQuestion[] {
  return own.map((question) => ({
    ...question,
    parts: question.parts.map((part) => {
      if (part.kind !== 'Blank') return part
      const accepted = ofKind(part, 'Accept')
      const wrong = ofKind(part, 'Wrong')
      for (const questions of every)
        for (const answer of ofKind(blankIn(questions, question.id, part.attributes.id), 'Accept'))
          if (![...accepted, ...wrong].some((known) => isSame(known, answer))) accepted.push(answer)
      return { ...part, parts: [...accepted, ...wrong] }
    }),
  }))
}
