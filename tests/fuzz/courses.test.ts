import fc from 'fast-check'
import type { Root, RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { type ChapterSurroundings, checkChapter } from '../../app/courses/checks/check-chapter.ts'
import type { Problem } from '../../app/courses/model/chapter.ts'
import { preparePicture } from '../../app/courses/parse/illustration.ts'
import { readMarkup } from '../../app/courses/parse/parse-chapter.ts'
import { checkQuestion } from '../../app/quizzes/types/question-types.ts'
import { pictures, writtenChapters } from './course-fixtures.ts'
import { fuzzed, patience } from './fuzz-config.ts'
import { oddText } from './odd-values.ts'

/** Code, or what might become code or another element, in as many disguises as MDX has. */
const hostile = [
  'import x from "node:fs"',
  'export const x = 1',
  'export default () => null',
  '\nimport "x"\n',
  '{x()}',
  '{/* */}',
  '{`a`}',
  '{',
  '}',
  'a {b} c',
  '<script>x()</script>',
  '<Script />',
  '<script',
  '<img src="x" onerror="x()" />',
  '<iframe src="https://evil.example"></iframe>',
  '<svg onload="x()" />',
  '<a href="javascript:x()">a</a>',
  '<p>',
  '</p>',
  '<>',
  '</>',
  '<Term {...x}>a</Term>',
  '<Term id={x}>a</Term>',
  '<Term id="quorum" onClick={x}>a</Term>',
  '<Term id="quorum" onClick="x()">a</Term>',
  '<Term id="quorum" dangerouslySetInnerHTML="x">a</Term>',
  '<constructor />',
  '<__proto__ />',
  '<a.b />',
  '<a:b />',
  '<Quiz.Question />',
  '![a](javascript:x())',
  '[a](javascript:x())',
  '[a](https://evil.example)',
  '[a]: javascript:x()',
  '## {#',
  '## x {#x}',
  '## {x()}',
  '## a {#b} {#c}',
  '## a {#b}c} {#d}',
  '### {#{x()}}',
  '# x',
  '---',
  '---js\nx()\n---',
  '```js\nx()\n```',
  '<!-- x -->',
  '\\{',
  '\\',
  '&lt;script&gt;',
  '&#123;x()&#125;',
  '> '.repeat(60),
  '- '.repeat(60),
  '*'.repeat(80),
  '['.repeat(80),
  '<Term id="a">'.repeat(30),
  '\r',
  '\r\n',
  '\u2028',
]

const blocksOf = (text: string) => text.split(/(?<=\n\n)/)
// Chapters are mutated a dozen blocks at a time: a fault has its place, and a whole chapter takes
// long to read.
const excerpt = fc
  .tuple(
    fc.constantFrom(...writtenChapters),
    fc.nat(1000),
    fc.integer({ min: 1, max: 8 }),
    fc.boolean(),
  )
  .map(([chapter, at, length, withFront]) => {
    const [front = '', ...blocks] = blocksOf(chapter)
    const from = at % blocks.length
    return (withFront ? front : '') + blocks.slice(from, from + length).join('')
  })

/**
 * One change: what stands at a place is deleted or doubled, or something is put there. Places are
 * parts of a thousand.
 */
interface Change {
  kind: 'delete' | 'double' | 'insert'
  at: number
  length: number
  text: string
}

const changes = (texts: string[]): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(
        'delete' as const,
        'double' as const,
        'insert' as const,
        'insert' as const,
      ),
      at: fc.nat(999),
      length: fc.integer({ min: 1, max: 60 }),
      text: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...texts) }, oddText),
    }),
    { minLength: 1, maxLength: 4 },
  )

function changed(text: string, all: Change[]): string {
  return all.reduce((before, { kind, at, length, text: inserted }) => {
    // Mostly at the beginning of a line, where most of Markdown means something.
    const place = Math.floor((before.length * at) / 1000)
    const start = at % 3 === 0 ? place : before.lastIndexOf('\n', place) + 1
    const piece = before.slice(start, start + length)
    if (kind === 'delete') return before.slice(0, start) + before.slice(start + length)
    return (
      before.slice(0, start) +
      (kind === 'double' ? piece : `${inserted}${at % 2 ? '\n\n' : ''}`) +
      before.slice(start)
    )
  }, text)
}

const mutated = (original: fc.Arbitrary<string>, texts: string[]) =>
  fc.tuple(original, changes(texts)).map(([text, all]) => changed(text, all))

