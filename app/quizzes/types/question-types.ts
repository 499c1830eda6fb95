import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { multiple, single, trueFalse } from './choice.tsx'
import { fillIn } from './fill-in.tsx'
import { match } from './match.tsx'
import { order } from './order.tsx'
import type { Question, QuestionFault, QuestionType } from './question-type.ts'
import { reflection } from './reflection.tsx'
import { scenario } from './scenario.tsx'

// A type's functions only ever get questions that the type itself parsed.
const types = [
  single,
  multiple,
  trueFalse,
  order,
  match,
  fillIn,
  scenario,
  reflection,
] as unknown as QuestionType[]

/** The types of questions, by the name that stands in `<Question type>`. */
export const questionTypes: ReadonlyMap<string, QuestionType> = new Map(
  types.map((type) => [type.name, type]),
)

/** The type of a question that was parsed, and so is known. */
export function typeOf(question: Question): QuestionType {
  return questionTypes.get(question.type) as QuestionType
}

/** Every fault in how a question is written, for the course's checks. */
export function checkQuestion(written: WrittenQuestion): QuestionFault[] {
  const type = questionTypes.get(written.type)
  if (!type)
    return [
      {
        line: written.line,
        message: `the type "${written.type}" does not exist; there are ${[...questionTypes.keys()].join(', ')}.`,
      },
    ]
  return type.check(written)
}

/** A question ready to be asked. It must have passed {@link checkQuestion}. */
export function parseQuestion(written: WrittenQuestion): Question {
  return (questionTypes.get(written.type) as QuestionType).parse(written)
}
