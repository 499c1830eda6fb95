import type { WrittenPart, WrittenQuestion } from '../../courses/model/chapter.ts'
import { documentLines } from '../types/document-view.tsx'
import { type BankQuestion, oneLine } from './bank.ts'
import type { Loss } from './conversion-warnings.ts'

const attribute = (part: WrittenPart | undefined, name: string) =>
  oneLine(String(part?.attributes[name] ?? ''))
const reasoned = (part: WrittenPart) => ({
  text: oneLine(part.text),
  reason: attribute(part, 'reason'),
})
const textsOf = (part: WrittenPart, kind: string) =>
  (part.parts ?? []).filter((one) => one.kind === kind)

/** What is asked, and below it the document that it is asked of: a line each. */
function promptLines({ prompt, document }: WrittenQuestion): string {
  return [prompt, ...(document ? documentLines(document) : [])].map(oneLine).join('\n')
}

/**
 * A question of a course as it is carried to another platform, or what keeps it here. It must have
 * passed the course's checks.
 */
export function carryQuestion(written: WrittenQuestion): BankQuestion | Loss {
  const { id, type, see, parts } = written
  const common = {
    id,
    see,
    prompt: promptLines(written),
    hints: (written.hints ?? []).map(oneLine),
  }
  switch (type) {
    case 'single':
    case 'multiple':
      return {
        ...common,
        type,
        options: parts.map((part) => ({
          ...reasoned(part),
          isCorrect: part.attributes.correct === true,
        })),
      }
    case 'true-false': {
      const [ifTrue, ifFalse] = ['true', 'false'].map((id) =>
        parts.find((part) => part.attributes.id === id),
      )
      return {
        ...common,
        type,
        isTrue: ifTrue?.attributes.correct === true,
        ifTrue: attribute(ifTrue, 'reason'),
        ifFalse: attribute(ifFalse, 'reason'),
      }
    }
    case 'order':
      return { ...common, type, items: parts.map(reasoned) }
    case 'match':
      return {
        ...common,
        type,
        pairs: parts.map((part) => ({
          left: attribute(part, 'left'),
          right: attribute(part, 'right'),
          reason: attribute(part, 'reason'),
        })),
      }
    case 'fill-in':
      return {
        ...common,
        type,
        gaps: parts.map((blank) => ({
          sentence: oneLine(blank.text),
          accepted: textsOf(blank, 'Accept').map(({ text }) => oneLine(text)),
          wrong: textsOf(blank, 'Wrong').map(reasoned),
          reason: attribute(blank, 'reason'),
        })),
      }
    case 'reflection': {
      const model = parts.find(({ kind }) => kind === 'Model')
      const points = parts.filter(({ kind }) => kind === 'Point').map(({ text }) => oneLine(text))
      return { ...common, type, model: oneLine(model?.text ?? ''), points }
    }
    default:
      return { question: id, loss: 'scenario' }
  }
}
