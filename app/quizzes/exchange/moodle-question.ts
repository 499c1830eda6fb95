import { hintClass, oneLine, orderTag, seeOf } from './bank.ts'
import type { Answer, NumberAnswer } from './bank-answers.ts'
import { readGaps } from './cloze.ts'
import type { LossName } from './conversion-warnings.ts'
import type { Found } from './found-question.ts'
import { decodeReferences } from './html-text.ts'
import { plainText, type TextFormat } from './plain-text.ts'

type Attributes = Record<string, string>
/**
 * An element of the file as the parser gives it: its name with its children, its attributes beside
 * it.
 */
export type Node = { ':@'?: Attributes } & { [name: string]: Node[] | string }

export const childrenOf = (node: Node | undefined, name: string) =>
  (node?.[name] as Node[] | undefined) ?? []
export const named = (nodes: Node[], name: string) => nodes.filter((node) => name in node)
export const attributesOf = (node: Node | undefined): Attributes => node?.[':@'] ?? {}
export const nameOf = (node: Node) => Object.keys(node).find((name) => name !== ':@') ?? ''

/** The characters in an element, with XML's own references decoded outside of CDATA. */
function charactersIn(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if ('#cdata' in node)
        return (node['#cdata'] as Node[]).map((one) => String(one['#text'] ?? '')).join('')
      return '#text' in node ? decodeReferences(String(node['#text']), true) : ''
    })
    .join('')
}

const formats: Record<string, TextFormat> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
  wiki_like: 'wiki',
}

// Each gap has a sentence of its own, which is as long as the whole line: with many, that grows
// with their square.
const maxGaps = 100

/** Words of an essay, and the hints that our own files put below them. */
function partHints(html: string): { html: string; hints: string[] } {
  const [words = '', ...hints] = html.split(`<p class="${hintClass}">`)
  return { html: words, hints: hints.map((hint) => hint.split('</p>')[0] as string) }
}

/** One question of the file. What is in it is read in order; what a course cannot hold is noted. */
export class MoodleQuestion {
  readonly #children: Node[]
  readonly #note: (loss: LossName, detail?: string) => void
  readonly #language: string | null
  readonly #format: TextFormat
  /** Whether an element stands where a text must: Moodle takes no such question. */
  isBroken = false

  constructor(
    children: Node[],
    note: (loss: LossName, detail?: string) => void,
    language: string | null,
  ) {
    this.#children = children
    this.#note = note
    this.#language = language
    this.#format = formats[attributesOf(this.all('questiontext')[0]).format ?? ''] ?? 'html'
  }