function expectWithin(problems: Pick<Problem, 'line' | 'message'>[], text: string) {
  const lines = text.split(/\r\n|\r|\n/).length
  for (const { line, message } of problems) {
    expect(
      Number.isInteger(line) && line >= 1 && line <= lines,
      `line ${line} of ${lines}: ${message}`,
    ).toBe(true)
    // Unless the file itself says so.
    if (!/undefined|\[object|NaN/.test(text)) expect(message).not.toMatch(/undefined|\[object|NaN/)
  }
}

const components =
  /^(Illustration|Label|CountryComment|Term|Quiz|Question|Option|Item|Pair|Blank|Accept|Wrong|Step|Choice|End|Model|Point|Hint|TalkAboutIt|GroupExercise|BranchTask|Sources|Source)$/
const plainNodes =
  /^(root|paragraph|heading|text|emphasis|strong|link|linkReference|definition|list|listItem|blockquote|thematicBreak|break|inlineCode)$/

/**
 * Every node that is not known to be harmless. Written apart from the checks, so that both would
 * have to be wrong.
 */
function harmfulIn(node: Root | RootContent): string[] {
  const within = 'children' in node ? node.children.flatMap(harmfulIn) : []
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const isHarmless =
      components.test(node.name ?? '') &&
      node.attributes.every(
        ({ type, value }) =>
          type === 'mdxJsxAttribute' && (value == null || typeof value === 'string'),
      )
    return isHarmless ? within : [`<${node.name}>`, ...within]
  }
  return plainNodes.test(node.type) ? within : [node.type, ...within]
}

const around: ChapterSurroundings = {
  file: 'a/01-b/en.mdx',
  lang: 'en',
  isSource: true,
  pictures: new Map(),
  figures: new Set(['person']),
  terms: new Set(['quorum']),
  checkQuestion,
}

describe('whatever is done to a chapter', () => {
  test(
    'it is read without failing, each problem has a line of the file, and no code or unknown element is accepted',
    () => {
      fc.assert(
        fc.property(mutated(excerpt, hostile), (text) => {
          const { markup, problems } = readMarkup(text, 'en.mdx')
          expectWithin(problems, text)
          expect(markup !== null || problems.length > 0).toBe(true)
          if (markup && problems.length === 0) expect(harmfulIn(markup.tree)).toEqual([])
        }),
        fuzzed(0.05),
      )
    },
    patience,
  )

  test(
    'it is checked without failing, and a link leads to no other place than a section or a chapter',
    () => {
      fc.assert(
        fc.property(mutated(excerpt, hostile), (text) => {
          const { text: accepted, problems } = checkChapter(text, around)
          expectWithin(
            problems.filter(({ file }) => file === around.file),
            text,
          )
          expect(accepted !== null || problems.length > 0).toBe(true)
          for (const { url } of accepted?.links ?? [])
            expect(url).toMatch(/^(#|\.\.\/)[a-z0-9#-]+$/)
        }),
        fuzzed(0.02),
      )
    },
    patience,
  )
})

const hostileSvg = [
  '<script>x()</script>',
  '<style>*{}</style>',
  '<foreignObject/>',
  '<image href="x"/>',
  '<a href="javascript:x()">',
  '<use href="https://evil.example/#a"/>',
  '<use href="../../figures.svg#person"/>',
  '<use href="../../figures.svg#person" href="javascript:x()"/>',
  '<text data-label="a"/>',
  '<text data-label="__proto__"/>',
  '<constructor/>',
  '<toString d="x"/>',
  '<path __proto__="x"/>',
  ' onload="x()"',
  ' style="x"',
  ' class="constructor"',
  '"',
  "'",
  '>',
  '<',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<!DOCTYPE svg [<!ENTITY a "b">]>',
  '<?xml version="1.0"?>',
  '&a;',
  '&#60;script&#62;',
  '<svg>',
  '</svg>',
  '<svg viewBox="0 0 400 1" data-mirror="true">',
  'words',
]

describe('whatever is done to a picture', () => {
  test(
    'it is prepared without failing, each problem has a line of the file, and what is accepted holds only what is drawn',
    () => {
      fc.assert(
        fc.property(
          mutated(fc.constantFrom(...pictures), hostileSvg),
          oddText,
          (picture, words) => {
            const labels = new Map(
              [...picture.matchAll(/data-label="([^"]*)"/g)].map(([, id]) => [id as string, words]),
            )
            const { svg, problems } = preparePicture(picture, words, labels, around.figures)
            expectWithin(problems, picture)
            if (problems.length > 0) return
            for (const [, name, given = ''] of svg.matchAll(
              /<\/?([^\s/>]*)((?:"[^"]*"|[^">])*)>/g,
            )) {
              expect(name).toMatch(
                /^(svg|g|path|circle|ellipse|rect|line|polyline|polygon|use|text|tspan|symbol|title)$/,
              )
              for (const [, attribute, value] of given.matchAll(/([^\s="]+)="([^"]*)"/g)) {
                expect(attribute).toMatch(
                  /^(viewBox|role|aria-label|class|transform|data-mirror|d|c[xy]|r[xy]?|x[12]?|y[12]?|dy|width|height|points|href|text-anchor|id|overflow|xmlns)$/,
                )
                if (attribute === 'href') expect(value).toMatch(/^#figure-[a-z-]+$/)
              }
            }
            expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
          },
        ),
        fuzzed(0.05),
      )
    },
    patience,
  )
})
