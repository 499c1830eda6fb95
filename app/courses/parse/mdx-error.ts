/** What the MDX parser throws: its words, and where it stopped. */
interface ParseError {
  reason?: string
  line?: number
  message: string
}

const quotes = 'Put straight quotation marks around it: id="like-this".'
const codeRefused =
  'A chapter is text, not a program: `import` and `export` are refused. Begin the line with another word.'
const bracesRefused =
  'Braces { } hold program code in MDX, and code is refused. Use ( ) or [ ]; an id stands at the end of its line, such as {#like-this}.'

/**
 * Says that an element is none of a chapter's components, and what stands in its place where it is
 * HTML.
 */
export function sayNoComponent(name: string): string {
  const advice = /^[a-z]/.test(name)
    ? 'HTML is not supported. Use Markdown: **bold**, *italic*, a \\ at the end of a line that breaks, an empty line before a paragraph.'
    : 'docs/authoring.md lists those that are.'
  return `<${name}> is not a component of Cirkel. ${advice}`
}

function sayCharacter(reason: string, character: string): string {
  if (character === '!' && reason.includes('before name'))
    return 'A chapter has no comments: remove <!-- and all up to -->.'
  if (/[“”„«»‘’]/.test(character)) return `The quotation mark ${character} is curly. ${quotes}`
  if (reason.includes('before attribute value'))
    return `The value of an attribute stands without quotation marks. ${quotes}`
  if (/in attribute name|after attribute value/.test(reason))
    return (
      `A quotation mark is missing or one too many, here or above (at ${character}). ` +
      'Within a value in "straight" marks, use “curly” ones.'
    )
  if (/^[/@:]$/.test(character) && /name/.test(reason))
    return 'An address stands between < and >. Put web addresses in <Sources>, as the `url` of a <Source>.'
  if (character === '<') return 'A component is not closed: its > is missing before this <.'
  return `MDX takes < for the start of a component, and "${character}" cannot follow there. For the sign itself, write \\< or words.`
}

function sayTags(reason: string): string | null {
  const [, open] = /Expected a closing tag for `<([^`>]*)>`/.exec(reason) ?? []
  const [, around] = /before the end of `(\w+)`/.exec(reason) ?? []
  if (open !== undefined && /^[a-z]/.test(open)) return sayNoComponent(open)
  if (open !== undefined)
    return (
      `<${open}> is not closed${around ? ` before the ${sayBlock(around)} ends` : ''}: </${open}> is missing. ` +
      'What is begun inside a paragraph or a list is closed there too.'
    )
  const [, closed, expected] =
    /Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>`/.exec(
      reason,
    ) ?? []
  if (closed !== undefined)
    return `</${closed}> closes what is not open: first comes </${expected}>. Mind capitals, and close the inner one first.`
  const [, late] = /Expected the closing tag `<\/([^`>]*)>` either/.exec(reason) ?? []
  if (late !== undefined)
    return `</${late}> stands behind other text. Put it on a line of its own, as <${late}> is.`
  return reason.startsWith('Unexpected closing slash')
    ? 'This closes a component that was not begun.'
    : null
}

function sayBlock(type: string): string {
  const names: Record<string, string> = {
    listItem: 'item of the list',
    blockQuote: 'quotation',
    strong: '**bold** text',
    emphasis: '*italic* text',
  }
  return names[type] ?? type
}

function sayReason(reason: string): string {
  if (/import\/exports/.test(reason)) return codeRefused
  if (/acorn|in expression|closing brace|spread|in code/.test(reason)) return bracesRefused
  if (/closing quote/.test(reason)) return `A quotation mark is missing, here or above. ${quotes}`
  if (/lazy line/.test(reason))
    return 'A component in a list or quotation goes on outside of it: close it there, or begin its lines alike.'
  const tags = sayTags(reason)
  if (tags) return tags
  const [, character] = /Unexpected character `(.+?)` \(U\+/.exec(reason) ?? []
  if (character) return sayCharacter(reason, character)
  return reason.startsWith('Unexpected end of file')
    ? 'A component is not closed: its > is missing, here or above.'
    : reason
}

/** Says in an author's words why MDX cannot be parsed, with what to do, and on which line. */
export function describeParseError(error: unknown): { line: number; message: string } {
  const { reason, line, message } = error as ParseError
  // What is never closed has no place in the error but in its words: "Expected a closing tag for
  // `<Quiz>` (17:1-17:7)".
  const opened = /Expected a closing tag/.test(message)
    ? /\((\d+):\d+-\d+:\d+\)/.exec(message)?.[1]
    : undefined
  return {
    line: Number(opened ?? line ?? 1),
    message: `The text cannot be read: ${sayReason(reason ?? message)}`,
  }
}