  get names(): string[] {
    return [...new Set(this.#children.map(nameOf))].filter((name) => !name.startsWith('#'))
  }

  all(name: string): Node[] {
    return named(this.#children, name)
  }

  /** Whether an element holds more than nothing or a zero. */
  saysSomething(name: string): boolean {
    return this.all(name).some((node) => {
      const children = childrenOf(node, name)
      return (
        children.some((child) => !nameOf(child).startsWith('#')) ||
        !/^0*(?:\.0*)?$/.test(charactersIn(children).trim())
      )
    })
  }

  setting(name: string): string {
    return charactersIn(childrenOf(this.all(name)[0], name)).trim()
  }

  /**
   * The words of an element's <text>, in its own format, else in the question's. What is typed is
   * compared as it stands.
   */
  words(node: Node | undefined, name: string, always?: TextFormat): string {
    const children = childrenOf(node, name)
    if (named(children, 'file').length > 0) this.#note('pictures')
    const format =
      always ??
      formats[attributesOf(node).format ?? ''] ??
      (attributesOf(node).format ? 'html' : this.#format)
    return this.#plain(this.#written(node, name), format)
  }

  #written(node: Node | undefined, name: string): string {
    const text = childrenOf(named(childrenOf(node, name), 'text')[0], 'text')
    if (text.some((one) => !('#text' in one) && !('#cdata' in one))) this.isBroken = true
    return charactersIn(text)
  }

  #plain(written: string, format: TextFormat): string {
    const { text, lost } = plainText(written, format, this.#language)
    for (const { loss, detail } of lost) this.#note(loss, detail)
    return text
  }

  text(name: string, always?: TextFormat): string {
    return this.words(this.all(name)[0], name, always)
  }

  hints(): string[] {
    return this.all('hint').map((hint) => {
      const older = named(childrenOf(hint, 'hint'), 'hintcontent')[0]
      return older ? this.words(older, 'hintcontent') : this.words(hint, 'hint')
    })
  }

  /** What an essay asks, and its hints. */
  essay(): { text: string; hints: string[] } {
    const { html, hints } = partHints(this.#written(this.all('questiontext')[0], 'questiontext'))
    return {
      text: this.#plain(html, this.#format),
      hints: [...hints.map((hint) => this.#plain(hint, this.#format)), ...this.hints()],
    }
  }

  #feedbackIn(node: Node): string {
    return oneLine(this.words(named(childrenOf(node, 'answer'), 'feedback')[0], 'feedback'))
  }

  answers(always?: TextFormat): Answer[] {
    return this.all('answer').map((node) => ({
      text: oneLine(this.words(node, 'answer', always)),
      feedback: this.#feedbackIn(node),
      share: Number(attributesOf(node).fraction ?? 0),
    }))
  }

  numbers(): NumberAnswer[] {
    const nodes = this.all('answer')
    return this.answers('plain').map((answer, i) => {
      const tolerance = charactersIn(
        childrenOf(named(childrenOf(nodes[i], 'answer'), 'tolerance')[0], 'tolerance'),
      ).trim()
      return { ...answer, isExact: Number(tolerance) === 0 }
    })
  }

  pairs(): { left: string; right: string }[] {
    return this.all('subquestion').map((node) => {
      const right = named(childrenOf(node, 'subquestion'), 'answer')[0]
      return {
        left: oneLine(this.words(node, 'subquestion')),
        right: oneLine(this.words(right, 'answer', 'plain')),
      }
    })
  }

  tags(): string[] {
    return ['tags', 'coursetags']
      .flatMap((name) => named(childrenOf(this.all(name)[0], name), 'tag'))
      .map((tag) => this.words(tag, 'tag', 'plain'))
  }

  isOwn(): boolean {
    const tags = this.tags()
    return seeOf(tags) !== null || tags.includes(orderTag)
  }

  /** A text with its gaps, or why a course can have no such gaps. */
  gaps(): { text: string; found: Found } {
    const refused = (loss: LossName, detail: string): { text: string; found: Found } => ({
      text: this.text('questiontext'),
      found: { kind: 'refused', loss, detail },
    })
    const { html, gaps, isBroken } = readGaps(
      this.#written(this.all('questiontext')[0], 'questiontext'),
    )
    if (isBroken || gaps.length === 0) return refused('brokenGaps', '')
    if (gaps.length > maxGaps) return refused('manyGaps', String(gaps.length))
    const choice = gaps.find(({ kind }) => kind === 'choice')
    if (choice) return refused('choiceGap', choice.answers.map(({ text }) => text).join(', '))
    if (gaps.some(({ isCaseSensitive }) => isCaseSensitive)) this.#note('caseMatters')
    const answers = gaps.map(({ kind, answers }) =>
      answers.map(({ text, feedback, share }) => {
        const [value = '', tolerance = '0'] = kind === 'number' ? text.split(':') : [text]
        const answer = {
          text: oneLine(value),
          feedback: oneLine(this.#plain(feedback, 'html')),
          share,
        }
        return kind === 'number' ? { ...answer, isExact: Number(tolerance) === 0 } : answer
      }),
    )
    return { text: this.#plain(html, this.#format), found: { kind: 'gaps', gaps: answers } }
  }
}
