import type { ChapterText, Problem, WrittenPart, WrittenQuestion } from '../model/chapter.ts'

type Comparable = Pick<
  ChapterText,
  | 'sections'
  | 'paragraphs'
  | 'questions'
  | 'comments'
  | 'terms'
  | 'sources'
  | 'illustrations'
  | 'version'
>

const list = (ids: string[]) => ids.map((id) => `"${id}"`).join(', ')

function compare(what: string, own: string[], source: string[]): string[] {
  const missing = source.filter((id) => !own.includes(id))
  const extra = own.filter((id) => !source.includes(id))
  return [
    ...(missing.length > 0 ? [`The translation lacks the ${what} ${list(missing)}.`] : []),
    ...(extra.length > 0
      ? [`The translation has the ${what} ${list(extra)}, which the source lacks.`]
      : []),
  ]
}

/** A part as its key shows it: "chair (correct)", "ask > wait, vote". */
function keyOf({ kind, attributes, parts = [] }: WrittenPart): string {
  const ways = parts
    .flatMap((part) => (part.kind === 'Choice' ? [String(part.attributes.to)] : []))
    .sort()
  const name = `${String(attributes.id ?? kind)}${attributes.correct ? ' (correct)' : ''}${attributes.good ? ' (good)' : ''}`
  return ways.length > 0 ? `${name} > ${ways.join(', ')}` : name
}

/**
 * Holds a translation against its source: the same ids, the same right answers, the same countries
 * and pictures. A problem for each difference.
 */
export function checkTranslation(file: string, own: Comparable, source: Comparable): Problem[] {
  const problems: Problem[] = []
  const say = (line: number, message: string) => problems.push({ file, line, message })
  const ids = (items: { id: string }[]) => items.map((item) => item.id)
  const sets: [string, string[], string[]][] = [
    ['heading', ids(own.sections), ids(source.sections)],
    ['paragraph', ids(own.paragraphs), ids(source.paragraphs)],
    ['question', ids(own.questions), ids(source.questions)],
    ['comment', ids(own.comments), ids(source.comments)],
    ['source', ids(own.sources), ids(source.sources)],
    ['term', own.terms, source.terms],
    ['picture', [...own.illustrations.keys()], [...source.illustrations.keys()]],
  ]
  for (const [what, mine, theirs] of sets)
    for (const message of compare(what, mine, theirs)) say(1, message)

  for (const question of own.questions) {
    const original = source.questions.find((one) => one.id === question.id)
    if (!original) continue
    if (original.type !== question.type)
      say(
        question.line,
        `Question "${question.id}" is ${question.type} here and ${original.type} in the source.`,
      )
    if (original.see !== question.see)
      say(
        question.line,
        `Question "${question.id}" leads to "${question.see}" here and to "${original.see}" in the source.`,
      )
    const shape = ({ document }: WrittenQuestion) =>
      document?.rows.map((cells) => cells.length).join()
    if (shape(question) !== shape(original))
      say(
        question.line,
        `The <Document> of question "${question.id}" has other rows or columns than in the source.`,
      )
    const [mine, theirs] = [question.parts.map(keyOf), original.parts.map(keyOf)]
    const inOrder = ['order', 'scenario'].includes(question.type)
      ? mine.join() === theirs.join()
      : [...mine].sort().join() === [...theirs].sort().join()
    if (!inOrder)
      say(
        question.line,
        `Question "${question.id}" has the answers ${list(mine)} here and ${list(theirs)} in the source.`,
      )
  }
  for (const comment of own.comments) {
    const original = source.comments.find((one) => one.id === comment.id)
    if (original && original.country !== comment.country)
      say(
        1,
        `Comment "${comment.id}" is about ${comment.country} here and ${original.country} in the source.`,
      )
    if (original && original.checked !== comment.checked)
      say(
        1,
        `Comment "${comment.id}" was last checked in ${comment.checked} here and in ${original.checked} in the source.`,
      )
  }
  for (const book of own.sources) {
    const original = source.sources.find((one) => one.id === book.id)
    if (original && original.read !== book.read)
      say(
        1,
        `"read" of "${book.id}" is ${book.read ?? 'left out'} here and ${original.read ?? 'left out'} in the source.`,
      )
    if (original && original.isTitledByEditors !== book.isTitledByEditors)
      say(1, `"titled" of "${book.id}" must be the same here and in the source.`)
  }
  if (own.version > source.version)
    say(
      1,
      `The translation follows version ${own.version}; the source has only come to ${source.version}.`,
    )
  return problems
}
